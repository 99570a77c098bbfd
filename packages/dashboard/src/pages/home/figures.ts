/** What Home shows, and for which days. */
import { useRead } from '../../api/reads.ts'
import { useListParams } from '../../parts/list-params.ts'

export interface Counts {
  readonly clicks: number
  readonly signups: number
  readonly paying: number
}
export interface Sums {
  readonly payments: number
  readonly revenue: number
  readonly refunds: number
  readonly rewards: number
}
type ByDay<T> = { readonly [K in keyof T]: readonly number[] }
export interface Compared<T> {
  readonly now: T
  readonly before: T
  readonly by_day: ByDay<T>
  /** Of as many days right before. */
  readonly by_day_before: ByDay<T>
}
export type OfCurrency = Compared<Sums> & { readonly currency: string }
export interface TopPartner extends Counts, Sums {
  readonly partner_key: string
  readonly name: string | null
  readonly email: string | null
}
export interface Home {
  /** As 2026-11-22. */
  readonly days: readonly string[]
  readonly counts: Compared<Counts>
  readonly money: readonly OfCurrency[]
  readonly top_partners: readonly { readonly currency: string | null; readonly partners: readonly TopPartner[] }[]
}

export const PERIODS = [
  { value: '7', label: 'Last 7 days' },
  { value: '30', label: 'Last 30 days' },
  { value: '90', label: 'Last 90 days' },
  { value: '365', label: 'Last 365 days' },
] as const

const DAY_MS = 86_400_000
/** As 2026-11-22, where the reader is. */
const dayOf = (at: number): string => new Intl.DateTimeFormat('en-CA', { dateStyle: 'short' }).format(at)

export function useHome() {
  const { get } = useListParams()
  const days = PERIODS.find(({ value }) => value === get('days'))?.value ?? '30'
  const now = Date.now()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const query = new URLSearchParams({
    ...{ from: dayOf(now - (Number(days) - 1) * DAY_MS), to: dayOf(now), zone: timeZone },
  })
  return { days, read: useRead<Home>(`/home?${query}`) }
}
