/** Lists of customers, as both versions ask for them. */
import type { z } from 'zod'
import type { Page, CustomerView } from '../../store/queries.ts'
import type { Call } from '../api/operation.ts'
import { EMPTY, filter, given, listQuery, pageQuery } from '../paging.ts'
import { partnerFilter } from './own.ts'

export const customerFilters = listQuery({
  customer_key: filter
    .transform((list) => list?.split(',').map((key) => key.trim()))
    .meta({ description: 'A comma list.' }),
  partner_key: filter,
  partnership_key: filter,
  group: filter.meta({ description: "A group's key or slug." }),
  email: filter.transform((email) => email?.trim().toLowerCase()),
})

export async function listCustomers(
  call: Call<unknown, z.output<typeof customerFilters>>,
): Promise<Page<CustomerView>> {
  const { books, mode, query } = call
  const { customer_key: customerKeys, partner_key, partnership_key: partnershipKey, group, email } = query
  const partner = partnerFilter(call, partner_key)
  if (!partner) return EMPTY
  return books.customers({
    ...pageQuery(mode, query),
    ...given({ customerKeys, partnershipKey, group, email }),
    ...partner,
  })
}
