/** Lists of customers, as both versions ask for them. */
import { z } from 'zod'
import type { Page, CustomerView } from '../../store/queries.ts'
import type { Call } from '../api/operation.ts'
import { EMPTY, filter, given, letters, listQuery, pageQuery } from '../paging.ts'
import { partnerFilter } from './own.ts'

export const customerFilters = listQuery({
  customer_key: filter
    .transform((list) => list?.split(',').map((key) => key.trim()))
    .meta({ description: 'A comma list.' }),
  partner_key: filter,
  partnership_key: filter,
  group: filter.meta({ description: "A group's key or slug." }),
  flagged: z
    .enum(['true', 'false'], 'must be true or false')
    .transform((text) => text === 'true')
    .optional()
    .meta({ type: 'boolean', description: 'Only those whose rewards wait for a second look, or only the others.' }),
  email: filter.transform((email) => email?.trim().toLowerCase()),
  search: letters.meta({ description: 'Some letters of customer_key, provider_key, e-mail or name.' }),
})

export async function listCustomers(
  call: Call<unknown, z.output<typeof customerFilters>>,
): Promise<Page<CustomerView>> {
  const { books, mode, query } = call
  const {
    customer_key: customerKeys,
    partner_key,
    partnership_key: partnershipKey,
    group,
    flagged,
    email,
    search,
  } = query
  const partner = partnerFilter(call, partner_key)
  if (!partner) return EMPTY
  return books.customers({
    ...pageQuery(mode, query),
    ...given({
      customerKeys,
      partnershipKey,
      group,
      flagged: call.caller.kind === 'partner' ? undefined : flagged,
      email,
      search,
    }),
    ...partner,
  })
}
