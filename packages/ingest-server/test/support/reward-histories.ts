/** Random histories of rewards: customers who come and change partners, payments and what becomes of them, triggers, payouts. */
import fc from 'fast-check'
import type { Entry } from '../../src/entry.ts'
import type { Fact, Rate, RewardStatus, TriggerConditions } from '../../src/facts.ts'
import { DAY, HOUR, T0, called, delivered, fromBrowser } from './ledger.ts'
import {
  customerCreate,
  dispute,
  failure,
  hints,
  payment,
  refund,
  signup,
  stripe,
  transactionCreate,
} from './ledger-facts.ts'
import { flat, percent, trigger } from './ledger-rewards.ts'
import type { Everything } from './ledger-snapshot.ts'

const nth = fc.nat(3)
const currency = fc.constantFrom('USD', 'EUR', 'JPY')
const product = fc.constantFrom(null, 'basic', 'pro')
/** Small ones, at which every rounding shows; large ones, beyond what a double holds times a million. */
const amount = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5_000_000_000 }))
const rate: fc.Arbitrary<Rate> = fc.oneof(
  fc.integer({ min: 1, max: 1_000_000 }).map(percent),
  fc.tuple(amount, currency).map(([flatly, code]) => flat(flatly, code)),
)
const conditions: fc.Arbitrary<Partial<TriggerConditions>> = fc.record(
  {
    productKeys: fc.constant(['pro']),
    currency,
    firstOnly: fc.boolean(),
    withinMonths: fc.constantFrom(1, 2),
    atMost: fc.constantFrom(1, 2),
  },
  { requiredKeys: [] },
)
const share = fc.constantFrom(0.1, 0.5, 0.99, 1)

export const anyStep = fc.oneof(
  fc.record({ does: fc.constant('join'), who: fc.nat(1), by: fc.constantFrom('browser', 'API', 'platform') }),
  { weight: 5, arbitrary: fc.record({ does: fc.constant('pay'), n: nth, who: fc.nat(1), amount, currency, product }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('report'), n: nth, who: fc.nat(1), amount, currency, product }),
  },
  fc.record({ does: fc.constant('report less than nothing'), n: nth, who: fc.nat(1), amount, currency, product }),
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('refund'), n: nth, id: fc.nat(2), share, failed: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('dispute'), n: nth, share, won: fc.boolean() }) },
  fc.record({ does: fc.constant('fail'), n: nth }),
  fc.record({ does: fc.constant('delete'), n: nth }),
  { weight: 2, arbitrary: fc.record({ does: fc.constant('start'), rate, conditions }) },
  fc.record({ does: fc.constant('change'), which: nth, rate }),
  fc.record({ does: fc.constant('end'), which: nth }),
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('settle'),
      which: fc.nat(9),
      to: fc.constantFrom<RewardStatus[]>('pending', 'approved', 'approved', 'paid', 'paid', 'declined'),
    }),
  },
)
export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

/** Steps come alone, or some of them at once. Half of all histories decline nothing. */
export const anyHistory = fc
  .tuple(fc.boolean(), fc.array(fc.array(anyStep, { minLength: 1, maxLength: 3 }), { minLength: 6, maxLength: 18 }))
  .map(([declines, groups]) =>
    groups.map((group) =>
      group.map((step): Step =>
        step.does === 'settle' && step.to === 'declined' && !declines ? { ...step, to: 'paid' } : step,
      ),
    ),
  )

/** What a step says, in the history of this number: its customers and payments, and the `rows` of them, are its own. */
export function entryOf(step: Step, history: number, time: number, rows: Everything): Entry {
  const at = T0 + time * HOUR
  const key = (who: number): string => `h${history}c${who}`
  const id = (n: number): string => `h${history}_${n}`
  const platform = (who: number) => stripe(`cus_${key(who)}`)
  const person = (fact: Fact): Entry => called(fact, { at })
  const standing = rows.triggers.filter(({ archived }) => !archived)
  const triggerOf = (which: number): string => standing[which % Math.max(1, standing.length)]?.key ?? 'trig_none'
  const amountOf = (n: number): number => rows.payments.find(({ sourceKey }) => sourceKey === id(n))?.amount ?? 1000
  switch (step.does) {
    case 'join': {
      const [customerKey, email] = [key(step.who), `${key(step.who)}@shop.test`]
      const providerKey = platform(step.who).id
      if (step.by === 'browser')
        return fromBrowser(signup({ customerKey, email, providerKey, partnerKey: 'ada' }), { at })
      if (step.by === 'API') return person(customerCreate({ customerKey, email, providerKey, partnerKey: 'ben' }))
      const who = hints({ customerKey, platform: platform(step.who), partnerKey: 'ben' })
      return delivered([{ kind: 'customer.seen', at, who }], { at })
    }
    case 'pay': {
      const who = hints({ platform: platform(step.who) })
      const told = { amount: step.amount, captured: step.amount, currency: step.currency, productKey: step.product }
      return delivered(
        [payment(id(step.n), { ...told, who, refundedTotal: null, at, happenedAt: T0 + step.n * 20 * DAY })],
        { at },
      )
    }
    case 'report':
    case 'report less than nothing':
      return person(
        transactionCreate({
          ...{
            customer: key(step.who),
            key: `${id(step.n)} by hand`,
            currency: step.currency,
            productKey: step.product,
          },
          amount: step.does === 'report' ? step.amount : -step.amount,
        }),
      )
    case 'refund': {
      const back = Math.max(1, Math.floor(amountOf(step.n) * step.share))
      return delivered([refund(`re_${step.id}`, back, { payment: stripe(id(step.n)), failed: step.failed, at })], {
        at,
      })
    }
    case 'dispute': {
      const back = Math.max(1, Math.floor(amountOf(step.n) * step.share))
      const state = step.won ? 'reinstated' : 'withdrawn'
      return delivered([dispute(state, { payment: stripe(id(step.n)), amount: back, at })], { at })
    }
    case 'fail':
      return delivered([failure({ payment: stripe(id(step.n)), at })], { at })
    case 'delete':
      return person({ kind: 'transaction.archive', ref: step.n % 2 === 0 ? id(step.n) : `${id(step.n)} by hand` })
    case 'start':
      return person(trigger(step.conditions, { rate: step.rate }))
    case 'change':
      return person({ kind: 'trigger.edit', ref: triggerOf(step.which), rate: step.rate, actor: 'operator' })
    case 'end':
      return person({ kind: 'trigger.archive', ref: triggerOf(step.which), actor: 'operator' })
    case 'settle': {
      const open = rows.rewards.filter(
        ({ status, archived }) => !archived && status !== 'paid' && status !== 'declined',
      )
      const ref = open[step.which % Math.max(1, open.length)]?.key ?? 'rwrd_none'
      return person({ kind: 'reward.status', ref, status: step.to, actor: 'operator' })
    }
  }
}
