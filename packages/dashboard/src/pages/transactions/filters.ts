/** What narrows the list of transactions, as the page's address has it and as the API takes it. */
import { beginOfDay, endOfDay } from '../../parts/day.ts'
import type { ListParams } from '../../parts/list-params.ts'
import { wordsOf } from '../../parts/words.ts'

/** Lists, sums and exports take all of these. */
export const filtersOf = ({ get }: ListParams): Readonly<Record<string, string>> => ({
  ...{ customer_key: get('customer'), partner_key: get('partner') },
  ...{ min_created: beginOfDay(get('from')), max_created: endOfDay(get('to')) },
})

export const filterWords = ({ get }: ListParams): string[] =>
  wordsOf({ Customer: get('customer'), Partner: get('partner'), Since: get('from'), Until: get('to') })
