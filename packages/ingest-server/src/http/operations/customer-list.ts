/** Lists of customers, as both versions ask for them. */
import type { z } from 'zod'
import type { Page, CustomerView } from '../../store/queries.ts'
import type { Call } from '../api/operation.ts'
import { filter, given, listQuery, pageQuery } from '../paging.ts'

export const customerFilters = listQuery({
  customer_key: filter
    .transform((list) => list?.split(',').map((key) => key.trim()))
    .meta({ description: 'A comma list.' }),
  partner_key: filter,
  partnership_key: filter,
  group: filter.meta({ description: "A group's key or slug." }),
  email: filter.transform((email) => email?.trim().toLowerCase()),
})

export function listCustomers({
  books,
  mode,
  query,
}: Call<unknown, z.output<typeof customerFilters>>): Promise<Page<CustomerView>> {
  const { customer_key: customerKeys, partner_key, partnership_key, group, email } = query
  const filters = given({ customerKeys, partnerKey: partner_key, partnershipKey: partnership_key, group, email })
  return books.customers({ ...pageQuery(mode, query), ...filters })
}
