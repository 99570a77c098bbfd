/** What narrows the list of rewards, as the page's address has it and as the API takes it. */
import { beginOfDay, endOfDay } from '../../parts/day.ts'
import type { ListParams } from '../../parts/list-params.ts'
import { wordsOf } from '../../parts/words.ts'
import { STATUSES } from './status.tsx'

/** Lists, sums and exports take all of these. */
export const filtersOf = ({ get }: ListParams): Readonly<Record<string, string>> => ({
  ...{ reward_status: get('state'), partner_key: get('partner'), customer_key: get('customer') },
  ...{ currency: get('currency'), min_created: beginOfDay(get('from')), max_created: endOfDay(get('to')) },
})

export const filterWords = ({ get }: ListParams): string[] =>
  wordsOf({
    State: STATUSES.find(({ value }) => value === get('state'))?.label ?? get('state'),
    ...{ Partner: get('partner'), Customer: get('customer'), Currency: get('currency') },
    ...{ Since: get('from'), Until: get('to') },
  })
