/** What narrows the inbox, as the page's address has it and as the API takes it. */
import type { ListParams } from '../../parts/list-params.ts'
import { beginOfDay, endOfDay } from '../../parts/day.ts'
import { sourceName } from '../../parts/sources.ts'
import { wordsOf } from '../../parts/words.ts'
import { stateName } from './states.tsx'

export const SOURCES = ['stripe', 'chargebee', 'recurly', 'chargify', 'script', 'conversion'].map((value) => ({
  ...{ value, label: sourceName(value) },
}))

export const filtersOf = ({ get }: ListParams): Readonly<Record<string, string>> => ({
  ...{ state: get('state'), provider: get('source'), customer: get('customer') },
  ...{ since: beginOfDay(get('from')), until: endOfDay(get('to')) },
})

/** As the body of a call: times are numbers there, and what narrows nothing is left out. */
export const asBody = (filters: Readonly<Record<string, string>>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(filters)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [name, name === 'since' || name === 'until' ? Number(value) : value]),
  )

/** In words, for whoever is about to act on all that fit. */
export const filterWords = ({ get }: ListParams): string[] =>
  wordsOf({
    State: get('state') && stateName(get('state')),
    From: get('source') && sourceName(get('source')),
    ...{ Customer: get('customer'), Since: get('from'), Until: get('to') },
  })
