// The script with more: sign-ups that outlive a server that is down, pages that change their address, lasting cookies.
import { attempt } from '../attempt.ts'
import { remember } from '../cookies.ts'
import { createGrowsumo } from '../growsumo.ts'
import type { Growsumo, Settings } from '../members.ts'
import type { SignupData } from '../signup.ts'
import { empty, forget, postKept, retry } from './outbox.ts'
import { watchRoutes } from './routes.ts'
import { askServer, isForgotten } from './server-cookies.ts'

/** Makes one. Touches nothing of the page, and may run on a server, until `_initialize`. */
export function createMore(settings: Settings): Growsumo {
  let isWatching = false
  let hasBegun = false
  let isAllowed = false

  const growsumo = createGrowsumo(
    settings,
    (visit, current) => {
      remember(visit, current)
      if (visit.partner_key || visit.xid) askServer(current).catch(() => {})
      else empty()
    },
    postKept,
  )
  const { _initialize, _spk, consent, createSignup } = growsumo

  /** Signs up from what the page told before this script was there, and leaves what it tells now as it is. */
  function signUpFrom(data: SignupData): void {
    const own = growsumo.data
    growsumo.data = data
    void createSignup()
    growsumo.data = own
  }

  /** What the last page could not finish. Not before the visitor allows it, and sees this page. */
  function begin(): void {
    if (hasBegun || document.prerendering) return
    const { requiresConsent, endpoint } = settings
    if (!isAllowed && (requiresConsent === '' || requiresConsent)) return
    hasBegun = true
    retry(endpoint, signUpFrom)
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return
      _spk() // Another partner may have led here since.
      retry(endpoint, signUpFrom)
    })
    if (attempt(() => isForgotten(settings)))
      void askServer(settings).then(
        (isDone) => isDone && _spk(),
        () => {},
      )
  }

  growsumo._initialize = (key, options) => {
    settings = { ...settings, ...options, key }
    attempt(() => {
      // Before what the stub queued: it may already know what the visitor decided.
      if (isWatching) return
      isWatching = true
      watchRoutes(_spk)
      document.addEventListener('prerenderingchange', begin)
    })
    _initialize(key, options)
    attempt(begin)
  }
  // The replay of a stub's call names where the stub has kept it, too.
  growsumo.createSignup = (callback, ...[kept]: unknown[]) => {
    if (kept) forget(kept as string)
    return createSignup(callback)
  }
  growsumo.consent = (yes) => {
    isAllowed = yes
    consent(yes)
    if (yes) attempt(begin)
  }
  return growsumo
}
