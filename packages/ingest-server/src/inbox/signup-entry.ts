/** What the browser script posts, as an entry for the books. Lenient: it runs on other people's pages. */
import { AppError } from '../errors.ts'
import type { Entry } from '../entry.ts'
import type { Mode, SignupFact } from '../facts.ts'
import { isObject, isPlainText, isShallow, jsonObject } from './json.ts'

/** A sign-up as it came in; made once, so that a replay reads the very same. */
export interface RawSignup {
  readonly mode: Mode
  readonly body: Uint8Array
  readonly headers: Readonly<Record<string, string>>
  readonly receivedAt: number
  /** Stands in where the page sent no `signup_id`. */
  readonly eventId: string
}

type Body = Readonly<Record<string, unknown>>

const LONGEST = 255

/** Text, or what a page may well have instead of it. */
function text(body: Body, name: string): string | null {
  const value = body[name]
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const trimmed = String(value).trim()
  if (trimmed === '') return null
  if (trimmed.length > LONGEST) throw new AppError('INVALID_FIELD', `'${name}' must be at most ${LONGEST} characters`)
  if (!isPlainText(trimmed)) throw new AppError('INVALID_FIELD', `'${name}' must be well-formed text`)
  return trimmed
}

type Money = Pick<SignupFact, 'amount' | 'amountProblem' | 'currency'>

/** A sign-up is never refused for its amount: what cannot be read is not recorded, and says why. */
function money(body: Body): Money {
  const given = body['amount']
  if (given === undefined || given === null || given === '')
    return { amount: null, amountProblem: null, currency: null }
  const amount = typeof given === 'string' && /^\s*\d+\s*$/.test(given) ? Number(given) : given
  const problem = (why: string): Money => ({ amount: null, amountProblem: why, currency: null })
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount < 0) {
    return problem(`the amount ${JSON.stringify(given).slice(0, 40)} is not a whole number of minor units, 0 or more`)
  }
  const currency = body['currency'] ?? ''
  if (typeof currency !== 'string' || !/^([a-z]{3})?$/i.test(currency.trim())) {
    return problem(`the currency ${JSON.stringify(currency).slice(0, 40)} is not three letters`)
  }
  return { amount, amountProblem: null, currency: currency.trim().toUpperCase() || null }
}

function page(body: Body): string | null {
  const value = body['page']
  return typeof value === 'string' && isPlainText(value) ? value.split('#', 1)[0]!.slice(0, 2048) || null : null
}

function meta(body: Body): SignupFact['meta'] {
  const value = body['meta']
  return isObject(value) && isShallow(value) ? value : null
}

function name(body: Body): string | null {
  const value = body['name']
  return typeof value === 'string' && isPlainText(value) ? value.trim().slice(0, 100).toWellFormed() || null : null
}

/** The public key a sign-up names, before anything else of it is believed. */
export const publicKeyOf = (body: Uint8Array): string => text(jsonObject(body), 'public_key') ?? ''

export function signupEntry(raw: RawSignup): Entry {
  const body = jsonObject(raw.body)
  const fact: SignupFact = {
    kind: 'signup',
    customerKey: text(body, 'customer_key'),
    email: text(body, 'email'),
    name: name(body),
    partnerKey: text(body, 'partner_key'),
    xid: text(body, 'xid'),
    providerKey: text(body, 'provider_key'),
    meta: meta(body),
    ...money(body),
    page: page(body),
  }
  if (!fact.customerKey && !fact.email) throw new AppError('MISSING_FIELD', "'customer_key' or 'email' is required")
  if (!fact.partnerKey && !fact.xid) throw new AppError('MISSING_FIELD', "'partner_key' or 'xid' is required")
  const delivery = {
    provider: 'script',
    account: '',
    eventId: text(body, 'signup_id') ?? raw.eventId,
    type: 'signup',
    body: raw.body,
    headers: raw.headers,
    verdict: null,
  }
  return { mode: raw.mode, at: raw.receivedAt, facts: [fact], delivery }
}
