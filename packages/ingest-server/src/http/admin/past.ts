/** What happened lately, for a trigger to be tried on, and what went before it where that decides. */
import type { TriggerConditions } from '../../facts.ts'
import type { PastCause, TrialTerms } from '../../ledger/trial.ts'
import type { CustomerView, TransactionView } from '../../store/queries.ts'
import type { ActionView } from '../../store/reward-reads.ts'
import type { Call } from '../api/operation.ts'

/** So many are judged, the newest; of each customer so many that went before are known, the oldest. */
export const JUDGED = 100
const KNOWN = 250

type Asking = Pick<Call, 'books' | 'mode'>
type Ask = (whose: PastCause) => Promise<PastCause[]>

export interface Past {
  /** The newest first. */
  readonly judged: readonly PastCause[]
  readonly known: readonly PastCause[]
}

const ofPayment = ({ payment, customer, partner }: TransactionView): PastCause => ({
  ...{ key: payment.key, partner, customer, payment, actionType: null, at: payment.createdAt },
})
const ofSignup = ({ customer, partner }: CustomerView): PastCause => ({
  ...{ key: customer.key, partner, customer, payment: null, actionType: null, at: customer.createdAt },
})
const ofAction = ({ action, customer, partner }: ActionView): PastCause => ({
  ...{ key: action.key, partner, customer, payment: null, actionType: action.type, at: action.createdAt },
})

const lookBack = ({ firstOnly, atMost }: TriggerConditions): boolean => firstOnly || atMost !== null

/** Of everybody who is among the judged, once. */
async function withPast(judged: readonly PastCause[], ask: Ask): Promise<Past> {
  const everybody = new Map(judged.map((cause) => [cause.customer?.key ?? cause.partner.partnerKey, cause]))
  const before = (await Promise.all([...everybody.values()].map(ask))).flat()
  return { judged, known: [...new Map([...before, ...judged].map((cause) => [cause.key, cause])).values()] }
}

export async function pastFor({ books, mode }: Asking, { event, conditions }: TrialTerms): Promise<Past> {
  const newest = { mode, limit: JUDGED, orderBy: '-created_at' } as const
  const oldest = { mode, limit: KNOWN, orderBy: 'created_at', includeArchived: true } as const
  if (event === 'signup') {
    const judged = (await books.customers(newest)).items.map(ofSignup)
    return { judged, known: judged }
  }
  if (event === 'transaction') {
    const judged = (await books.transactions(newest)).items.map(ofPayment)
    if (!lookBack(conditions)) return { judged, known: judged }
    return withPast(judged, async ({ customer }) => {
      const { items } = await books.transactions({ ...oldest, customer: customer?.key ?? '' })
      return items.map(ofPayment)
    })
  }
  const judged = (await books.actions(newest)).items.map(ofAction)
  if (!lookBack(conditions)) return { judged, known: judged }
  return withPast(judged, async ({ customer, partner: { partnerKey } }) => {
    const { items } = await books.actions({ ...oldest, ...(customer ? { customer: customer.key } : { partnerKey }) })
    return items.map(ofAction).filter((one) => one.customer?.key === customer?.key)
  })
}
