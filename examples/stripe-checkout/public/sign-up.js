/* global window, document, setTimeout, fetch, location, FormData, URLSearchParams, growsumo */
// Signs up without leaving the page, so that the new user's id is known before it is left.
// Without JavaScript, or when anything here fails, the form is sent as any form is.
const form = document.querySelector('form#sign-up')

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const button = form.querySelector('button')
  button.disabled = true
  let user
  try {
    const body = new URLSearchParams(new FormData(form))
    const response = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } })
    if (response.status !== 201) throw new Error('refused')
    user = await response.json()
  } catch {
    button.disabled = false
    form.submit() // the server answers with the form and says beside each field what is wrong
    return
  }
  await scriptLoaded(1000)
  tellPartnerProgram(user)
  location.assign(user.next)
})

// ── partner attribution ──
function tellPartnerProgram(user) {
  try {
    growsumo.data.name = user.name
    growsumo.data.email = user.email
    growsumo.data.customer_key = user.customer_key
    growsumo.createSignup() // is under way before the page is left, and survives leaving it
  } catch {
    // The script was blocked or its host is down. The sign-up itself stands.
  }
}

// The loader is asynchronous, and someone may be quicker: the page's load event waits for it, or for its failure.
function scriptLoaded(longest) {
  if (document.readyState === 'complete') return
  return new Promise((resolve) => {
    window.addEventListener('load', resolve, { once: true })
    setTimeout(resolve, longest)
  })
}
