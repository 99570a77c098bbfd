/** Part of the store's contract: of rows that stand, only what may say who somebody is is written. */
import { describe, expect, it } from 'vitest'
import { changes, customerRow, deliveryRow, ground, paymentRow, platformIdRow } from '../support/rows.ts'
import type { StoreUnderTest } from './store.ts'

export function testErasing(current: () => StoreUnderTest): void {
  const save = (over: Parameters<typeof changes>[0]) => current().store.atomically((tx) => tx.save(changes(over)))
  const dumped = async (table: 'payments' | 'deliveries' | 'audit') =>
    (await current().store.dump(table, null, 100)).map(({ row }) => row)

  describe('forgetting', () => {
    it('writes those columns of rows that stand, and no other, and makes none anew', async () => {
      await current().store.atomically((tx) => tx.save(ground()))
      const payment = paymentRow({ key: 'tran_1', customer: 'cus_1', metadata: { note: 'Carla' }, page: '/?carla' })
      await save({ payments: [payment] })
      const told = { ...payment, metadata: {}, page: null, amount: 1, partnerKey: 'ben' }
      await current().store.scrub('payments', [told, { ...told, key: 'tran_2' }])
      expect(await dumped('payments')).toEqual([{ ...payment, metadata: {}, page: null }])
    })

    it('empties the body of a delivery, which then is not there', async () => {
      const row = deliveryRow({ key: 'dlv_1', reason: 'of Carla', headers: { referer: '/?carla' }, state: 'applied' })
      await save({ deliveries: [{ row, body: Buffer.from('Carla') }] })
      expect(await current().store.deliveryBody('dlv_1')).not.toBeNull()
      await current().store.scrub('deliveries', [{ ...row, reason: '', headers: {}, state: 'failed' }])
      expect(await dumped('deliveries')).toEqual([{ ...row, reason: '', headers: {} }])
      expect(await current().store.deliveryBody('dlv_1')).toBeNull()
    })

    it('takes who is meant out of payments that wait, by their e-mail, in one mode', async () => {
      const who = (email: string) => ({
        ...{ customerKey: 'c9', platform: null, email, name: 'Carla', partnerKey: null, mayCreate: true },
      })
      const waiting = (key: string, email: string, mode: 'production' | 'test' = 'production') =>
        paymentRow({
          ...{ key, sourceKey: key, givenKey: null, mode, state: 'waiting', customer: null, partnerKey: null },
          evidence: { ...EVIDENCE, who: who(email) },
        })
      const rows = [
        waiting('t1', ' Carla@x.example'),
        waiting('t2', 'b@x.example'),
        waiting('t3', 'carla@x.example', 'test'),
      ]
      await save({ payments: rows })
      await current().store.forgetWho('production', 'carla@x.example')
      const left = (await dumped('payments')) as typeof rows
      expect(
        left.map(({ key, evidence }) => [key, evidence?.who?.email, evidence?.who?.name, evidence?.who?.customerKey]),
      ).toEqual([
        ['t1', null, null, 'c9'],
        ['t2', 'b@x.example', 'Carla', 'c9'],
        ['t3', 'carla@x.example', 'Carla', 'c9'],
      ])
    })

    it('knows all ids of a customer, the oldest first', async () => {
      await current().store.atomically((tx) => tx.save(ground()))
      await save({ customers: [customerRow({ key: 'cus_2', customerKey: 'c2' })] })
      const ids = [
        platformIdRow({ id: 'b', at: 2 }),
        platformIdRow({ id: 'a', at: 1 }),
        platformIdRow({ id: 'c', customer: 'cus_2' }),
      ]
      await save({ platformIds: ids })
      expect((await current().store.platformIds('production', 'cus_1')).map(({ id }) => id)).toEqual(['a', 'b'])
      expect(await current().store.platformIds('test', 'cus_1')).toEqual([])
    })
  })
}

const EVIDENCE = {
  ...{
    paid: null,
    counts: true,
    capture: null,
    refunded: null,
    refunds: {},
    disputes: {},
    failedAt: null,
    whole: null,
  },
} as const
