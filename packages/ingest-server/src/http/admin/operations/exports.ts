/** What a list shows, as a file: the same filters, every page of it. */
import { z } from 'zod'
import { csvRow } from '../../../importer/safe-cell.ts'
import { csvLine } from '../../../moving/export.ts'
import * as tables from '../../../moving/plain-tables.ts'
import type { ShownTable } from '../../../moving/plain-tables.ts'
import type { Page, PageQuery } from '../../../store/queries.ts'
import { operation, type Call } from '../../api/operation.ts'
import { customerFilters, listCustomers } from '../../operations/customer-list.ts'
import { listPartners, partnerFilters } from '../../operations/partner-list.ts'
import { listRewards, rewardFilters } from '../../operations/reward-list.ts'
import { transactionFilters, transactionsOf } from '../../operations/transaction-list.ts'
import { pageQuery } from '../../paging.ts'
import { sendFile } from '../../send-file.ts'
import { webOf } from '../guard.ts'
import { IN_MODE } from './parts.ts'

/** Rows read at once. */
const PAGE = 1_000

interface Exported<T> {
  readonly table: ShownTable<T>
  /** The rows behind a key, or the first; each list of the API is asked by keys of its own. */
  list(after: string | undefined): Promise<Page<T>>
  isArchived(item: T): boolean
}

async function* lines<T>({ table, list, isArchived }: Exported<T>, first: Page<T>, archivedToo: boolean) {
  const columns = [...table.columns, ...(archivedToo ? ['archived'] : [])]
  yield csvRow(columns)
  for (let page = first; ;) {
    const text = page.items.map((item) => csvLine(columns, { ...table.values(item), archived: isArchived(item) }))
    if (text.length > 0) yield text.join('')
    const last = page.items.at(-1)
    if (!page.hasMore || last === undefined) return
    page = await list(table.keyOf(last))
  }
}

type Asked = Call<unknown, { readonly include_archived: boolean }>

/** What cannot be listed is refused before the file begins. */
async function send<T>({ caller, mode, query }: Asked, name: string, from: Exported<T>): Promise<undefined> {
  const first = await from.list(undefined)
  const file = { name: `${name}-${mode}.csv`, type: 'text/csv' }
  await sendFile(webOf(caller).res, file, lines(from, first, query.include_archived))
  return undefined
}

const at = <Q extends object>(query: Q, after: string | undefined) => ({
  ...query,
  limit: PAGE,
  starting_after: after,
  ending_before: undefined,
})

const about = {
  ...IN_MODE,
  method: 'GET',
  answers: z.undefined(),
  message: 'Exported',
  example: { data: undefined },
  silent: true,
  refuses: ['EMAIL_AMBIGUOUS'],
} as const

export const exports = [
  operation({
    ...about,
    id: 'exportPartnerships',
    path: '/exports/partnerships',
    tag: 'Partnerships',
    summary: 'Every partner that fits, as CSV; places and `limit` mean nothing',
    query: partnerFilters,
    handle: (call) =>
      send(call, 'partners', {
        table: tables.partners,
        list: (after) => listPartners({ ...call, query: at(call.query, after) }),
        isArchived: ({ partner }) => partner.archived,
      }),
  }),
  operation({
    ...about,
    id: 'exportCustomers',
    path: '/exports/customers',
    tag: 'Customers',
    summary: 'Every customer that fits, as CSV; places and `limit` mean nothing',
    query: customerFilters,
    handle: (call) =>
      send(call, 'customers', {
        table: tables.customers,
        list: (after) => listCustomers({ ...call, query: at(call.query, after) }),
        isArchived: ({ customer }) => customer.archived,
      }),
  }),
  operation({
    ...about,
    id: 'exportTransactions',
    path: '/exports/transactions',
    tag: 'Transactions',
    summary: 'Every transaction that fits, as CSV; places and `limit` mean nothing',
    query: transactionFilters,
    handle(call) {
      const page = (after: string | undefined): PageQuery => pageQuery(call.mode, at(call.query, after))
      return send(call, 'transactions', {
        table: tables.transactions,
        list: (after) => transactionsOf(call, page(after)),
        isArchived: ({ payment }) => payment.archived !== null,
      })
    },
  }),
  operation({
    ...about,
    id: 'exportRewards',
    path: '/exports/rewards',
    tag: 'Rewards',
    summary: 'Every reward that fits, as CSV; places and `limit` mean nothing',
    query: rewardFilters,
    handle: (call) =>
      send(call, 'rewards', {
        table: tables.rewards,
        list: (after) => listRewards({ ...call, query: at(call.query, after) }),
        isArchived: ({ reward }) => reward.archived,
      }),
  }),
]
