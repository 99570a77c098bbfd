/**
 * What a batch's changes add to the figures that are kept added up: for each row that changes, what it counts for now, less
 * what it counted for before. Few rows, however many facts: one for each quarter hour, and one for each partner and day.
 */
import type { Mode } from '../facts.ts'
import { DAY_MS, FIGURES, NO_FIGURES, QUARTER_MS, type Figures, type RollupRow } from '../store/rollup-rows.ts'
import type { RewardRow } from '../store/reward-rows.ts'
import type { ClickRow, CustomerRow, PaymentRow } from '../store/rows.ts'
import type { Changes } from '../store/store.ts'
import type { Desk } from './desk.ts'
import type { Shelf } from './shelf.ts'

interface Counted {
  readonly at: number
  readonly partnerKey: string
  readonly currency: string
  readonly figures: Partial<Figures>
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
  const { createdAt, partnerKey, currency, amount, refunded, archived } = row
  if (!counts(row) || partnerKey === null) return []
  const refunds = archived === 'reversed' ? amount : refunded
  return [{ at: createdAt, partnerKey, currency, figures: { payments: 1, revenue: amount, refunds } }]
}

/** Those of test mode are never paid, and enter no total. */
function ofReward({ mode, archived, status, createdAt, partnerKey, currency, amount }: RewardRow): Counted[] {
  if (mode === 'test' || archived || status === 'declined') return []
  return [{ at: createdAt, partnerKey, currency, figures: { rewards: amount } }]
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

function tally(desk: Desk): RollupRow[] {
  const rows = new Map<
    string,
    { readonly row: Omit<RollupRow, keyof Figures>; readonly figures: Record<keyof Figures, number> }
  >()
  const grow = (row: Omit<RollupRow, keyof Figures>, figures: Partial<Figures>, sign: number): void => {
    const id = `${row.span}\n${row.at}\n${row.partnerKey}\n${row.currency}`
    let known = rows.get(id)
    if (known === undefined) rows.set(id, (known = { row, figures: { ...NO_FIGURES } }))
    for (const name in figures) known.figures[name as keyof Figures] += sign * (figures[name as keyof Figures] ?? 0)
  }
  const add = (mode: Mode, { at, partnerKey, currency, figures }: Counted, sign: number): void => {
    grow({ mode, span: 15, at: begin(at, QUARTER_MS), partnerKey: '', currency }, figures, sign)
    grow({ mode, span: 1440, at: begin(at, DAY_MS), partnerKey, currency }, figures, sign)
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
  return [...rows.values()]
    .filter(({ figures }) => FIGURES.some((name) => figures[name] !== 0))
    .map(({ row, figures }) => ({ ...row, ...figures }))
    .sort(inOrder)
}

/** Every batch goes the same way through the table, so that two of them never wait for each other. */
const inOrder = (a: RollupRow, b: RollupRow): number =>
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
    rollups: tally(desk),
  }
}
