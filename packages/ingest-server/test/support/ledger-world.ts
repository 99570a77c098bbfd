/**
 * Small worlds for the test of convergence: customers, how they come to be known, and what the platform tells of their
 * payments. A world is drawn freely, and then loses what the contract itself makes depend on order; each such rule says why.
 */
import fc from 'fast-check'
import type { Entry } from '../../src/entry.ts'
import type { Fact, PaymentFact, PlatformFact } from '../../src/facts.ts'
import { called, delivered, fromBrowser } from './ledger.ts'
import {
  DAY,
  HOUR,
  SECOND,
  T0,
  customerCreate,
  customerSeen,
  dispute,
  failure,
  hints,
  payment,
  refund,
  signup,
  stripe,
  tie,
  transactionCreate,
} from './ledger-facts.ts'

const partnerKey = fc.constantFrom('ada', 'ben')

const anyCharge = fc.record({
  /** Recorded from the charge, or from the invoice it paid. */
  from: fc.constantFrom('charge', 'invoice'),
  /** How its events say who paid. */
  names: fc.constantFrom('platform', 'key', 'key later', 'both', 'both, no platform', 'partner'),
  captured: fc.constantFrom('all', 'part', 'part, before Basil'),
  updated: fc.boolean(),
  refunds: fc.subarray([500, 1500, 3000, 5000]),
  refundFails: fc.boolean(),
  dispute: fc.constantFrom('none', 'withdrawn', 'reinstated'),
  fails: fc.boolean(),
  tied: fc.constantFrom('charge', 'intent', 'both'),
  /** Also reported by key pair under the platform's id. */
  reported: fc.boolean(),
  deleted: fc.boolean(),
  /** In seconds after the payment, when its events were made; ties are wanted. */
  seconds: fc.array(fc.nat(6), { minLength: 4, maxLength: 9 }),
})

const anyCustomer = fc.record({
  joins: fc.constantFrom('before', 'after', 'too late'),
  by: fc.constantFrom('nobody', 'browser', 'browser, e-mail only', 'API', 'browser and API'),
  said: partnerKey,
  trusted: partnerKey,
  seen: fc.constantFrom('never', 'with key', 'with both', 'twice, by two ids'),
  claims: fc.boolean(),
  given: fc.boolean(),
  amount: fc.boolean(),
  charges: fc.array(anyCharge, { maxLength: 2 }),
})

export const anyWorld = fc.record({
  customers: fc.array(anyCustomer, { minLength: 1, maxLength: 3 }),
  refunds: fc.constantFrom('proportional', 'archive'),
  disputes: fc.constantFrom('on', 'off'),
})

type World = typeof anyWorld extends fc.Arbitrary<infer T> ? T : never
type Customer = World['customers'][number]
type Charge = Customer['charges'][number]

/** Takes out what depends on order by the contract's own words. */
function settled(customer: Customer): Customer {
  const made = customer.seen === 'with both' || customer.charges.some(({ names }) => names.startsWith('both'))
  // The browser never renames, and an e-mail lets go of nothing: it must be the key pair that brings key and e-mail together.
  const by = made && customer.by === 'browser, e-mail only' ? 'browser' : customer.by
  const browser = by.startsWith('browser')
  // To a known customer a sign-up changes nothing: its id counts only where the sign-up is sure to be the first to know it.
  const claims = customer.claims && by === 'browser' && !made
  // A key pair fills an empty provider_key: whether it is empty depends on what came before.
  const given = customer.given && customer.seen !== 'twice, by two ids'
  // The real payment takes the place of an equal amount near in time: only one that is sure to be recorded, as it is.
  const plain = ({ fails, deleted, captured }: Charge): boolean => !fails && !deleted && captured === 'all'
  const amount = customer.amount && browser && customer.joins === 'before' && customer.charges.every(plain)
  return {
    ...customer,
    by,
    claims,
    given,
    amount,
    charges: customer.charges.map((each) => settledCharge(each, customer)),
  }
}

function settledCharge(charge: Charge, { joins }: Customer): Charge {
  // A failure known before its success records nothing and teaches nothing: such a charge tells nothing but its platform id.
  const fails = charge.fails && (charge.from === 'invoice' || charge.names === 'platform')
  // The same key with another amount is a conflict, and which amount stands when the call comes depends on order; so does
  // whether a customer who signed up too late can still be named.
  const reported = charge.reported && !fails && charge.captured === 'all' && joins !== 'too late'
  // What failed before it succeeded cannot be deleted: it is not there.
  return { ...charge, fails, reported, deleted: charge.deleted && !fails }
}

/** One thing that happens: an entry, made anew each time it comes. */
export interface Step {
  readonly name: string
  /** `name` is its event id, or marks a call. */
  make(eventId?: string): Entry
}

const webhook = (name: string, ...facts: PlatformFact[]): Step => ({
  name,
  make: (eventId = name) => delivered(facts, { eventId, at: T0 + 20 * DAY }),
})
const call = (name: string, fact: Fact, at: number): Step => ({ name, make: () => called(fact, { at }) })

const JOINED = { before: T0 - DAY, after: T0 + 10 * DAY, 'too late': T0 + 60 * DAY }

function stepsOfCustomer(customer: Customer, index: number): Step[] {
  const { by, said, trusted, seen, claims, given, joins } = customer
  const [key, platform] = [`c${index}`, stripe(`cus_${index}`)]
  const at = JOINED[joins]
  const email = `${key}@shop.test`
  const emailOnly = by === 'browser, e-mail only'
  const shown = customer.amount ? { amount: 5000, currency: 'USD' } : {}
  const claimed = { providerKey: claims ? platform.id : null }
  const fact = signup({
    page: `https://shop.test/${key}`,
    customerKey: emailOnly ? null : key,
    email,
    partnerKey: said,
    ...shown,
    ...claimed,
  })
  const create = customerCreate({
    customerKey: key,
    email,
    partnerKey: trusted,
    providerKey: given ? platform.id : null,
  })
  const both = seen === 'with both' ? trusted : null
  return [
    ...(by.startsWith('browser')
      ? [{ name: `${key} signs up`, make: (eventId = `${key} signs up`) => fromBrowser(fact, { eventId, at }) }]
      : []),
    ...(by.includes('API') || emailOnly ? [call(`${key} created`, create, at)] : []),
    ...(seen === 'never'
      ? []
      : [webhook(`${key} seen`, customerSeen({ customerKey: key, platform, partnerKey: both }, T0 + HOUR))]),
    ...(seen.startsWith('twice')
      ? [
          webhook(
            `${key} seen as b`,
            customerSeen({ customerKey: key, platform: stripe(`cus_${index}b`) }, T0 + 2 * HOUR),
          ),
        ]
      : []),
    ...customer.charges.flatMap((charge, nth) => stepsOfCharge(charge, customer, index, `${index}_${nth}`)),
  ]
}

function whoOf({ names }: Charge, { trusted }: Customer, index: number, later: boolean): PaymentFact['who'] {
  const customerKey = `c${index}`
  const platform = stripe(`cus_${index}`)
  return {
    platform: hints({ platform }),
    key: hints({ platform, customerKey }),
    'key later': hints({ platform, customerKey: later ? customerKey : null }),
    both: hints({ platform, customerKey, partnerKey: trusted }),
    'both, no platform': hints({ customerKey, partnerKey: trusted }),
    partner: hints({ platform, partnerKey: trusted }),
  }[names]
}

function stepsOfCharge(charge: Charge, customer: Customer, index: number, id: string): Step[] {
  const [ch, inv, pi] = [`ch_${id}`, `in_${id}`, `pi_${id}`]
  const old = charge.captured === 'part, before Basil'
  const invoiced = charge.from === 'invoice'
  const baseline = old ? 2000 : 0
  let nth = 0
  const at = (): number => T0 + (charge.seconds[nth++ % charge.seconds.length] ?? 0) * SECOND
  const told = (overrides: Partial<PaymentFact>, later = false): PaymentFact =>
    payment(ch, {
      at: at(),
      records: !invoiced,
      who: whoOf(charge, customer, index, later),
      amount: invoiced ? 6000 : 5000,
      captured: old ? null : charge.captured === 'part' ? 3000 : invoiced ? 6000 : 5000,
      refundedTotal: baseline,
      intent: pi,
      ...overrides,
    })
  const bill = payment(inv, {
    at: at(),
    who: whoOf(charge, customer, index, true),
    captured: null,
    paid: 6000,
    refundedTotal: null,
  })
  const paid = charge.captured === 'all' ? told({}) : told({ role: 'capture' })
  const [refundedOnce] = charge.refunds
  const ref = { payment: stripe(ch), intent: pi }
  const name = invoiced ? inv : ch
  return [
    webhook(`${ch} paid`, paid),
    ...(invoiced ? [webhook(`${inv} paid`, bill)] : []),
    ...(charge.tied === 'intent' ? [] : [webhook(`${ch} tied`, tie(ch, inv))]),
    ...(charge.tied === 'charge' ? [] : [webhook(`${pi} tied`, tie(pi, inv))]),
    ...(charge.updated || charge.names === 'key later'
      ? [webhook(`${ch} updated`, told({ productKey: 'pro' }, true))]
      : []),
    ...charge.refunds.map((total) =>
      webhook(`${ch} refunded ${total}`, told({ role: 'refund', refundedTotal: baseline + total })),
    ),
    ...(charge.refundFails && refundedOnce
      ? [webhook(`${ch} refund failed`, refund('re', refundedOnce, { ...ref, at: at(), failed: true }))]
      : []),
    ...(charge.dispute === 'none' ? [] : [webhook(`${ch} disputed`, dispute('withdrawn', { ...ref, at: T0 + HOUR }))]),
    ...(charge.dispute === 'reinstated'
      ? [webhook(`${ch} won`, dispute('reinstated', { ...ref, at: T0 + 2 * HOUR }))]
      : []),
    ...(charge.fails ? [webhook(`${ch} failed`, failure({ payment: stripe(ch), at: at() }))] : []),
    ...(charge.reported
      ? [call(`${name} reported`, transactionCreate({ customer: `c${index}`, key: name }), JOINED[customer.joins])]
      : []),
    ...(charge.deleted ? [call(`${name} deleted`, { kind: 'transaction.archive', ref: name }, T0)] : []),
  ]
}

/** Everything that happens in a world, in its own order: customers first, then each payment from its beginning. */
export const stepsOf = ({ customers }: World): Step[] =>
  customers.flatMap((customer, index) => stepsOfCustomer(settled(customer), index))

/** Charges that failed: whether they are archived transactions or none depends on order, by the contract's own words. */
export const failingOf = ({ customers }: World): string[] =>
  customers.flatMap((customer, index) =>
    settled(customer).charges.flatMap(({ fails }, nth) => (fails ? [`stripe ch_${index}_${nth}`] : [])),
  )
