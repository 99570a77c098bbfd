/** Lists of partners. */
import type { z } from 'zod'
import type { PartnerView } from '../../store/partnerships.ts'
import type { Page } from '../../store/queries.ts'
import type { Call } from '../api/operation.ts'
import { EMPTY, filter, given, letters, listQuery, pageQuery } from '../paging.ts'
import { partnerFilter } from './own.ts'

export const partnerFilters = listQuery({
  partner_key: filter,
  partnership_key: filter,
  group: filter.meta({ description: "A group's key or slug." }),
  email: filter.transform((email) => email?.trim().toLowerCase()),
  search: letters.meta({ description: 'Some letters of partner_key, e-mail or name.' }),
})

export async function listPartners(call: Call<unknown, z.output<typeof partnerFilters>>): Promise<Page<PartnerView>> {
  const { books, mode, query } = call
  const { partner_key, partnership_key: partnershipKey, group, email, search } = query
  const partner = partnerFilter(call, partner_key)
  if (!partner) return EMPTY
  const partnerKeys = partner.partnerKey === undefined ? undefined : [partner.partnerKey]
  return books.partners({ ...pageQuery(mode, query), ...given({ partnerKeys, partnershipKey, group, email, search }) })
}
