/**
 * What a batch's changes add to the figures that are kept added up: for each row that changes, what it counts for now, less
 * what it counted for before. Few rows, however many facts: one for each quarter hour, and one for each partner and day; and of
 * the longer spans that these lie in.
 */
import type { Mode } from '../facts.ts'
import { DAY_MS, FIGURES, QUARTER_MS, type RollupRow } from '../store/rollup-rows.ts'
import type { RewardRow } from '../store/reward-rows.ts'
import { HOUR, HOUR_MS, NO_SUMS, STRETCH, STRETCH_MS, SUMS, type SumRow, type Sums } from '../store/sum-rows.ts'
import type { ClickRow, CustomerRow, PaymentRow } from '../store/rows.ts'
import type { Changes } from '../store/store.ts'
import type { Desk } from './desk.ts'
import type { Shelf } from './shelf.ts'

interface Counted {
  readonly at: number
  readonly partnerKey: string
  readonly currency: string
  readonly figures: Partial<Sums>
}

const ofClick = ({ counted, createdAt, partnerKey }: ClickRow): Counted[] =>
  counted ? [{ at: createdAt, partnerKey, currency: '', figures: { clicks: 1 } }] : []

function ofCustomer({ archived, createdAt, paidAt, partnerKey }: CustomerRow): Counted[] {
  if (archived) return []
  const whose = { partnerKey, currency: '' }
  const paying = paidAt === null ? [] : [{ ...whose, at: paidAt, figures: { paying: 1 } }]
  return [{ ...whose, at: createdAt, figures: { signups: 1 } }, ...paying]
}

const counts = ({ state, approved, archived }: PaymentRow): boolean =>
  state === 'recorded' && approved && (archived === null || archived === 'reversed')

function ofPayment(row: PaymentRow): Counted[] {
  const { state, createdAt: at, partnerKey, currency, amount, refunded, archived } = row
  if (state !== 'recorded' || partnerKey === null) return []
  const earned = counts(row) && {
    ...{ payments: 1, revenue: amount, refunds: archived === 'reversed' ? amount : refunded },
  }
  const shown = archived === null && { listed: 1, listedAmount: amount, listedRefunded: refunded }
  return [{ at, partnerKey, currency, figures: { ...earned, ...shown } }]
}

/** Those of test mode are never paid: they are listed, and no earnings. */
function ofReward({ mode, archived, status, createdAt: at, partnerKey, currency, amount }: RewardRow): Counted[] {
  if (archived) return []
  const earned = mode === 'production' && status !== 'declined' && { rewards: amount }
  const shown = { [`${status}Rewards`]: 1, [`${status}Amount`]: amount }
  return [{ at, partnerKey, currency, figures: { ...earned, ...shown } }]
}

/** Keeps with each customer when it first paid. */
function notePayers(desk: Desk): void {
  for (const { after } of desk.payments.since(0)) {
    if (!after || after.customer === null || !counts(after)) continue
    const customer = desk.customers.get(after.customer)
    if (!customer || (customer.paidAt !== null && customer.paidAt <= after.createdAt)) continue
    desk.customers.put({ ...customer, paidAt: after.createdAt })
  }
}

/** The first moment of the span that `at` is in. */
const begin = (at: number, ms: number): number => Math.floor(at / ms) * ms

interface Place {
  readonly mode: Mode
  readonly span: number
  readonly at: number
  readonly partnerKey: string
  readonly currency: string
}

interface Sheet {
  grow(place: Place, figures: Partial<Sums>, sign: number): void
  /** Of which any of these figures is more or less than nothing, in the order of their places. */
  rows<Row extends Place>(of: readonly (keyof Sums)[]): Row[]
  each(tell: (place: Place, figures: Sums) => void): void
}

interface Line {
  readonly place: Place
  readonly figures: Record<keyof Sums, number>
}
const isSame = (one: Place, other: Place): boolean =>
  one.at === other.at && one.partnerKey === other.partnerKey && one.currency === other.currency

function sheet(): Sheet {
  const rows = new Map<string, Line>()
  /** Of each span the line that grew last: what comes together mostly belongs together. */
  const latest = new Map<number, Line>()
  const lineOf = (place: Place): Line => {
    const last = latest.get(place.span)
    if (last && isSame(last.place, place)) return last
    const id = `${place.span}\n${place.at}\n${place.partnerKey}\n${place.currency}`
    const line = rows.get(id) ?? { place, figures: { ...NO_SUMS } }
    rows.set(id, line)
    latest.set(place.span, line)
    return line
  }
  return {
    grow(place, figures, sign) {
      const known = lineOf(place)
      for (const name in figures) known.figures[name as keyof Sums] += sign * (figures[name as keyof Sums] ?? 0)
    },
    rows: <Row extends Place>(of: readonly (keyof Sums)[]) =>
      [...rows.values()]
        .filter(({ figures }) => of.some((name) => figures[name] !== 0))
        .map(({ place, figures }) => ({ ...place, ...figures }) as unknown as Row)
        .sort(inOrder),
    each: (tell) => rows.forEach(({ place, figures }) => tell(place, figures)),
  }
}

function tally(desk: Desk): Pick<Changes, 'rollups' | 'sums'> {
  const [fine, coarse] = [sheet(), sheet()]
  const add = (mode: Mode, { at, partnerKey, currency, figures }: Counted, sign: number): void => {
    fine.grow({ mode, span: 15, at: begin(at, QUARTER_MS), partnerKey: '', currency }, figures, sign)
    fine.grow({ mode, span: 1440, at: begin(at, DAY_MS), partnerKey, currency }, figures, sign)
  }
  const count = <Row>(shelf: Shelf<Row>, of: (row: Row) => Counted[]): void => {
    for (const { before, after } of shelf.since(0)) {
      for (const one of before === undefined ? [] : of(before)) add(desk.mode, one, -1)
      for (const one of after === undefined ? [] : of(after)) add(desk.mode, one, 1)
    }
  }
  count(desk.clicks, ofClick)
  count(desk.customers, ofCustomer)
  count(desk.payments, ofPayment)
  count(desk.rewards, ofReward)
  fine.each((place, figures) => {
    if (place.span === 15) coarse.grow({ ...place, span: HOUR, at: begin(place.at, HOUR_MS) }, figures, 1)
    coarse.grow({ ...place, span: STRETCH, at: begin(place.at, STRETCH_MS) }, figures, 1)
  })
  return { rollups: fine.rows<RollupRow>(FIGURES), sums: coarse.rows<SumRow>(SUMS) }
}

/** Every batch goes the same way through the table, so that two of them never wait for each other. */
const inOrder = (a: Place, b: Place): number =>
  a.span - b.span || a.at - b.at || order(a.partnerKey, b.partnerKey) || order(a.currency, b.currency)
const order = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** Everything a batch writes. */
export function changesOf(desk: Desk): Changes {
  const changed = new Set(desk.customers.changes().put.map(({ key }) => key))
  notePayers(desk)
  const { customers, ...others } = desk.changes()
  return {
    ...others,
    customers: customers.filter(({ key }) => changed.has(key)),
    paid: customers.flatMap(({ key, paidAt: at }) => (changed.has(key) || at === null ? [] : [{ customer: key, at }])),
    ...tally(desk),
  }
}
