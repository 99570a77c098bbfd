/** Part of the store's contract: figures by span, the first partners, searches, what waits, and the audit log by cursor. */
import { describe, expect, it } from 'vitest'
import { DAY_MS, NO_FIGURES, QUARTER_MS, type RollupRow } from '../../src/store/rollup-rows.ts'
import type { AuditRow } from '../../src/store/rows.ts'
import { HOUR, HOUR_MS, NO_SUMS } from '../../src/store/sum-rows.ts'
import { rewardRow } from '../support/reward-rows.ts'
import {
  changes,
  clickRow,
  customerRow,
  deliveryRow,
  ground,
  partnerRow,
  paymentRow,
  platformIdRow,
} from '../support/rows.ts'
import type { StoreUnderTest } from './store.ts'

const rollup = (over: Partial<RollupRow>): RollupRow => ({
  ...{ mode: 'production', span: 15, at: 0, partnerKey: '', currency: 'USD', ...NO_FIGURES },
  ...over,
})
const line = (key: string, over: Partial<AuditRow> = {}): AuditRow => ({
  ...{ key, mode: 'production', at: 1, actor: 'admin', action: 'x', subject: 'cus_1', detail: {} },
  ...over,
})

export function testReports(current: () => StoreUnderTest): void {
  const store = () => current().store
  const save = (what: Parameters<typeof changes>[0]): Promise<void> =>
    store().atomically((tx) => tx.save(changes(what)))

  describe('figures', () => {
    it('grow by what comes, and are summed by span and currency', async () => {
      const at = 10 * DAY_MS
      const rollups = [
        rollup({ at: at - QUARTER_MS, revenue: 1 }),
        rollup({ at, revenue: 10, payments: 1 }),
        rollup({ at, currency: '', clicks: 3 }),
        rollup({ at: at + QUARTER_MS, revenue: 2 ** 50 }),
        rollup({ at: at + 2 * QUARTER_MS, revenue: 1000 }),
        rollup({ at, revenue: 77, mode: 'test' }),
        rollup({ at, revenue: 99, span: 1440, partnerKey: 'ada' }),
      ]
      const hour = { at: at - HOUR_MS, span: HOUR, partnerKey: '', currency: 'USD', mode: 'production' } as const
      await save({ rollups, sums: [{ ...NO_SUMS, ...hour, revenue: 1 }] })
      await save({ rollups: [rollup({ at, revenue: -4, refunds: 5 })] })
      const spans = [
        [0, at],
        [at, at + 2 * QUARTER_MS],
        [at + DAY_MS, at + 2 * DAY_MS],
      ] as const
      expect(await store().figures('production', spans)).toEqual([
        { span: 0, currency: 'USD', ...NO_FIGURES, revenue: 1 },
        { span: 1, currency: '', ...NO_FIGURES, clicks: 3 },
        { span: 1, currency: 'USD', ...NO_FIGURES, revenue: 6 + 2 ** 50, refunds: 5, payments: 1 },
      ])
    })

    it('name the first partners of each currency by what they brought net, over whole days', async () => {
      const of = (partnerKey: string, day: number, over: Partial<RollupRow>) =>
        rollup({ span: 1440, at: day * DAY_MS, partnerKey, ...over })
      const rollups = [
        of('ada', 1, { revenue: 50 }),
        of('ada', 2, { revenue: 50, refunds: 30 }),
        of('ben', 2, { revenue: 80 }),
        of('cy', 2, { revenue: 10 }),
        of('cy', 2, { currency: 'EUR', revenue: 5 }),
        of('cy', 2, { currency: '', signups: 2 }),
        of('ben', 2, { currency: '', signups: 1, clicks: 9 }),
        of('cy', 3, { revenue: 900 }),
      ]
      await save({ rollups })
      const top = await store().topPartners('production', [DAY_MS + 3, 3 * DAY_MS - 3], 2)
      expect(top.map(({ currency, partnerKey }) => `${currency} ${partnerKey}`)).toEqual([
        ' cy',
        ' ben',
        'EUR cy',
        'USD ben',
        'USD ada',
      ])
      expect(top.at(-1)).toMatchObject({ revenue: 100, refunds: 30 })
      const days = await store().partnerDays('production', 'ada', [0, 5 * DAY_MS])
      expect(days.map(({ at, revenue }) => [at / DAY_MS, revenue])).toEqual([
        [1, 50],
        [2, 50],
      ])
    })
  })

  it('counts what needs attention, of one mode', async () => {
    const waiting = (key: string, createdAt: number) =>
      paymentRow({ key, sourceKey: key, state: 'waiting', customer: null, partnerKey: null, createdAt })
    const delivery = (key: string, over: object) => ({
      row: deliveryRow({ key, eventId: key, ...over }),
      body: Uint8Array.of(1),
    })
    await save({
      ...ground(),
      payments: [waiting('tran_old', 1_000), waiting('tran_new', 9_000)],
      deliveries: [
        delivery('dlv_1', { state: 'parked', waitingOn: 'tran_old' }),
        delivery('dlv_2', { state: 'parked', waitingOn: 'tran_new' }),
        delivery('dlv_3', { state: 'parked', waitingOn: 'link:x' }),
        delivery('dlv_4', { state: 'failed' }),
        delivery('dlv_5', {}),
        delivery('dlv_6', { state: 'failed', mode: 'test' }),
      ],
      customers: [
        customerRow(),
        customerRow({ key: 'cus_2', customerKey: 'c2', flaggedAt: 5 }),
        customerRow({ key: 'cus_3', customerKey: 'c3', flaggedAt: 5, archived: true }),
      ],
      rewards: [
        rewardRow({ key: 'rwrd_1', cause: 'a', status: 'pending' }),
        rewardRow({ key: 'rwrd_2', cause: 'b', status: 'paid' }),
      ],
    })
    expect(await store().attention('production', 5_000)).toEqual({
      ...{ parked: 2, unmatched: 1, failed: 1, rewardsToApprove: 1, flagged: 1 },
    })
    expect(await store().attention('test', 5_000)).toMatchObject({ parked: 0, failed: 1 })
  })

  describe('a search', () => {
    it.each([
      ['the beginning of a customer_key', 'user-', ['user-1', 'user-2']],
      ['a sign that LIKE would read', 'user_', []],
      ['a platform id', 'cus_stripe1', ['user-1']],
      ['an internal key', 'cus_b', ['user-2']],
      ['the beginning of an e-mail, in any case', ' ADA@', ['user-1']],
      ['what nobody has', 'zz', []],
      ['a key in another script', 'ñandú', ['ñandú 🦤']],
    ])('finds customers by %s', async (_what, text, found) => {
      const named = (key: string, customerKey: string, emailKey: string | null) =>
        customerRow({ key, customerKey, emailKey, email: emailKey })
      const customers = [
        named('cus_a', 'user-1', 'ada@shop.test'),
        named('cus_b', 'user-2', null),
        named('cus_c', 'ñandú 🦤', 'n@shop.test'),
        { ...named('cus_d', 'user-3', 'ada@other.test'), mode: 'test' as const },
      ]
      const partners = [partnerRow(), partnerRow({ key: 'part_t', mode: 'test' })]
      await save({ ...ground(), partners, customers, platformIds: [platformIdRow({ customer: 'cus_a' })] })
      expect(await store().searchCustomers('production', text, 10)).toEqual(found)
    })

    it.each([
      ['the beginning of its key', 'ad', ['ada']],
      ['the beginning of its e-mail, in any case', 'BEN@', ['ben']],
      ['a part of its name, over both', 'lovelace', ['ada']],
      ['a part of both names', 'ada love', ['ada']],
      ['a sign that LIKE would read', '%', []],
    ])('finds a partner by %s', async (_what, text, found) => {
      const ada = partnerRow({ firstName: 'Ada', lastName: 'Lovelace' })
      const ben = partnerRow({ key: 'part_2', partnerKey: 'ben', email: 'ben@partners.test' })
      await save({ ...ground(), partners: [ada, ben] })
      expect(await store().searchPartners('production', text, 10)).toEqual(found)
    })
  })

  it('adds up what is not archived, by currency, narrowed as a list is', async () => {
    const payment = (key: string, over: object) => paymentRow({ key, sourceKey: key, ...over })
    await save({
      ...ground(),
      clicks: [clickRow()],
      payments: [
        payment('tran_1', { amount: 100, refunded: 30 }),
        payment('tran_2', { amount: 7, currency: 'EUR', createdAt: 5_000 }),
        payment('tran_3', { amount: 1_000, archived: 'deleted' }),
        payment('tran_4', { amount: 50, partnerKey: 'ben' }),
      ],
      rewards: [
        rewardRow({ key: 'rwrd_1', cause: 'a', amount: 10 }),
        rewardRow({ key: 'rwrd_2', cause: 'b', amount: 5, status: 'paid' }),
        rewardRow({ key: 'rwrd_3', cause: 'c', amount: 9, archived: true }),
      ],
    })
    await store().recount('production')
    const sum = async (of: 'payments' | 'rewards', query: object = {}) =>
      (await store().totals(of, { mode: 'production', ...query })).items.map((row) => Object.values(row).join(' '))
    expect(await sum('payments')).toEqual(['EUR  1 7 0', 'USD  2 150 30'])
    expect(await sum('payments', { partnerKey: 'ada', maxCreated: 4_000 })).toEqual(['USD  1 100 30'])
    expect(await sum('payments', { customer: 'cus_1', minCreated: 5_000, currency: 'EUR' })).toEqual(['EUR  1 7 0'])
    expect(await sum('rewards')).toEqual(['USD paid 1 5 0', 'USD pending 1 10 0'])
    expect(await sum('rewards', { statuses: ['paid'] })).toEqual(['USD paid 1 5 0'])
    expect(await sum('rewards', { currency: 'JPY' })).toEqual([])
    expect(await store().click('production', 'x1')).toEqual(clickRow())
    expect(await store().click('test', 'x1')).toBeNull()
    expect(await store().clicksSince('production', 'x0', 5)).toEqual([clickRow()])
    expect(await store().clicksSince('production', 'x1', 5)).toEqual([])
    expect(await store().clicksSince('test', 'x0', 5)).toEqual([])
  })

  it('lists the audit log by cursor, newest first, of all or of one subject', async () => {
    const other = { subject: 'cus_2' }
    await save({
      audit: [line('aud_1'), line('aud_2', other), line('aud_3'), line('aud_4', { mode: 'test' }), line('aud_5')],
    })
    const page = async (query: object) => {
      const { items, hasMore } = await store().auditLog({ mode: 'production', limit: 2, ...query })
      return [...items.map(({ key }) => key), hasMore]
    }
    expect(await page({})).toEqual(['aud_5', 'aud_3', true])
    expect(await page({ startingAfter: 'aud_3' })).toEqual(['aud_2', 'aud_1', false])
    expect(await page({ subject: 'cus_2' })).toEqual(['aud_2', false])
    expect(await page({ subject: 'cus_1', startingAfter: 'aud_5' })).toEqual(['aud_3', 'aud_1', false])
    expect(await page({ endingBefore: 'aud_1' })).toEqual(['aud_3', 'aud_2', true])
    expect(await page({ endingBefore: 'aud_3' })).toEqual(['aud_5', false])
  })

  it('narrows the audit log by who, by what and by when, all at once', async () => {
    const said = [
      line('aud_1', { actor: 'pk_1', action: 'setting.change', at: 10 }),
      line('aud_2', { action: 'setting.change', at: 20 }),
      line('aud_3', { action: 'settings.other', at: 30 }),
      line('aud_4', { action: 'setting.reset', at: 40 }),
      line('aud_5', { mode: 'test', action: 'setting.change', at: 40 }),
    ]
    await save({ audit: said })
    const keys = async (query: object) =>
      (await store().auditLog({ mode: 'production', limit: 9, ...query })).items.map(({ key }) => key)
    expect(await keys({ actor: 'pk_1' })).toEqual(['aud_1'])
    expect(await keys({ action: 'setting.change' })).toEqual(['aud_2', 'aud_1'])
    expect(await keys({ action: 'setting.' })).toEqual(['aud_4', 'aud_2', 'aud_1'])
    expect(await keys({ from: 20, until: 30 })).toEqual(['aud_3', 'aud_2'])
    expect(await keys({ actor: 'admin', action: 'setting.', from: 21, subject: 'cus_1' })).toEqual(['aud_4'])
    expect(await keys({ actor: 'nobody' })).toEqual([])
  })
}
