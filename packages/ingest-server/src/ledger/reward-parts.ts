/**
 * The parts of one reward: what a trigger, or a person, gives for one cause. An unpaid part is rewritten as the money comes and
 * goes; a paid or declined one never changes, and a difference to it is a further part, below 0 where it is taken back.
 */
import type { RewardRow } from '../store/reward-rows.ts'
import type { Desk } from './desk.ts'
import { beginning } from './reward-holds.ts'
import type { EarnedThrough } from './reward-holds.ts'
import { isSettled, stillDue } from './reward-money.ts'

/** What is earned now, and by whom. */
export interface Earned {
  readonly amount: number
  /** As if nothing had been taken back. */
  readonly first: number
  readonly currency: string
  readonly partnerKey: string
}

type Account = Pick<Earned, 'partnerKey' | 'currency'>

const nameOf = ({ partnerKey, currency }: Account): string => `${partnerKey}\n${currency}`
const sum = (rows: readonly RewardRow[]): number => rows.reduce((total, { amount }) => total + amount, 0)

/** What was paid and what was declined of one account; for the one that earns, what others were declined counts, too. */
function settledOf(settled: readonly RewardRow[], account: Account, isEarner: boolean) {
  const own = settled.filter((row) => nameOf(row) === nameOf(account))
  const declined = own.filter(({ status }) => status === 'declined')
  const others = settled.filter((row) => row.status === 'declined' && row.partnerKey !== account.partnerKey)
  return {
    paid: sum(own.filter(({ status }) => status === 'paid')),
    declined: sum(declined) + (isEarner ? Math.max(0, sum(others)) : 0),
  }
}

/** Every account that is concerned, the one that earns first, with what it is still due. */
function duesOf(parts: readonly RewardRow[], earned: Earned): (Account & { readonly due: number })[] {
  const settled = parts.filter(isSettled)
  const accounts = new Map<string, Account>()
  for (const { partnerKey, currency } of [earned, ...settled]) {
    const account = { partnerKey, currency }
    if (!accounts.has(nameOf(account))) accounts.set(nameOf(account), account)
  }
  return [...accounts.values()].map((account) => {
    const isEarner = nameOf(account) === nameOf(earned)
    return { ...account, due: stillDue(isEarner ? earned.amount : 0, settledOf(settled, account, isEarner)) }
  })
}

/** Brings the parts (all of one trigger and cause, of which there is one at least) to what is earned now. */
export function settleUp(
  desk: Desk,
  parts: readonly RewardRow[],
  earned: Earned,
  through: EarnedThrough,
  at: number,
): void {
  const open = parts.filter((row) => !isSettled(row)).sort((one, two) => one.part - two.part)
  const takeOpen = (fits: (row: RewardRow) => boolean): RewardRow | undefined => {
    const index = open.findIndex(fits)
    return index < 0 ? undefined : open.splice(index, 1)[0]
  }
  let last = Math.max(...parts.map(({ part }) => part))
  const owing = duesOf(parts, earned).filter(({ due }) => due !== 0)
  const own = owing.map((account) => takeOpen((row) => nameOf(row) === nameOf(account)))
  owing.forEach(({ due, ...account }, index) => {
    const row = own[index] ?? takeOpen(() => true)
    if (row) rewrite(desk, row, { ...account, amount: due, archived: false, ...firstOf(row, earned) }, at)
    else desk.rewards.put(furtherPart(desk, parts, { ...account, amount: due }, ++last, through, at))
  })
  // Should money come back, then to whoever earns it now.
  const { partnerKey, currency } = earned
  for (const row of open)
    rewrite(desk, row, { partnerKey, currency, amount: 0, archived: true, ...firstOf(row, earned) }, at)
}

/** The first part says what was earned at first; that is another amount where the payment's own was corrected. */
const firstOf = ({ part }: RewardRow, { first }: Earned): Partial<RewardRow> =>
  part === 0 ? { firstAmount: first } : {}

function rewrite(desk: Desk, row: RewardRow, changes: Partial<RewardRow>, at: number): void {
  const fields = Object.keys(changes) as (keyof RewardRow)[]
  if (fields.some((field) => row[field] !== changes[field])) desk.rewards.put({ ...row, ...changes, updatedAt: at })
}

function furtherPart(
  desk: Desk,
  [example]: readonly RewardRow[],
  change: Account & Pick<RewardRow, 'amount'>,
  part: number,
  through: EarnedThrough,
  at: number,
): RewardRow {
  if (!example) throw new Error('a further part needs a first one')
  return {
    ...example,
    ...change,
    ...beginning(desk, through, change.amount, at),
    key: desk.newKey('rwrd', at),
    part,
    firstAmount: change.amount,
    archived: false,
    createdAt: at,
    updatedAt: at,
  }
}
