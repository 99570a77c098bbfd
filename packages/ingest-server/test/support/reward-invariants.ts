/** What holds of rewards at every moment, reckoned here by other means than the ledger's own. */
import type { Rate } from '../../src/facts.ts'
import type { RewardRow } from '../../src/store/reward-rows.ts'
import type { PaymentRow } from '../../src/store/rows.ts'
import type { Everything } from './ledger-snapshot.ts'

/** `part ÷ whole` of an amount, half up; below 0 with the sign turned. */
function share(amount: number, part: number, whole: number): number {
  const [a, p, w] = [BigInt(Math.abs(amount)), BigInt(part), BigInt(whole)]
  const [down, rest] = [(a * p) / w, (a * p) % w]
  const rounded = Number(rest * 2n >= w ? down + 1n : down)
  return amount < 0 && rounded !== 0 ? -rounded : rounded
}

/** What a payment earns at a rate, as it stands. */
export function rewardOfNet(rate: Rate, { amount, refunded, archived }: PaymentRow): number {
  const net = archived === null ? amount - refunded : 0
  if (rate.kind === 'percent') return share(net, rate.millionths, 1_000_000)
  return amount <= 0 ? 0 : share(rate.amount, net, amount)
}

const sum = (rows: readonly RewardRow[]): number => rows.reduce((total, { amount }) => total + amount, 0)
const isSettled = ({ status }: RewardRow): boolean => status === 'paid' || status === 'declined'
const nameOf = ({ triggerKey, cause }: RewardRow): string => `${triggerKey} for ${cause}`

/** What does not hold of the parts of one reward in one currency, in words. */
function sumProblems(live: readonly RewardRow[], earned: number): string[] {
  const declined = live.filter(({ status }) => status === 'declined')
  const paid = sum(live.filter(({ status }) => status === 'paid'))
  const balance = paid + sum(live.filter((row) => !isSettled(row)))
  const [least, most] = [Math.min(0, earned, paid), Math.max(0, earned, paid)]
  return [
    ...(declined.length > 0 || sum(live) === earned ? [] : [`sums up to ${sum(live)}, not ${earned}`]),
    ...(balance >= least && balance <= most ? [] : [`leaves ${balance}, beyond ${least} and ${most}`]),
  ]
}

function partProblems(parts: readonly RewardRow[], payment: PaymentRow): string[] {
  const [first] = parts
  if (!first?.rate) return ['has no rate']
  const live = parts.filter(({ archived }) => !archived)
  const currency = first.rate.kind === 'flat' ? first.rate.currency : payment.currency
  const earned = rewardOfNet(first.rate, payment)
  const open = live.filter((row) => !isSettled(row))
  return [
    // What was paid before the payment's currency was corrected is taken back in the one it was paid in.
    ...[...new Set([currency, ...live.map((row) => row.currency)])].flatMap((of) =>
      sumProblems(
        live.filter((row) => row.currency === of),
        of === currency ? earned : 0,
      ),
    ),
    ...(parts.every(({ part }, index) => part === index) ? [] : ['misses a part']),
    ...(parts.every((row) => row.archived === (row.amount === 0))
      ? []
      : ['is archived and not nothing, or the reverse']),
    ...(parts.some((row) => row.archived && isSettled(row)) ? ['is settled and archived'] : []),
    ...(new Set(open.map((row) => `${row.partnerKey} ${row.currency}`)).size === open.length
      ? []
      : ['has two open parts for one partner']),
    ...(open.every((row) => row.partnerKey === payment.partnerKey || row.amount * payment.amount < 0)
      ? []
      : ['gives to another partner than the payment’s']),
  ]
}

/** Of what payments earned: the rest is as it was given. */
export function rewardProblems(rows: Everything): string[] {
  const byPayments = rows.rewards.filter(({ payment, triggerKey }) => payment !== null && triggerKey !== null)
  const groups = Object.groupBy(byPayments, nameOf)
  return Object.entries(groups).flatMap(([name, found]) => {
    const parts = [...(found ?? [])].sort((one, two) => one.part - two.part)
    const payment = rows.payments.find(({ key }) => key === parts[0]?.cause)
    return (payment ? partProblems(parts, payment) : ['has no payment']).map((problem) => `${name} ${problem}`)
  })
}

/** Of two moments one after the other: what was settled changed, or was settled from nowhere. */
export function settledProblems(before: Everything, after: Everything): string[] {
  const later = new Map(after.rewards.map((row) => [row.key, JSON.stringify(row)]))
  return before.rewards
    .filter((row) => isSettled(row) && later.get(row.key) !== JSON.stringify(row))
    .map((row) => `${nameOf(row)} was settled, and changed`)
}

/**
 * Payments that became transactions between two moments: each is judged by the triggers that stood, once. One of which those
 * moments told two things is judged by what was said first, which is no longer to be seen: it is named in `except`.
 */
export function judgingProblems(before: Everything, after: Everything, except: ReadonlySet<string>): string[] {
  const known = new Set(before.payments.filter(({ state }) => state === 'recorded').map(({ key }) => key))
  const fresh = after.payments.filter(
    ({ key, state, sourceKey }) => state === 'recorded' && !known.has(key) && !except.has(sourceKey),
  )
  const always = new Set(after.triggers.map(({ key }) => key))
  const stood = before.triggers.filter((row) => {
    const now = after.triggers.find(({ key }) => key === row.key)
    return always.has(row.key) && !row.archived && !now?.archived && JSON.stringify(now) === JSON.stringify(row)
  })
  return stood.flatMap((trigger) => {
    const { firstOnly, atMost, withinMonths, productKeys, currency } = trigger.conditions
    if (firstOnly || atMost !== null || withinMonths !== null) return []
    return fresh.flatMap((payment) => {
      const counts =
        (productKeys.length === 0 || productKeys.includes(payment.productKey ?? '')) &&
        (currency === null || currency === payment.currency) &&
        payment.archived !== 'replaced' &&
        rewardOfNet(trigger.rate, { ...payment, refunded: 0, archived: null }) !== 0
      const made = after.rewards.filter((row) => row.cause === payment.key && row.triggerKey === trigger.key)
      return made.length === (counts ? 1 : 0) ? [] : [`${trigger.name} made ${made.length} of ${payment.sourceKey}`]
    })
  })
}

/** Caps hold, whatever came at once. */
export function capProblems(rows: Everything): string[] {
  return rows.triggers.flatMap(({ key, name, conditions }) => {
    const made = rows.rewards.filter(({ triggerKey, part }) => triggerKey === key && part === 0)
    const most = Math.min(conditions.firstOnly ? 1 : Infinity, conditions.atMost ?? Infinity)
    const counts = Object.values(Object.groupBy(made, ({ customer }) => customer ?? '')).map((of) => of?.length ?? 0)
    return Math.max(0, ...counts) > most ? [`${name} counted more than ${most} times`] : []
  })
}

/** The rows that hang on these customers, by the beginning of their keys. */
export function rowsOf(rows: Everything, prefix: string): Everything {
  const customers = rows.customers.filter(({ customerKey }) => customerKey.startsWith(prefix))
  const keys = new Set(customers.map(({ key }) => key))
  const isOwn = ({ customer }: { readonly customer: string | null }): boolean => keys.has(customer ?? '')
  return { ...rows, customers, payments: rows.payments.filter(isOwn), rewards: rows.rewards.filter(isOwn) }
}
