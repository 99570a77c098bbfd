/** The script in browsers as visitors have them: pages that are kept or made ready early, and cookies that are refused. */
import { link } from './script-site.ts'
import { expect as expectSoon, tag, TELLS, test, told, www } from './script-test.ts'

/** A browser that nobody drives is started for each of these, which takes a busy machine its time. */
const expect = expectSoon.configure({ timeout: 40_000 })

test('a page that is kept and shown again credits who led here last', async ({ alone, site }) => {
  // From Ada's landing page to Bob's, and back.
  site.pages.set(
    '/',
    `${TELLS}${tag(site, '', '?more')}<script>
      addEventListener('pageshow', function (event) {
        if (!event.persisted) return setTimeout(function () { location.href = '/bob${link('bob', 'x2')}' }, 100)
        growsumo.data.customer_key = 'c1'
        growsumo.createSignup()
      })
    </script>`,
  )
  site.pages.set(
    '/bob',
    `${TELLS}${tag(site, '', '?more')}<script>
      onload = function () { setTimeout(function () { history.back() }, 100) }
    </script>`,
  )
  await alone(`${www(site)}/${link('ada', 'x1')}`)
  await expect.poll(() => site.signups()).toMatchObject([{ customer_key: 'c1', partner_key: 'bob', xid: 'x2' }])
  expect(told(site)).toEqual([])
})

test(
  'a page that is made ready early records nothing before it is seen',
  { tag: '@chromium' },
  async ({ alone, site }) => {
    site.pages.set(
      '/',
      `${TELLS}<script type="speculationrules">{ "prerender": [{ "urls": ["/landing${link('ada', 'x1')}"] }] }</script><script>
      var asks = setInterval(function () {
        fetch('/go').then(function (answer) {
          if (!answer.ok) return
          clearInterval(asks)
          location.href = '/landing${link('ada', 'x1')}'
        })
      }, 100)
    </script>`,
    )
    site.pages.set(
      '/landing',
      `${TELLS}${tag(site, '', '?more')}<script>
      growsumo.data.customer_key = 'c1'
      growsumo.createSignup()
      fetch('/v1/told?' + (document.prerendering ? 'hidden' : 'seen') + document.cookie)
      document.addEventListener('prerenderingchange', function () { tell('seen ' + document.cookie.indexOf('ps_xid=x1')) })
    </script>`,
    )
    await alone(`${www(site)}/`)
    await expect.poll(() => told(site)).toEqual(['hidden'])
    await new Promise((passed) => setTimeout(passed, 300))
    expect(site.asked.map(({ path }) => path)).toEqual(['/v1/told?hidden'])
    site.pages.set('/go', '')
    await expect.poll(() => site.signups()).toMatchObject([{ customer_key: 'c1', partner_key: 'ada', xid: 'x1' }])
    await expect.poll(() => told(site)[1]).toMatch(/^seen \d+$/)
  },
)

test('a browser that refuses all cookies credits the partner in the address', async ({ alone, site }) => {
  site.pages.set(
    '/',
    `${TELLS}<script>document.cookie = 'mine=1'; tell('cookies ' + document.cookie)</script>${tag(site, '', '?more')}<script>
      growsumo._spk()
      growsumo.data.customer_key = 'c1'
      growsumo.createSignup(function (error) { tell('answer ' + error) })
    </script>`,
  )
  await alone(`${www(site)}/${link('ada', 'x1')}`, { blocksCookies: true })
  await expect.poll(() => site.signups()).toMatchObject([{ customer_key: 'c1', partner_key: 'ada', xid: 'x1' }])
  await expect.poll(() => told(site)).toEqual(['cookies ', 'answer null'])
})
