import { describe, expect, it } from 'vitest'
import { NO_EVIDENCE, collected, hasFailed, merge, proportion, takenBack } from '../../src/ledger/refunds.ts'
import type { MoneyFact } from '../../src/ledger/refunds.ts'
import { HOUR, T0, dispute, failure, payment, refund, refundFailed, refundTotal } from '../support/ledger-facts.ts'

const known = (facts: readonly MoneyFact[]) => facts.reduce(merge, NO_EVIDENCE)
const ON = { disputes: true }
const at = (hours: number): number => T0 + hours * HOUR

/** Events as they come before Stripe's 2025-03-31 version: `amount_captured` may be missing, what is let go counts as refunded. */
const old = (facts: Parameters<typeof payment>[1]) => payment('ch_1', { captured: null, ...facts })

describe('collected', () => {
  it.each<[string, readonly MoneyFact[], number]>([
    ['nothing, before any money was shown', [refundTotal(500)], 0],
    ['what was captured, where the platform tells', [payment('ch_1', { amount: 5000, captured: 3000 })], 3000],
    ['the whole amount, where it does not', [old({})], 5000],
    [
      'the amount less what the capture let go, where it does not',
      [old({ role: 'capture', refundedTotal: 2000, at: at(1) })],
      3000,
    ],
    ['nothing, where the capture let everything go', [old({ role: 'capture', refundedTotal: 5000 })], 0],
    [
      'what the newest event tells',
      [payment('ch_1', { captured: 3000, at: at(2) }), payment('ch_1', { captured: 1000, at: at(1) })],
      3000,
    ],
    [
      'the larger of two events within one second',
      [payment('ch_1', { captured: 1000 }), payment('ch_1', { captured: 3000 })],
      3000,
    ],
  ])('is %s', (_name, facts, expected) => {
    expect(collected(known(facts))).toBe(expected)
    expect(collected(known(facts.toReversed()))).toBe(expected)
  })
})

describe('taken back', () => {
  it.each<[string, readonly MoneyFact[], number]>([
    ['nothing of a plain payment', [payment()], 0],
    ['the cumulative refund, set and not added', [payment(), refundTotal(500), refundTotal(800, { at: at(2) })], 800],
    [
      'the newest cumulative refund, though it be smaller',
      [payment(), refundTotal(800), refundTotal(500, { at: at(2) })],
      500,
    ],
    ['the larger of two cumulative refunds within one second', [payment(), refundTotal(500), refundTotal(800)], 800],
    ['what a later charge.updated carries', [payment(), payment('ch_1', { refundedTotal: 700, at: at(1) })], 700],
    ['at most what was collected', [payment('ch_1', { captured: 3000 }), refund('re_1', 9000)], 3000],
    [
      'no partial capture before the Basil version: its baseline is no refund',
      [old({ role: 'capture', refundedTotal: 2000 }), refundTotal(2000)],
      0,
    ],
    ['what goes beyond the capture baseline', [old({ role: 'capture', refundedTotal: 2000 }), refundTotal(2700)], 700],
    [
      'nothing of a partial capture whose capture event never came',
      [payment('ch_1', { captured: 3000, refundedTotal: 2000, at: at(1) })],
      0,
    ],
    [
      'a refund of a partial capture whose capture event let nothing go (Basil)',
      [payment('ch_1', { role: 'capture', captured: 3000, refundedTotal: 0 }), refundTotal(2000, { captured: 3000 })],
      2000,
    ],
    [
      'nothing of a cancelled authorisation: no money ever came in',
      [old({ role: 'capture', refundedTotal: 5000 }), refundTotal(5000)],
      0,
    ],
    ['less a refund that a newer event reports failed', [payment(), refundTotal(800), refundFailed('re_1', 300)], 500],
    [
      'not less a failed refund that the newest charge event already leaves out',
      [payment(), refundTotal(500, { at: at(3) }), refundFailed('re_1', 300)],
      500,
    ],
    [
      'not less a failed refund of the very second of the charge event',
      [payment(), refundTotal(500, { at: at(2) }), refundFailed('re_1', 300)],
      500,
    ],
    ['never less than nothing', [payment(), refundTotal(200), refundFailed('re_1', 300)], 0],
    [
      'less each of two failed refunds',
      [payment(), refundTotal(800), refundFailed('re_1', 300), refundFailed('re_2', 100)],
      400,
    ],
    [
      'less a refund once, though it is reported failed twice',
      [payment(), refundTotal(800), refundFailed('re_1', 300), refundFailed('re_1', 300, { at: at(4) })],
      500,
    ],
    ['a disputed amount that was withdrawn', [payment(), dispute('withdrawn', { amount: 1500 })], 1500],
    ['nothing of a dispute that was won', [payment(), dispute('withdrawn'), dispute('reinstated')], 0],
    [
      'nothing of a dispute reinstated in the same second',
      [payment(), dispute('withdrawn'), dispute('reinstated', { at: at(3) })],
      0,
    ],
    [
      'a dispute withdrawn once more after it was reinstated',
      [payment(), dispute('reinstated'), dispute('withdrawn', { at: at(9) })],
      5000,
    ],
    [
      'each of two disputes by its id',
      [payment(), dispute('withdrawn', { amount: 1000 }), dispute('withdrawn', { amount: 500, disputeId: 'dp_2' })],
      1500,
    ],
    [
      'refunds and disputes together, at most all',
      [payment(), refundTotal(4000), dispute('withdrawn', { amount: 4000 })],
      5000,
    ],
    [
      'the sum over distinct refund ids',
      [payment('ch_1', { refundedTotal: null }), refund('re_1', 300), refund('re_2', 200)],
      500,
    ],
    [
      'a refund id once',
      [payment('ch_1', { refundedTotal: null }), refund('re_1', 300), refund('re_1', 300, { at: at(5) })],
      300,
    ],
    [
      'nothing of a refund by id that failed later',
      [payment('ch_1', { refundedTotal: null }), refund('re_1', 300), refundFailed('re_1', 300)],
      0,
    ],
    ['everything, once the payment failed after it had succeeded', [payment(), failure()], 5000],
    ['nothing, where it succeeded after it had failed', [payment('ch_1', { at: at(2) }), failure()], 0],
    ['everything, where both are of one second', [payment('ch_1', { at: at(1) }), failure()], 5000],
    [
      'a refund whose id reads like a property of every object',
      [payment('ch_1', { refundedTotal: null }), refund('constructor', 300), refund('__proto__', 200)],
      500,
    ],
    [
      'a dispute whose id reads like a property of every object',
      [
        payment(),
        dispute('withdrawn', { disputeId: 'toString', amount: 200 }),
        dispute('withdrawn', { disputeId: '__proto__', amount: 300 }),
      ],
      500,
    ],
  ])('is %s', (_name, facts, expected) => {
    expect(takenBack(known(facts), ON)).toBe(expected)
    expect(takenBack(known(facts.toReversed()), ON)).toBe(expected)
  })

  it('leaves disputes out where the setting says so', () => {
    const evidence = known([payment(), refundTotal(500), dispute('withdrawn', { amount: 1500 })])
    expect(takenBack(evidence, { disputes: false })).toBe(500)
  })

  it('counts a failure without any success as nothing taken back, and as failed', () => {
    expect(takenBack(known([failure()]), ON)).toBe(0)
    expect(hasFailed(known([failure()]))).toBe(true)
  })
})

describe('proportion', () => {
  it.each<[string, number, number, number, number]>([
    ['nothing of nothing', 1000, 0, 1200, 0],
    ['all of all', 1000, 1200, 1200, 1000],
    ['half up on the half', 1001, 1, 2, 501],
    ['down below the half', 1000, 333, 1200, 278],
    ['the whole, where more was taken than paid', 1000, 1500, 1200, 1000],
    ['nothing, where nothing was paid', 1000, 500, 0, 0],
    ['at most the amount, where a discount made the whole smaller', 1000, 800, 800, 1000],
    [
      'exact beyond 2^53',
      Number.MAX_SAFE_INTEGER,
      Number.MAX_SAFE_INTEGER - 2,
      Number.MAX_SAFE_INTEGER - 1,
      9007199254740990,
    ],
  ])('is %s', (_name, amount, taken, whole, expected) => {
    expect(proportion(amount, taken, whole)).toBe(expected)
  })
})
