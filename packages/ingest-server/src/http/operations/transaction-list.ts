/** Lists of transactions, as both versions ask for them. */
import type { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { Page, PageQuery, TransactionView } from '../../store/queries.ts'
import type { Call } from '../api/operation.ts'
import type { Deps } from '../deps.ts'
import { EMPTY, filter, given, listQuery, pageQuery } from '../paging.ts'
import { customerKeyOf } from './find.ts'
import { partnerFilter } from './own.ts'

export const transactionFilters = listQuery({
  customer_key: filter.meta({ description: 'customer_key, internal key or e-mail.' }),
  partner_key: filter,
  partnership_key: filter,
})

/** Callers page by the key they see, the store by its own. */
export async function withCursor(books: Deps['books'], paging: PageQuery): Promise<PageQuery> {
  const resolved = async (cursor: string | undefined): Promise<string | undefined> => {
    if (cursor === undefined) return undefined
    const found = await books.transaction(paging.mode, cursor)
    if (found) return found.payment.key
    throw new AppError('UNKNOWN_CURSOR', `There is no transaction '${cursor.slice(0, 80)}' to go on from`)
  }
  const startingAfter = await resolved(paging.startingAfter)
  const endingBefore = await resolved(paging.endingBefore)
  return { ...paging, ...given({ startingAfter, endingBefore }) }
}

type Asking = Call<unknown, z.output<typeof transactionFilters>>

/** What fits, of a page that is named by the store's own keys. */
export async function transactionsOf(call: Asking, paging: PageQuery): Promise<Page<TransactionView>> {
  const { books, query } = call
  const { customer_key: ref, partner_key, partnership_key: partnershipKey } = query
  const partner = partnerFilter(call, partner_key)
  if (!partner) return EMPTY
  const filters = { ...paging, ...given({ partnershipKey }), ...partner }
  if (ref === undefined) return books.transactions(filters)
  const customer = await customerKeyOf(call, ref)
  return customer === null ? EMPTY : books.transactions({ ...filters, customer })
}

export const listTransactions = async (call: Asking): Promise<Page<TransactionView>> =>
  transactionsOf(call, await withCursor(call.books, pageQuery(call.mode, call.query)))
