/** The arithmetic of rewards: what a payment earns, and what is still due after some of it was settled. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { earnedBy, firstEarnedBy, netOf, stillDue } from '../../src/ledger/reward-money.ts'
import { flat, percent } from '../support/ledger-rewards.ts'

const money = (amount: number, refunded = 0, archived: null | 'reversed' | 'deleted' | 'replaced' = null) => ({
  ...{ amount, refunded, archived },
})

describe('a payment earns', () => {
  it.each([
    ['10 % of it', percent(100_000), money(5000), 500],
    ['10 % of what is left of it', percent(100_000), money(5000, 1500), 350],
    ['half a unit up', percent(100_000), money(15), 2],
    ['less than half a unit down', percent(100_000), money(14), 1],
    ['nothing of very little', percent(100_000), money(4), 0],
    ['a millionth', percent(1), money(500_000), 1],
    ['all of it', percent(1_000_000), money(5000), 5000],
    ['nothing of nothing', percent(100_000), money(0), 0],
    ['below 0 of what is below 0', percent(100_000), money(-5000), -500],
    ['half a unit away from 0 there', percent(100_000), money(-15), -2],
    ['nothing once it is taken back in full', percent(100_000), money(5000, 5000, 'reversed'), 0],
    ['nothing once it is archived', percent(100_000), money(5000, 0, 'deleted'), 0],
    ['nothing where the real payment took its place', percent(100_000), money(5000, 0, 'replaced'), 0],
    ['a flat amount', flat(700), money(5000), 700],
    ['its part of a flat amount', flat(700), money(5000, 2000), 420],
    ['half a unit of a flat amount up', flat(5), money(5000, 2500), 3],
    ['no flat amount for nothing', flat(700), money(0), 0],
    ['no flat amount below 0', flat(700), money(-5000), 0],
    ['to the unit beyond 2^53', percent(333_333), money(Number.MAX_SAFE_INTEGER), 3002396749180579],
  ])('%s', (_what, rate, payment, expected) => {
    expect(earnedBy(rate, payment)).toBe(expected)
  })

  it('the nearest whole number to its share, for every amount and rate', () => {
    const amounts = fc.oneof(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.maxSafeInteger())
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 1_000_000 }), (amount, millionths) => {
        const earned = BigInt(earnedBy(percent(millionths), money(amount)))
        const miss = 2n * (earned * 1_000_000n - BigInt(amount) * BigInt(millionths))
        expect(miss <= 1_000_000n && miss >= -1_000_000n).toBe(true)
        expect(earnedBy(percent(millionths), money(amount === 0 ? 0 : -amount))).toBe(Number(-earned))
      }),
    )
  })

  it('between nothing and what it earned at first, and never more for a larger refund', () => {
    const rate = fc.oneof(
      fc.integer({ min: 1, max: 1_000_000 }).map(percent),
      fc.integer({ min: 1, max: 10 ** 6 }).map((amount) => flat(amount)),
    )
    const refunds = fc
      .integer({ min: 1, max: 10 ** 7 })
      .chain((amount) => fc.tuple(fc.constant(amount), fc.nat(amount), fc.nat(amount)))
    fc.assert(
      fc.property(rate, refunds, (of, [amount, one, other]) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        const [high, low] = [earnedBy(of, money(amount, less)), earnedBy(of, money(amount, more))]
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(firstEarnedBy(of, { amount }))
        expect(low).toBeLessThanOrEqual(high)
        expect(netOf(money(amount, more))).toBe(amount - more)
      }),
    )
  })
})

describe('what is still due', () => {
  it.each([
    ['all of it, while nothing is settled', 500, 0, 0, 500],
    ['nothing, once it is paid', 500, 500, 0, 0],
    ['what was paid too much, below 0', 200, 500, 0, -300],
    ['what came back', 500, 500 - 300, 0, 300],
    ['nothing, once it is declined', 500, 0, 500, 0],
    ['nothing, where what was declined shrinks', 200, 0, 500, 0],
    ['nothing, where all of what was declined is taken back', 0, 0, 500, 0],
    ['no clawback that was declined', 200, 500, -300, 0],
    ['no second payment of what was let be', 500, 500, -300, 0],
    ['a clawback of what went back after another was declined', 0, 500, -300, -200],
    ['what is more than was declined', 700, 0, 500, 200],
    ['what a payment below 0 takes', -500, 0, 0, -500],
    ['what it took, once it is archived', 0, -500, 0, 500],
    ['nothing, where what it would have taken was declined', 0, 0, -500, 0],
  ])('is %s', (_what, earned, paid, declined, due) => {
    expect(stillDue(earned, { paid, declined })).toBe(due)
  })

  it('brings what was paid to what is earned wherever nothing was declined', () => {
    const unit = fc.integer({ min: -(10 ** 9), max: 10 ** 9 })
    fc.assert(
      fc.property(unit, unit, (earned, paid) => {
        expect(paid + stillDue(earned, { paid, declined: 0 })).toBe(earned)
      }),
    )
  })

  it('never takes a partner below nothing, nor above what is earned and what they have', () => {
    const unit = fc.nat(1000)
    fc.assert(
      fc.property(unit, unit, fc.integer({ min: -1000, max: 1000 }), (earned, paid, declined) => {
        const balance = paid + stillDue(earned, { paid, declined })
        expect(balance).toBeGreaterThanOrEqual(0)
        expect(balance).toBeLessThanOrEqual(Math.max(earned, paid))
      }),
    )
  })
})
