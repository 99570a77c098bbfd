// The object that pages know as `growsumo`: finds the referral, holds the page's data, reports the sign-up.
import Cookies from 'js-cookie'
import { attempt } from './attempt.ts'
import { remember } from './cookies.ts'
import { clickIn, credited, rememberedIn } from './referral.ts'
import type { Attribution, Referral, Values } from './referral.ts'
import { signupFields } from './signup.ts'
import type { SignupData } from './signup.ts'
import { post } from './transport.ts'
import type { SignupResult } from './transport.ts'

type Method = (...args: unknown[]) => unknown

/** How the script is set up: by `data-…` on its tag, or in `_initialize`. */
export interface Options {
  /** The URL that sign-ups are posted to. */
  endpoint: string
  /** The domain to write cookies on instead of the registrable one; `none` for this host only. */
  cookieDomain?: string
  /** Who is credited when several partners led here. `last` unless said. */
  attribution?: Attribution
}

/** How a sign-up ended: exactly one of the two is there. */
export type Outcome = { result: SignupResult; error?: never } | { error: unknown; result?: never }

/** Called once for each sign-up, never in the same turn: with `(null, result)`, or with the error alone. */
export type SignupCallback = (error: unknown, result?: SignupResult) => void

/** A call as a stub queues it before the script is there: an array, or the `arguments` of a function. */
export type EarlyCall = [method: '_initialize' | '_spk' | 'createSignup', ...args: unknown[]]

/** `window.growsumo`. No member throws, and each works detached from it. */
export interface Growsumo {
  /** The page's to change, field by field or as a whole. */
  data: SignupData
  /** Finds the referral in the URL or else the cookies, remembers it, fills `data`. */
  _initialize(publicKey: string, options?: Partial<Options>): void
  /** Looks for the referral again: to be called before reading `data.partner_key`. */
  _spk(): void
  /** Sends `data` as it stands now. The promise never rejects. Without a referral nothing is sent. */
  createSignup(callback?: SignupCallback): Promise<Outcome>
  /** Calls waiting for `_initialize`. */
  q: EarlyCall[]
  /** Tells our object from a stranger's, across two copies of this script on one page. */
  _v: 1
}

/** Makes one. Touches nothing of the page, and may run on a server, until `_initialize`. */
export function createGrowsumo(settings: Options): Growsumo {
  let publicKey = ''
  let filled: Referral = {}
  let filledData: SignupData | undefined

  function resolve(): void {
    attempt(() => {
      const query: Values = {}
      new URLSearchParams(location.search).forEach((value, name) => (query[name] = value))
      const click = clickIn(query)
      const remembered = rememberedIn(attempt(() => Cookies.get()) || {})
      const referral = credited(click, remembered, settings.attribution) || {}
      const data = (filledData = growsumo.data = growsumo.data || {})
      for (const field of ['partner_key', 'xid'] as const) {
        // What the page set itself stays.
        if (!data[field] || data[field] === filled[field]) data[field] = referral[field]
      }
      filled = referral
      if (click === referral) remember(click, publicKey, settings.cookieDomain)
    })
  }

  async function send(): Promise<SignupResult> {
    // A page that replaced `data` as a whole said nothing of the referral, unless it names one.
    const data = growsumo.data === filledData ? growsumo.data : { ...filled, ...growsumo.data }
    const fields = signupFields(data, filled)
    if (!fields) return { status: 204, message: 'Not referred' }
    if (!publicKey || !settings.endpoint) throw new Error('Not initialized')
    const body = { public_key: publicKey, signup_id: signupId(), ...fields, page: location.href }
    return post(settings.endpoint, JSON.stringify(body))
  }

  const growsumo: Growsumo = {
    data: {},
    q: [],
    _v: 1,
    _initialize(key, options) {
      publicKey = key
      settings = { ...settings, ...options }
      resolve()
      // Calls from before the script was there: no sign-up could go out without the public key.
      attempt(() =>
        growsumo.q.splice(0).forEach(([method, ...args]) => attempt(() => (growsumo[method] as Method)(...args))),
      )
    },
    _spk: resolve,
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

/** Tells a retry from a second sign-up. Needs to be unique, not secret: randomUUID is missing on plain http. */
function signupId(): string {
  return attempt(() => crypto.randomUUID()) || Date.now() + '.' + Math.random()
}
