/** Part of the store's contract: a batch's rows are found by every name facts may carry, in their own mode only. */
import { describe, expect, it } from 'vitest'
import type { Rows, Wanted } from '../../src/store/store.ts'
import {
  changes,
  clickRow,
  customerRow,
  deliveryRow,
  ground,
  groupRow,
  linkRow,
  partnerRow,
  paymentRow,
  platformIdRow,
  subscriptionRow,
} from '../support/rows.ts'
import type { StoreUnderTest } from './store.ts'

const waiting = paymentRow({ key: 'tran_w', state: 'waiting', sourceKey: 'ch_w', customer: null, partnerKey: null })
const waits = ['c:c9', 'p:cus_9'].map((hint) => ({ mode: 'production', hint, payment: 'tran_w' }) as const)
const evidence = paymentRow({
  key: 'tran_e',
  state: 'evidence',
  sourceKey: 'ch_e',
  customer: null,
  intent: 'pi_e',
  whole: 'in_1',
})
const given = paymentRow({ key: 'tran_g', source: 'api', sourceKey: 'order-1', givenKey: 'order-1', createdAt: 5_000 })
const browser = paymentRow({ key: 'tran_b', source: 'script', sourceKey: 'tran_b', approved: false, createdAt: 6_000 })
const waitingId = {
  mode: 'production',
  provider: 'stripe',
  account: '',
  id: 'cus_9',
  customerKey: 'c9',
  at: 1_000,
} as const
const tie = { mode: 'production', provider: 'stripe', account: '', part: 'pi_e', whole: 'in_1' } as const

const everything = changes({
  ...ground(),
  links: [linkRow()],
  clicks: [clickRow()],
  platformIds: [platformIdRow()],
  waitingIds: [waitingId],
  payments: [paymentRow(), waiting, evidence, given, browser],
  waits,
  ties: [tie],
  subscriptions: [subscriptionRow()],
  deliveries: [{ row: deliveryRow(), body: new Uint8Array([1, 2]) }],
})

/** The other mode holds rows under all the same names. */
const otherMode = changes({
  groups: [groupRow({ key: 'grup_t', mode: 'test' })],
  partners: [partnerRow({ key: 'part_t', mode: 'test', groupKey: 'grup_t' })],
  customers: [customerRow({ key: 'cus_t', mode: 'test' })],
  clicks: [clickRow({ xid: 'x1-test', mode: 'test' })],
  platformIds: [platformIdRow({ mode: 'test', customer: 'cus_t' })],
  waitingIds: [{ ...waitingId, mode: 'test' }],
  payments: [
    paymentRow({ key: 'tran_t', mode: 'test', customer: 'cus_t' }),
    { ...waiting, key: 'tran_wt', mode: 'test' },
  ],
  waits: waits.map((wait) => ({ ...wait, mode: 'test' as const, payment: 'tran_wt' })),
  ties: [{ ...tie, mode: 'test' }],
  subscriptions: [subscriptionRow({ key: 'sub_t', mode: 'test' })],
  deliveries: [{ row: deliveryRow({ key: 'dlv_t', mode: 'test' }), body: new Uint8Array([3]) }],
})

export function testLoad(current: () => StoreUnderTest): void {
  const load = (wanted: Wanted): Promise<Rows> => current().store.atomically((tx) => tx.load('production', wanted))
  const prepare = async (): Promise<void> => {
    await current().store.atomically((tx) => tx.save(everything))
    await current().store.atomically((tx) => tx.save(otherMode))
  }

  describe('load', () => {
    it.each<[string, Wanted, Partial<Rows>]>([
      ['partners by partner_key', { partnerKeys: ['ada', 'nobody'] }, { partners: [partnerRow()] }],
      ['partners by e-mail, in any case', { partnerEmails: ['ADA@partners.test'] }, { partners: [partnerRow()] }],
      ['groups by slug', { groups: ['default'] }, { groups: [groupRow()] }],
      ['groups by key', { groups: ['grup_1'] }, { groups: [groupRow()] }],
      ['links by path', { linkPaths: ['ada'] }, { links: [linkRow()] }],
      ['clicks by xid', { xids: ['x1', 'x1-test'] }, { clicks: [clickRow()] }],
      ['customers by customer_key', { customerKeys: ['c1'] }, { customers: [customerRow()] }],
      ['customers by internal key', { customers: ['cus_1', 'cus_t'] }, { customers: [customerRow()] }],
      ['customers by e-mail', { emails: ['c1@shop.test'] }, { customers: [customerRow()] }],
      ['platform ids by id', { platformIds: ['cus_stripe1'] }, { platformIds: [platformIdRow()] }],
      ['platform ids by their customer', { platformIdsOf: ['cus_1'] }, { platformIds: [platformIdRow()] }],
      ['waiting ids by id', { waitingIds: ['cus_9'] }, { waitingIds: [waitingId] }],
      ['waiting ids by the customer_key they wait for', { waitingFor: ['c9'] }, { waitingIds: [waitingId] }],
      ['payments by source key', { payments: ['ch_1'] }, { payments: [paymentRow()] }],
      ['payments by given key', { payments: ['order-1'] }, { payments: [given] }],
      ['payments by internal key', { payments: ['tran_1'] }, { payments: [paymentRow()] }],
      [
        'waiting payments by hint, with all their hints',
        { hints: ['c:c9'] },
        { payments: [waiting], waits: [...waits] },
      ],
      [
        'waiting payments by either hint, once',
        { hints: ['c:c9', 'p:cus_9'] },
        { payments: [waiting], waits: [...waits] },
      ],
      ['charges by intent', { intents: ['pi_e'] }, { payments: [evidence] }],
      ['charges by the invoice they paid', { wholes: ['in_1'] }, { payments: [evidence] }],
      ['ties by part', { tieParts: ['pi_e'] }, { ties: [tie] }],
      ['ties by whole', { tieWholes: ['in_1'] }, { ties: [tie] }],
      ['subscriptions by id', { subscriptions: ['sub_stripe1'] }, { subscriptions: [subscriptionRow()] }],
      ['transactions by customer', { transactionsOf: ['cus_1'] }, { payments: [paymentRow(), given, browser] }],
      ['what a browser reported and nothing confirmed', { unconfirmedOf: ['cus_1'] }, { payments: [browser] }],
      [
        'deliveries by event, without a body',
        { events: [{ provider: 'stripe', account: '', eventId: 'evt_1' }] },
        { deliveries: [deliveryRow()] },
      ],
      ['no delivery of another account', { events: [{ provider: 'stripe', account: 'acct_2', eventId: 'evt_1' }] }, {}],
    ])('finds %s', async (_what, wanted, expected) => {
      await prepare()
      const nothing: Rows = {
        groups: [],
        partners: [],
        links: [],
        clicks: [],
        customers: [],
        platformIds: [],
        waitingIds: [],
        payments: [],
        waits: [],
        imports: [],
        ties: [],
        subscriptions: [],
        ...{
          triggers: [],
          rewards: [],
          actions: [],
          prospects: [],
          hooks: [],
          messages: [],
          sends: [],
          idempotency: [],
        },
        deliveries: [],
      }
      expect(await load(wanted)).toEqual({ ...nothing, ...expected })
    })

    it.each([
      ['both ends of the span', { from: 1_000, to: 1_000 }, ['tran_1']],
      ['only within the span', { from: 1_001, to: 4_999 }, []],
      ['every source', { from: 0, to: 9_999 }, ['tran_1', 'tran_g', 'tran_b']],
    ])('finds similar payments: %s', async (_what, span, keys) => {
      await prepare()
      const rows = await load({ similar: [{ customer: 'cus_1', amount: 1_000, currency: 'USD', ...span }] })
      expect(rows.payments.map(({ key }) => key).sort()).toEqual([...keys].sort())
      expect(
        (await load({ similar: [{ customer: 'cus_1', amount: 1_000, currency: 'EUR', from: 0, to: 9_999 }] })).payments,
      ).toEqual([])
      expect(
        (await load({ similar: [{ customer: 'cus_1', amount: 999, currency: 'USD', from: 0, to: 9_999 }] })).payments,
      ).toEqual([])
    })

    it('gives a row once, however many names lead to it', async () => {
      await prepare()
      expect(
        (await load({ customerKeys: ['c1', 'c1'], customers: ['cus_1'], emails: ['c1@shop.test'] })).customers,
      ).toEqual([customerRow()])
    })

    it('sees what its own transaction has written', async () => {
      await current().store.atomically(async (tx) => {
        await tx.save(ground())
        expect((await tx.load('production', { customerKeys: ['c1'] })).customers).toEqual([customerRow()])
      })
    })

    it.each([
      '"quoted"',
      "it's",
      '__proto__',
      'constructor',
      'emoji 🦊',
      'عربى',
      '%_\\',
      ' spaced ',
      '[1,2]',
      'x'.repeat(500),
    ])('keeps text as it is: %s', async (text) => {
      const customer = customerRow({ customerKey: text, name: text, meta: { [text]: text } })
      await current().store.atomically((tx) => tx.save({ ...ground(), customers: [customer] }))
      expect((await load({ customerKeys: [text] })).customers).toEqual([customer])
    })

    it.each([0, 1, 2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1)])('keeps the amount %d to the unit', async (amount) => {
      await current().store.atomically((tx) => tx.save({ ...ground(), payments: [paymentRow({ amount })] }))
      expect((await load({ payments: ['ch_1'] })).payments[0]?.amount).toBe(amount)
    })
  })

  describe('save', () => {
    it('removes what is to be removed, and nothing else', async () => {
      await prepare()
      const removed = {
        platformIds: [platformIdRow()],
        waitingIds: [waitingId],
        waits: [...waits],
        payments: [waiting],
      }
      await current().store.atomically((tx) => tx.save(changes({ removed })))
      const names: Wanted = {
        platformIds: ['cus_stripe1'],
        waitingIds: ['cus_9'],
        hints: ['c:c9', 'p:cus_9'],
        payments: ['ch_w', 'ch_1'],
      }
      expect(await load(names)).toMatchObject({ platformIds: [], waitingIds: [], waits: [], payments: [paymentRow()] })
      const other = await current().store.atomically((tx) => tx.load('test', names))
      expect([other.platformIds.length, other.waitingIds.length, other.waits.length, other.payments.length]).toEqual([
        1, 1, 2, 2,
      ])
    })

    it('lets a row’s name pass to another in one save', async () => {
      await current().store.atomically((tx) => tx.save({ ...ground(), payments: [paymentRow()] }))
      await current().store.atomically((tx) =>
        tx.save(changes({ removed: { payments: [paymentRow()] }, payments: [paymentRow({ key: 'tran_2' })] })),
      )
      expect((await load({ payments: ['ch_1'] })).payments.map(({ key }) => key)).toEqual(['tran_2'])
    })

    it('keeps the body of a delivery that is worked again', async () => {
      await prepare()
      await current().store.atomically((tx) =>
        tx.save(changes({ deliveries: [{ row: deliveryRow({ state: 'failed', attempts: 2 }), body: null }] })),
      )
      expect(await current().store.delivery('dlv_1')).toEqual({
        ...deliveryRow({ state: 'failed', attempts: 2 }),
        customer: null,
        waitingSince: null,
      })
      expect(Buffer.from((await current().store.deliveryBody('dlv_1')) ?? [])).toEqual(Buffer.from([1, 2]))
    })

    it('tells every delivery parked on a payment, and no other', async () => {
      const rows = ['dlv_1', 'dlv_2', 'dlv_3'].map((key) =>
        deliveryRow({ key, eventId: key, state: 'parked', waitingOn: key === 'dlv_3' ? 'tran_x' : 'tran_w' }),
      )
      await current().store.atomically((tx) =>
        tx.save({ ...ground(), deliveries: rows.map((row) => ({ row, body: new Uint8Array([1]) })) }),
      )
      const released = [
        {
          waitingOn: 'tran_w',
          state: 'applied' as const,
          reason: 'matched',
          changed: ['tran_w'],
          subject: 'cus_1',
          at: 9_000,
        },
      ]
      await current().store.atomically((tx) => tx.save(changes({ released })))
      const { items } = await current().store.deliveries({ mode: 'production', limit: 10 })
      expect(items.map(({ key, state, waitingOn }) => [key, state, waitingOn])).toEqual([
        ['dlv_3', 'parked', 'tran_x'],
        ['dlv_2', 'applied', null],
        ['dlv_1', 'applied', null],
      ])
      expect(items[1]).toMatchObject({ reason: 'matched', changed: ['tran_w'], subject: 'cus_1', updatedAt: 9_000 })
    })

    it('tells a parked delivery the first word of several: after it nothing waits any more', async () => {
      const parked = deliveryRow({ state: 'parked', waitingOn: 'tran_w' })
      await current().store.atomically((tx) =>
        tx.save({ ...ground(), deliveries: [{ row: parked, body: new Uint8Array([1]) }] }),
      )
      const word = (reason: string) =>
        ({ waitingOn: 'tran_w', state: 'applied', reason, changed: [], subject: null, at: 9_000 }) as const
      await current().store.atomically((tx) => tx.save(changes({ released: [word('first'), word('second')] })))
      expect(await current().store.delivery('dlv_1')).toMatchObject({ state: 'applied', reason: 'first' })
    })

    it('moves every transaction of a customer to the partner it now has', async () => {
      const bob = partnerRow({ key: 'part_2', partnerKey: 'bob', email: 'bob@partners.test' })
      const other = customerRow({ key: 'cus_2', customerKey: 'c2' })
      const payments = [
        paymentRow(),
        paymentRow({ key: 'tran_2', sourceKey: 'ch_2' }),
        paymentRow({ key: 'tran_3', sourceKey: 'ch_3', customer: 'cus_2' }),
      ]
      await current().store.atomically((tx) =>
        tx.save(changes({ ...ground(), partners: [partnerRow(), bob], customers: [customerRow(), other], payments })),
      )
      await current().store.atomically((tx) =>
        tx.save(changes({ reattributed: [{ customer: 'cus_1', partnerKey: 'bob', at: 9_000 }] })),
      )
      const rows = await load({ payments: ['ch_1', 'ch_2', 'ch_3'] })
      expect(Object.fromEntries(rows.payments.map(({ sourceKey, partnerKey }) => [sourceKey, partnerKey]))).toEqual({
        ch_1: 'bob',
        ch_2: 'bob',
        ch_3: 'ada',
      })
    })
  })
}
