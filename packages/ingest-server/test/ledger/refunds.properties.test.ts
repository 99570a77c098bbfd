import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE, collected, merge, proportion, takenBack } from '../../src/ledger/refunds.ts'
import type { MoneyFact } from '../../src/ledger/refunds.ts'
import { SECOND, T0, dispute, failure, payment, refund } from '../support/ledger-facts.ts'

const known = (facts: readonly MoneyFact[]) => facts.reduce(merge, NO_EVIDENCE)
const ON = { disputes: true }

describe('proportion', () => {
  const units = fc.oneof(fc.nat(10_000), fc.maxSafeNat())

  it('is the nearest whole number, half up, and at most the amount', () => {
    fc.assert(
      fc.property(units, units, units.filter(Boolean), (amount, taken, whole) => {
        const part = proportion(amount, taken, whole)
        expect(part).toBeGreaterThanOrEqual(0)
        expect(part).toBeLessThanOrEqual(amount)
        const [a, t, w, p] = [BigInt(amount), BigInt(Math.min(taken, whole)), BigInt(whole), BigInt(part)]
        expect(2n * a * t >= (2n * p - 1n) * w && 2n * a * t < (2n * p + 1n) * w).toBe(true)
      }),
    )
  })
})

/** Moments close enough together that many events share one. */
const moment = fc.nat(4).map((index) => T0 + index * SECOND)
const small = fc.nat(6).map((units) => units * 500)
const role = fc.constantFrom('payment' as const, 'capture' as const, 'refund' as const)
const money = fc.record({
  at: moment,
  role,
  amount: small,
  captured: fc.option(small),
  refundedTotal: fc.option(small),
  paid: fc.option(small),
  records: fc.boolean(),
})
const id = fc.constantFrom('1', '2', '__proto__', 'constructor')
const anyFact: fc.Arbitrary<MoneyFact> = fc.oneof(
  { weight: 3, arbitrary: money.map((overrides) => payment('ch_1', overrides)) },
  fc
    .record({ at: moment, failed: fc.boolean() })
    .chain((overrides) => fc.tuple(id, small).map(([refundId, amount]) => refund(refundId, amount, overrides))),
  fc
    .record({ at: moment, disputeId: id, amount: small })
    .chain((overrides) => fc.boolean().map((won) => dispute(won ? 'reinstated' : 'withdrawn', overrides))),
  moment.map((when) => failure({ at: when })),
)

describe('any set of events', () => {
  it('gives the same evidence in any order and any number', () => {
    const shuffled = fc
      .array(anyFact, { minLength: 1, maxLength: 8 })
      .chain((facts) =>
        fc
          .tuple(fc.shuffledSubarray([...facts, ...facts]), fc.constant(facts))
          .chain(([some]) =>
            fc.tuple(
              fc.constant(facts),
              fc.shuffledSubarray([...facts, ...some], { minLength: facts.length + some.length }),
            ),
          ),
      )
    fc.assert(
      fc.property(shuffled, ([facts, again]) => {
        const [one, two] = [known(facts), known(again)]
        expect(two).toEqual(one)
        expect(takenBack(two, ON)).toBe(takenBack(one, ON))
      }),
      { numRuns: 2000 },
    )
  })

  it('takes back between nothing and what was collected', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 10 }), fc.boolean(), (facts, disputes) => {
        const evidence = known([payment(), ...facts])
        const back = takenBack(evidence, { disputes })
        expect(back).toBeGreaterThanOrEqual(0)
        expect(back).toBeLessThanOrEqual(collected(evidence))
      }),
      { numRuns: 2000 },
    )
  })
})
