/** Part of the store's contract: what is forgotten when its retention time is over, and what never is. */
import { describe, expect, it } from 'vitest'
import type { DeliveryRow, PaymentRow } from '../../src/store/rows.ts'
import { idempotencyRow } from '../support/reward-rows.ts'
import { changes, deliveryRow, ground, groupRow, partnerRow, paymentRow } from '../support/rows.ts'
import type { StoreUnderTest } from './store.ts'

const BEFORE = 1_000
const old = { createdAt: 500, updatedAt: 500 }
const unrecorded = { customer: null, partnerKey: null, ...old } as const

const payment = (over: Partial<PaymentRow>): PaymentRow =>
  paymentRow({ key: 'tran_p', sourceKey: 'ch_p', ...old, ...over })
const delivery = (over: Partial<DeliveryRow>): DeliveryRow =>
  deliveryRow({ key: 'dlv_p', eventId: 'evt_p', receivedAt: 500, updatedAt: 500, ...over })

export function testPurge(current: () => StoreUnderTest): void {
  const left = async () => {
    const { payments, waits } = await current().store.atomically((tx) =>
      tx.load('production', { payments: ['tran_p'], hints: ['c:c9'] }),
    )
    return {
      payment: payments.length,
      waits: waits.length,
      delivery: (await current().store.delivery('dlv_p')) === null ? 0 : 1,
    }
  }

  describe('purge', () => {
    it.each<[string, Partial<PaymentRow> | null, boolean]>([
      ['forgets a payment whose customer never came', { ...unrecorded, state: 'waiting' }, true],
      ['forgets the tombstone of a failure', { ...unrecorded, state: 'evidence' }, true],
      ['keeps a transaction', {}, false],
      ['keeps a payment that changed since', { ...unrecorded, state: 'waiting', updatedAt: BEFORE }, false],
      ['keeps a charge that counts for its invoice', { ...unrecorded, state: 'evidence', whole: 'in_1' }, false],
    ])('%s', async (_what, over, forgotten) => {
      const row = payment(over ?? {})
      const waits = row.state === 'waiting' ? [{ mode: 'production' as const, hint: 'c:c9', payment: 'tran_p' }] : []
      await current().store.atomically((tx) => tx.save({ ...ground(), payments: [row], waits }))
      expect(await current().store.purge('production', BEFORE, 10)).toBe(forgotten ? 1 : 0)
      expect(await left()).toMatchObject({ payment: forgotten ? 0 : 1, waits: forgotten ? 0 : waits.length })
    })

    it.each<[string, Partial<DeliveryRow>, Partial<PaymentRow> | null, boolean]>([
      ['forgets a delivery that was applied', {}, null, true],
      ['forgets one that was ignored', { state: 'ignored' }, null, true],
      ['keeps one that failed by our fault', { state: 'failed' }, null, false],
      ['keeps one that came since', { receivedAt: BEFORE }, null, false],
      [
        'keeps one whose payment still waits',
        { state: 'parked', waitingOn: 'tran_p' },
        { ...unrecorded, state: 'waiting', updatedAt: BEFORE },
        false,
      ],
      [
        'forgets one together with the payment it waited on',
        { state: 'parked', waitingOn: 'tran_p' },
        { ...unrecorded, state: 'waiting' },
        true,
      ],
    ])('%s', async (_what, over, waiting, forgotten) => {
      const payments = waiting ? [payment(waiting)] : []
      await current().store.atomically((tx) =>
        tx.save({ ...ground(), payments, deliveries: [{ row: delivery(over), body: new Uint8Array([1]) }] }),
      )
      await current().store.purge('production', BEFORE, 10)
      expect((await left()).delivery).toBe(forgotten ? 0 : 1)
    })

    it('forgets calls of either mode by their time, at most so many at once', async () => {
      const calls = ['production', 'test', 'test'].map((mode, n) =>
        idempotencyRow({ id: `call-${n}`, mode: mode as 'production' | 'test', createdAt: n * 100 }),
      )
      await current().store.atomically((tx) => tx.save(changes({ idempotency: calls })))
      expect(await current().store.forgetCalls(200, 1)).toBe(1)
      expect(await current().store.forgetCalls(200, 9)).toBe(1)
      expect(await current().store.forgetCalls(200, 9)).toBe(0)
      const load = (mode: 'production' | 'test') =>
        current().store.atomically((tx) => tx.load(mode, { calls: ['call-0', 'call-1', 'call-2'] }))
      expect([(await load('production')).idempotency, (await load('test')).idempotency]).toEqual([[], [calls[2]]])
    })

    it('forgets at most so many at a time, the oldest first, and never of the other mode', async () => {
      const rows = [1, 2, 3].map((n) => delivery({ key: `dlv_${n}`, eventId: `evt_${n}`, receivedAt: n * 100 }))
      const other = delivery({ key: 'dlv_t', mode: 'test', receivedAt: 1 })
      const ground_ = changes({ groups: [groupRow()], partners: [partnerRow()] })
      await current().store.atomically((tx) =>
        tx.save({ ...ground_, deliveries: [...rows, other].map((row) => ({ row, body: new Uint8Array([1]) })) }),
      )
      expect(await current().store.purge('production', BEFORE, 2)).toBe(2)
      expect((await current().store.deliveries({ mode: 'production', limit: 9 })).items.map(({ key }) => key)).toEqual([
        'dlv_3',
      ])
      expect(await current().store.purge('production', BEFORE, 2)).toBe(1)
      expect(await current().store.purge('production', BEFORE, 2)).toBe(0)
      expect(await current().store.delivery('dlv_t')).not.toBeNull()
    })
  })
}
