/** Finding what a path names. */
import { AppError } from '../../errors.ts'
import type { Mode } from '../../facts.ts'
import type { CustomerView, TransactionView } from '../../store/queries.ts'
import type { Reads } from '../../store/store.ts'

/** By customer_key, internal key or e-mail; an archived one is not there unless asked for. */
export async function findCustomer(books: Reads, mode: Mode, ref: string, archivedToo: boolean): Promise<CustomerView> {
  const found = await books.customer(mode, ref)
  if (found === 'several') throw new AppError('EMAIL_AMBIGUOUS', 'several customers have this e-mail')
  if (!found || (found.customer.archived && !archivedToo)) {
    throw new AppError('CUSTOMER_NOT_FOUND', 'There is no customer with this key or e-mail.')
  }
  return found
}

/** By its key or internal key. Archived ones are shown: `archived` and `replaced_by` tell what became of them. */
export async function findTransaction(books: Reads, mode: Mode, ref: string): Promise<TransactionView> {
  const found = await books.transaction(mode, ref)
  if (found) return found
  throw new AppError('TRANSACTION_NOT_FOUND', 'There is no transaction with this key.')
}
