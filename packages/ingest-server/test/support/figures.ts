/** What the rows of the books add up to, counted here by themselves: what the figures that are kept must be. */
import { DAY_MS, FIGURES, NO_FIGURES, QUARTER_MS } from '../../src/store/rollup-rows.ts'
import type { Figures, RollupRow } from '../../src/store/rollup-rows.ts'
import type { RewardRow } from '../../src/store/reward-rows.ts'
import { HOUR_MS, NO_SUMS, STRETCH_MS, SUMS } from '../../src/store/sum-rows.ts'
import type { SumRow, Sums } from '../../src/store/sum-rows.ts'
import type { ClickRow, CustomerRow, PaymentRow } from '../../src/store/rows.ts'
import type { DumpedRow, Store } from '../../src/store/store.ts'
import type { DumpedTable } from '../../src/store/table-order.ts'

export async function rowsOf<Row>(store: Pick<Store, 'dump'>, table: DumpedTable): Promise<Row[]> {
  const all: DumpedRow[] = []
  for (;;) {
    const piece = await store.dump(table, all.at(-1) ?? null, 500)
    all.push(...piece)
    if (piece.length < 500) return all.map(({ row }) => row as Row)
  }
}

type Kept = Record<string, Figures>

/** As `countedOf`, of longer spans and of what lists show. */
export async function summedOf(store: Pick<Store, 'dump'>): Promise<Record<string, Sums>> {
  const sums: Record<string, Record<keyof Sums, number>> = {}
  const add = (mode: string, spans: readonly string[], currency: string, figures: Partial<Sums>): void => {
    for (const span of spans) {
      const sum = (sums[`${mode} ${span} ${currency}`] ??= { ...NO_SUMS })
      for (const name of SUMS) sum[name] += figures[name] ?? 0
    }
  }
  const longer = (at: number, partner: string | null): string[] => {
    const stretch = Math.floor(at / STRETCH_MS) * STRETCH_MS
    return [`60 ${Math.floor(at / HOUR_MS) * HOUR_MS} `, `23040 ${stretch} `, `23040 ${stretch} ${partner}`]
  }
  for (const [place, figures] of Object.entries(await countedOf(store))) {
    const [mode = '', span, at, partner = '', currency = ''] = place.split(' ')
    const spans = longer(Number(at), partner)
    add(mode, span === '15' ? spans.slice(0, 2) : spans.slice(2), currency, figures)
  }
  for (const row of await rowsOf<PaymentRow>(store, 'payments')) {
    if (row.state !== 'recorded' || row.archived !== null) continue
    const { mode, createdAt, partnerKey, amount: listedAmount, refunded: listedRefunded } = row
    add(mode, longer(createdAt, partnerKey), row.currency, { listed: 1, listedAmount, listedRefunded })
  }
  for (const { mode, archived, createdAt, partnerKey, currency, status, amount } of await rowsOf<RewardRow>(
    store,
    'rewards',
  ))
    if (!archived)
      add(mode, longer(createdAt, partnerKey), currency, { [`${status}Rewards`]: 1, [`${status}Amount`]: amount })
  return standing(sums, SUMS)
}

export async function keptSumsOf(store: Pick<Store, 'dump'>): Promise<Record<string, Sums>> {
  const rows = await rowsOf<SumRow>(store, 'sums')
  const kept = rows.map(({ mode, span, at, partnerKey, currency, ...sums }): [string, Sums] => [
    [mode, span, at, partnerKey, currency].join(' '),
    sums,
  ])
  return standing(Object.fromEntries(kept), SUMS)
}

/** By mode, span, time, partner and currency. */
export async function countedOf(store: Pick<Store, 'dump'>): Promise<Kept> {
  const sums: Record<string, Record<keyof Figures, number>> = {}
  const add = (
    { mode, partnerKey }: { readonly mode: string; readonly partnerKey: string | null },
    at: number,
    currency: string,
    figures: Partial<Figures>,
  ): void => {
    const spans = [`15 ${at - (at % QUARTER_MS)} `, `1440 ${at - (at % DAY_MS)} ${partnerKey}`]
    for (const span of spans) {
      const sum = (sums[`${mode} ${span} ${currency}`] ??= { ...NO_FIGURES })
      for (const name of FIGURES) sum[name] += figures[name] ?? 0
    }
  }
  for (const row of await rowsOf<ClickRow>(store, 'clicks')) if (row.counted) add(row, row.createdAt, '', { clicks: 1 })
  const customers = (await rowsOf<CustomerRow>(store, 'customers')).filter(({ archived }) => !archived)
  for (const row of customers) {
    add(row, row.createdAt, '', { signups: 1 })
    if (row.paidAt !== null) add(row, row.paidAt, '', { paying: 1 })
  }
  for (const row of await rowsOf<PaymentRow>(store, 'payments')) {
    const { state, approved, archived, amount: revenue } = row
    if (state !== 'recorded' || !approved || archived === 'deleted' || archived === 'replaced') continue
    const refunds = archived === null ? row.refunded : revenue
    add(row, row.createdAt, row.currency, { payments: 1, revenue, refunds })
  }
  for (const row of await rowsOf<RewardRow>(store, 'rewards')) {
    const isCounted = row.mode === 'production' && !row.archived && row.status !== 'declined'
    if (isCounted) add(row, row.createdAt, row.currency, { rewards: row.amount })
  }
  return standing(sums, FIGURES)
}

export async function keptOf(store: Pick<Store, 'dump'>): Promise<Kept> {
  const rows = await rowsOf<RollupRow>(store, 'rollups')
  const sums = rows.map(({ mode, span, at, partnerKey, currency, ...figures }): [string, Figures] => [
    [mode, span, at, partnerKey, currency].join(' '),
    figures,
  ])
  return standing(Object.fromEntries(sums), FIGURES)
}

/** Without what has come and gone again. */
const standing = <F extends Figures>(sums: Record<string, F>, of: readonly (keyof F)[]): Record<string, F> =>
  Object.fromEntries(Object.entries(sums).filter(([, figures]) => of.some((name) => figures[name] !== 0)))
