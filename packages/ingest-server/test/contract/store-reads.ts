/** Part of the store's contract: single rows, looked up the way callers name them, and the installation's configuration. */
import { describe, expect, it } from 'vitest'
import type { WebhookRow } from '../../src/store/config-rows.ts'
import {
  changes,
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

const named = customerRow({ key: 'cus_2', customerKey: 'cus_1', email: 'two@shop.test', emailKey: 'two@shop.test' })
const byMail = customerRow({ key: 'cus_3', customerKey: 'c3', email: 'three@shop.test', emailKey: 'three@shop.test' })
const gone = customerRow({
  key: 'cus_4',
  customerKey: 'c4',
  email: 'three@shop.test',
  emailKey: 'three@shop.test',
  archived: true,
})
const twins = ['cus_5', 'cus_6'].map((key) =>
  customerRow({ key, customerKey: `twin ${key}`, emailKey: 'twin@shop.test' }),
)

export function testReads(current: () => StoreUnderTest): void {
  const save = (what: Parameters<typeof changes>[0]): Promise<void> =>
    current().store.atomically((tx) => tx.save(changes(what)))

  describe('a customer is found', () => {
    it.each([
      ['by customer_key, before an internal key of the same text', 'cus_1', 'cus_2'],
      ['by internal key', 'cus_3', 'cus_3'],
      ['by e-mail, in any case and with spaces', ' THREE@shop.test ', 'cus_3'],
      ['by customer_key though archived', 'c4', 'cus_4'],
      ['not at all under a name nobody has', 'c99', null],
    ])('%s', async (_how, ref, key) => {
      await save({ ...ground(), customers: [named, byMail, gone] })
      const view = await current().store.customer('production', ref)
      expect(view === 'several' ? view : (view?.customer.key ?? null)).toBe(key)
      expect(await current().store.customer('test', ref)).toBeNull()
    })

    it('as several where more than one unarchived customer has the e-mail', async () => {
      await save({ ...ground(), customers: twins })
      expect(await current().store.customer('production', 'twin@shop.test')).toBe('several')
    })
  })

  describe('a transaction is found', () => {
    const platform = paymentRow({ key: 'tran_p', sourceKey: 'K' })
    const asked = paymentRow({ key: 'tran_a', source: 'api', sourceKey: 'K', givenKey: 'K' })
    it.each([
      ['by given key, before a source key of the same text', 'K', 'tran_a'],
      ['by internal key', 'tran_p', 'tran_p'],
      ['not while it waits for its customer', 'ch_w', null],
    ])('%s', async (_how, ref, key) => {
      const waiting = paymentRow({
        key: 'tran_w',
        sourceKey: 'ch_w',
        state: 'waiting',
        customer: null,
        partnerKey: null,
      })
      await save({ ...ground(), payments: [platform, asked, waiting] })
      expect((await current().store.transaction('production', ref))?.payment.key ?? null).toBe(key)
    })

    it('with its customer and partner', async () => {
      await save({ ...ground(), payments: [platform] })
      expect(await current().store.transaction('production', 'K')).toEqual({
        payment: platform,
        customer: customerRow(),
        partner: partnerRow(),
      })
    })
  })

  it('finds a link of either mode by its path, with its partner and group', async () => {
    await save({ ...ground(), links: [linkRow()] })
    expect(await current().store.link('ada')).toEqual({ link: linkRow(), partner: partnerRow(), group: groupRow() })
    expect(await current().store.link('nobody')).toBeNull()
    expect(await current().store.links('production', 'ada')).toEqual([linkRow()])
  })

  it('finds the subscriptions of a customer by its platform ids and by its customer_key, live ones unless asked', async () => {
    const own = subscriptionRow()
    const keyed = subscriptionRow({
      key: 'sub_2',
      id: 'sub_s2',
      platformCustomer: 'cus_elsewhere',
      customerKey: 'c1',
      createdAt: 2_000,
    })
    const ended = subscriptionRow({ key: 'sub_3', id: 'sub_s3', deleted: true, status: 'canceled', createdAt: 3_000 })
    const foreign = subscriptionRow({ key: 'sub_4', id: 'sub_s4', platformCustomer: 'cus_other' })
    const otherPlatform = subscriptionRow({ key: 'sub_5', id: 'sub_s5', provider: 'chargebee' })
    await save({
      ...ground(),
      platformIds: [platformIdRow()],
      subscriptions: [own, keyed, ended, foreign, otherPlatform],
    })
    expect(await current().store.subscriptions('production', 'cus_1', false)).toEqual([keyed, own])
    expect(await current().store.subscriptions('production', 'cus_1', true)).toEqual([ended, keyed, own])
  })

  it('lists deliveries newest first, by state, provider and time, page by page', async () => {
    const rows = [1, 2, 3, 4].map((n) =>
      deliveryRow({
        key: `dlv_${n}`,
        eventId: `evt_${n}`,
        state: n % 2 ? 'applied' : 'parked',
        provider: n === 4 ? 'script' : 'stripe',
        receivedAt: n * 100,
      }),
    )
    await save({ ...ground(), deliveries: rows.map((row) => ({ row, body: new Uint8Array([0]) })) })
    const keys = async (query: object): Promise<string[]> =>
      (await current().store.deliveries({ mode: 'production', limit: 10, ...query })).items.map(({ key }) => key)
    const late = deliveryRow({ key: 'dlv_0', eventId: 'evt_0', mode: 'test', receivedAt: 900 })
    const early = deliveryRow({ key: 'dlv_9', eventId: 'evt_9', mode: 'test', receivedAt: 100 })
    await save({ deliveries: [early, late].map((row) => ({ row, body: new Uint8Array([0]) })) })
    expect(await keys({ mode: 'test' })).toEqual(['dlv_0', 'dlv_9'])
    expect(await keys({ mode: 'test', startingAfter: 'dlv_0' })).toEqual(['dlv_9'])
    expect(await keys({})).toEqual(['dlv_4', 'dlv_3', 'dlv_2', 'dlv_1'])
    expect(await keys({ states: ['parked'] })).toEqual(['dlv_4', 'dlv_2'])
    expect(await keys({ states: ['parked'], startingAfter: 'dlv_3' })).toEqual(['dlv_2']) // no longer one of them itself
    expect(await keys({ provider: 'script' })).toEqual(['dlv_4'])
    expect(await keys({ since: 200, until: 300 })).toEqual(['dlv_3', 'dlv_2'])
    const first = await current().store.deliveries({ mode: 'production', limit: 3 })
    expect([first.items.length, first.hasMore]).toEqual([3, true])
    expect(await keys({ limit: 3, startingAfter: 'dlv_2' })).toEqual(['dlv_1'])
    expect(await current().store.deliveries({ mode: 'production', limit: 3, provider: 'recurly' })).toEqual({
      items: [],
      hasMore: false,
    })
  })

  it('lists the deliveries of a customer, and those that may still turn out to be', async () => {
    const waiting = paymentRow({
      key: 'tran_w',
      sourceKey: 'ch_w',
      state: 'waiting',
      customer: null,
      partnerKey: null,
      createdAt: 500,
    })
    const rows = [
      deliveryRow({ key: 'dlv_1', eventId: 'evt_1', subject: 'cus_1' }),
      deliveryRow({ key: 'dlv_2', eventId: 'evt_2', subject: 'cus_9' }),
      deliveryRow({ key: 'dlv_5', eventId: 'evt_5', subject: 'tran_5' }),
      deliveryRow({ key: 'dlv_3', eventId: 'evt_3', state: 'parked', waitingOn: 'tran_w' }),
      deliveryRow({ key: 'dlv_4', eventId: 'evt_4', state: 'parked', waitingOn: 'link:stripe::cus_x' }),
    ]
    const waits = [{ mode: 'production', hint: 'c:c9', payment: 'tran_w' } as const]
    await save({
      ...ground(),
      payments: [waiting, paymentRow({ key: 'tran_5', sourceKey: 'ch_5' })],
      waits,
      deliveries: rows.map((row) => ({ row, body: new Uint8Array([0]) })),
    })
    const keys = async (query: object): Promise<string[]> =>
      (await current().store.deliveries({ mode: 'production', limit: 10, ...query })).items.map(({ key }) => key)
    expect(await keys({ customer: 'cus_1' })).toEqual(['dlv_5', 'dlv_1'])
    expect(await keys({ customer: 'cus_1', hints: ['c:c9'] })).toEqual(['dlv_5', 'dlv_3', 'dlv_1'])
    expect(await keys({ hints: ['c:nobody'] })).toEqual([])
    const parked = { states: ['parked'] as const }
    expect(await keys({ ...parked, waitingBefore: 501 })).toEqual(['dlv_3'])
    expect(await keys({ ...parked, notWaitingBefore: 501 })).toEqual(['dlv_4'])
    expect(await keys({ ...parked, notWaitingBefore: 500 })).toEqual(['dlv_4', 'dlv_3'])
    const { items } = await current().store.deliveries({ mode: 'production', limit: 10 })
    expect(items.map(({ customer, waitingSince }) => [customer, waitingSince])).toEqual([
      ['cus_1', null],
      [null, null],
      [null, 500],
      [null, null],
      ['cus_1', null],
    ])
  })

  describe('configuration', () => {
    it('keeps settings per mode, and forgets one', async () => {
      const { store } = current()
      await store.putSetting({ mode: 'production', name: 'currency', value: 'EUR' })
      await store.putSetting({ mode: 'production', name: 'currency', value: 'GBP' })
      await store.putSetting({ mode: 'test', name: 'currency', value: 'JPY' })
      expect(await store.settings('production')).toEqual({ currency: 'GBP' })
      expect(await store.atomically((tx) => tx.program('test'))).toEqual({
        settings: { currency: 'JPY' },
        triggers: [],
        hooks: [],
      })
      await store.removeSetting('production', 'currency')
      expect([await store.settings('production'), await store.settings('test')]).toEqual([{}, { currency: 'JPY' }])
    })

    it('keeps key pairs, and that one was revoked', async () => {
      const { store } = current()
      const row = {
        publicKey: 'pk_1',
        mode: 'test',
        secretHash: 'a',
        trackingHash: 'b',
        createdAt: 1,
        revokedAt: null,
      } as const
      await store.putApiKey(row)
      expect(await store.apiKey('pk_1')).toEqual(row)
      await store.putApiKey({ ...row, revokedAt: 2 })
      expect(await store.apiKeys()).toEqual([{ ...row, revokedAt: 2 }])
      expect(await store.apiKey('pk_2')).toBeNull()
    })

    it('keeps one row of webhook settings per mode and platform', async () => {
      const { store } = current()
      const row: WebhookRow = {
        ...{
          mode: 'test',
          provider: 'stripe',
          tokens: [{ hash: 'h', sealed: 's', until: null }],
          username: null,
          passwords: [],
        },
        ...{
          secrets: [{ sealed: 'x', until: 5 }],
          recordFrom: [{ from: 'invoice', since: 7 }],
          currency: 'EUR',
          updatedAt: 1,
        },
      }
      await store.putWebhook({ ...row, secrets: [] })
      await store.putWebhook(row)
      await store.putWebhook({ ...row, mode: 'production' })
      await store.addWebhook({ ...row, username: 'too late' })
      await store.addWebhook({ ...row, provider: 'recurly' })
      expect(await store.webhooks()).toEqual([{ ...row, mode: 'production' }, { ...row, provider: 'recurly' }, row])
    })
  })

  it('keeps the audit log, newest first', async () => {
    const line = (n: number) =>
      ({
        key: `aud_${n}`,
        mode: 'production',
        at: n,
        actor: 'api',
        action: 'customer.renamed',
        subject: 'cus_1',
        detail: { n },
      }) as const
    await save({ audit: [line(1), line(2), line(3)] })
    expect(await current().store.audit('production', 2)).toEqual([line(3), line(2)])
  })
}
