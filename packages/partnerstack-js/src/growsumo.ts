// The object that pages know as `growsumo`: finds the referral, holds the page's data, reports the sign-up.
import { jar } from './jar.ts'
import { attempt } from './attempt.ts'
import { remember as write } from './cookies.ts'
import type { Growsumo, Settings } from './members.ts'
import { clickIn, credited, rememberedIn } from './referral.ts'
import type { Referral, Values } from './referral.ts'
import { signupFields } from './signup.ts'
import type { SignupData } from './signup.ts'
import { post as carry } from './transport.ts'
import type { SignupResult } from './transport.ts'

type Method = (...args: unknown[]) => unknown

/**
 * Makes one. Touches nothing of the page, and may run on a server, until `_initialize`.
 * @param remember What writes a referral on the site, and forgets the one it has where it is empty.
 * @param post What carries a sign-up to the server.
 */
export function createGrowsumo(settings: Settings, remember = write, post = carry): Growsumo {
  let filled: Referral = {}
  let filledData: SignupData | undefined
  /** The visit that led here, and the query that told of it. */
  let click: Referral | undefined
  let query: string | undefined
  /** Whether it still is to be written. Once it was, what the site's cookies say is newer, or the page has deleted them. */
  let isNew: boolean | undefined
  /** What the visitor decided, once they have. */
  let refused: boolean | undefined
  const held: (() => void)[] = []

  /** Whether nothing may be written or sent yet: the visitor has not decided, or has not seen the page. */
  const waits = (): unknown =>
    document.prerendering || (refused === undefined && (settings.requiresConsent === '' || settings.requiresConsent))

  function resolve(): void {
    attempt(() => {
      const { search } = location
      const values: Values = {}
      new URLSearchParams(search).forEach((value, name) => (values[name] = value))
      const found = search !== query && clickIn(values)
      if (found) {
        click = found
        query = search
        isNew = true
      }
      const remembered = rememberedIn(attempt(() => jar.get()) || {})
      const referral =
        (!refused && (credited(isNew ? click : undefined, remembered, settings.attribution) || click)) || {}
      const data = (filledData = growsumo.data = growsumo.data || {})
      for (const field of ['partner_key', 'xid'] as const) {
        // What the page set itself stays.
        if (!data[field] || data[field] === filled[field]) data[field] = referral[field]
      }
      filled = referral
      if (waits()) return document.addEventListener('prerenderingchange', resolve)
      held.splice(0).forEach((go) => go())
      // The click that is remembered already is no new one: a redirect may have written it better than we can.
      const isWritten = !isNew || click !== referral || (referral.xid && referral.xid === { ...remembered }.xid)
      isNew = refused
      if (refused || !isWritten) remember(referral, settings)
    })
  }

  async function send(): Promise<SignupResult> {
    // A page that replaced `data` as a whole said nothing of the referral, unless it names one.
    const data = growsumo.data === filledData ? growsumo.data : { ...filled, ...growsumo.data }
    const fields = signupFields(data, filled)
    if (fields) {
      const { key, endpoint } = settings
      if (!key || !endpoint) throw new Error('Not initialized')
      const body = JSON.stringify({
        public_key: key,
        signup_id: Date.now() + '' + Math.random(),
        ...fields,
        page: location.href,
      })
      while (waits()) await new Promise<void>((go) => held.push(go))
      if (!refused) return post(endpoint, body)
    }
    return { status: 204, message: 'Not referred' }
  }

  const growsumo: Growsumo = {
    data: {},
    q: [],
    _v: 1,
    _initialize(key, options) {
      settings = { ...settings, ...options, key }
      query = undefined
      resolve()
      // Calls from before the script was there: no sign-up could go out without the public key.
      attempt(() =>
        growsumo.q.splice(0).forEach(([method, ...args]) => attempt(() => (growsumo[method] as Method)(...args))),
      )
    },
    _spk: resolve,
    consent(yes) {
      refused = !yes
      resolve()
    },
    createSignup(callback) {
      return send().then(
        (result) => {
          attempt(() => callback!(null, result))
          return { result }
        },
        (error: unknown) => {
          attempt(() => callback!(error))
          return { error }
        },
      )
    },
  }
  return growsumo
}
