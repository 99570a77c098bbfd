/** Finding what a path names, within what the caller may see. */
import { AppError } from '../../errors.ts'
import type { GroupRow } from '../../store/rows.ts'
import type { PartnerView } from '../../store/partnerships.ts'
import type { ProspectView } from '../../store/prospects.ts'
import type { CustomerView, TransactionView } from '../../store/queries.ts'
import type { RewardView } from '../../store/reward-reads.ts'
import type { TriggerRow } from '../../store/reward-rows.ts'
import type { ProspectKind } from '../../facts.ts'
import type { Call } from '../api/operation.ts'
import { mayRead } from './own.ts'

type Asking = Pick<Call, 'books' | 'mode' | 'caller'>

/** By customer_key, internal key or e-mail; an archived one is not there unless asked for. */
export async function findCustomer(call: Asking, ref: string, archivedToo: boolean): Promise<CustomerView> {
  const found = await call.books.customer(call.mode, ref)
  if (found === 'several') throw new AppError('EMAIL_AMBIGUOUS', 'several customers have this e-mail')
  if (found && mayRead(call, found.partner.partnerKey) && (archivedToo || !found.customer.archived)) return found
  throw new AppError('CUSTOMER_NOT_FOUND', 'There is no customer with this key or e-mail.')
}

/** By its key or internal key. Archived ones are shown: `archived` and `replaced_by` tell what became of them. */
export async function findTransaction(call: Asking, ref: string): Promise<TransactionView> {
  const found = await call.books.transaction(call.mode, ref)
  if (found && mayRead(call, found.partner.partnerKey)) return found
  throw new AppError('TRANSACTION_NOT_FOUND', 'There is no transaction with this key.')
}

/** By partner_key, internal key or e-mail; an archived one is not there unless asked for. */
export async function findPartner(call: Asking, ref: string, archivedToo: boolean): Promise<PartnerView> {
  const found = await call.books.partnership(call.mode, ref)
  if (found && mayRead(call, found.partner.partnerKey) && (archivedToo || !found.partner.archived)) return found
  throw new AppError('PARTNER_NOT_FOUND', 'There is no partner with this key or e-mail.')
}

/** By key or slug; an archived one is not there unless asked for. */
export async function findGroup({ books, mode }: Asking, ref: string, archivedToo: boolean): Promise<GroupRow> {
  const found = await books.group(mode, ref)
  if (found && (archivedToo || !found.archived)) return found
  throw new AppError('NOT_FOUND', 'There is no group with this key or slug.')
}

/** By key or external key; an archived one is not there unless asked for. */
export async function findProspect(
  { books, mode }: Asking,
  kind: ProspectKind,
  ref: string,
  archivedToo: boolean,
): Promise<ProspectView> {
  const found = await books.prospect(mode, kind, ref)
  if (found && (archivedToo || !found.prospect.archived)) return found
  throw new AppError('NOT_FOUND', `There is no ${kind} with this key.`)
}

/** Archived ones are shown: they were taken back before they were paid. */
export async function findReward(call: Asking, key: string): Promise<RewardView> {
  const found = await call.books.reward(call.mode, key)
  if (found && mayRead(call, found.partner.partnerKey)) return found
  throw new AppError('REWARD_NOT_FOUND', 'There is no reward with this key.')
}

/** An archived one is not there unless asked for. */
export async function findTrigger({ books, mode }: Asking, key: string, archivedToo: boolean): Promise<TriggerRow> {
  const found = await books.trigger(mode, key)
  if (found && (archivedToo || !found.archived)) return found
  throw new AppError('TRIGGER_NOT_FOUND', 'There is no trigger with this key.')
}

/** `cus_…` of whom a filter names, archived or not; null where nobody is meant. */
export async function customerKeyOf({ books, mode }: Asking, ref: string): Promise<string | null> {
  const found = await books.customer(mode, ref)
  if (found === 'several') throw new AppError('EMAIL_AMBIGUOUS', 'several customers have this e-mail')
  return found?.customer.key ?? null
}
