/** Archives everything that fits the filters. */
import { Skeleton, Text } from '@mantine/core'
import { ApiError, call } from '../../api/client.ts'
import { useMode } from '../../api/mode.ts'
import { part } from '../../api/reads.ts'
import type { Page, Transaction } from '../../api/types.ts'
import { AllThatFit } from '../../parts/AllThatFit.tsx'
import type { Result, Work } from '../../parts/all-that-fit.ts'
import { useListParams } from '../../parts/list-params.ts'
import { countIn, totalText, useTotals } from '../../parts/totals.ts'
import { countOf, queryOf } from '../../parts/words.ts'
import { WHAT_IT_DOES } from './ArchiveTransactions.tsx'
import { filtersOf, filterWords } from './filters.ts'

/** Under way at once. */
const AT_ONCE = '20'

export function ArchiveAll() {
  const params = useListParams()
  const mode = useMode()
  const filters = filtersOf(params)
  const totals = useTotals('/transactions', filters)
  const { items = [], complete = true } = totals.data ?? {}
  const count = countIn(items)
  const archive = async (key: string): Promise<Result> => {
    try {
      await call('DELETE', `/${mode}/transactions${part(key)}`)
      return { key, became: 'archived', reason: '', failed: false }
    } catch (error) {
      if (!(error instanceof ApiError) || error.status === 0 || error.status >= 500) throw error
      return { key, became: 'refused', reason: error.message, failed: true }
    }
  }
  const work: Work = async (after = '') => {
    const asked = { ...filters, limit: AT_ONCE, starting_after: after }
    const page = await call<Page<Transaction>>('GET', `/${mode}/transactions?${queryOf(asked)}`)
    const keys = page.items.map(({ key }) => key)
    return { results: await Promise.all(keys.map(archive)), next: page.has_more ? (keys.at(-1) ?? null) : null }
  }
  return (
    <AllThatFit
      label="Archive all that fit"
      title="Archive transactions"
      words={filterWords(params)}
      narrowed="Every transaction is archived that fits:"
      whole="Every transaction of this mode is archived. Filters above the list would narrow that."
      submit={count > 0 ? `Archive ${countOf(count, 'transaction')}` : null}
      color="red"
      done="worked"
      work={work}
      page={(key) => ['transactions', key]}
    >
      {totals.data ? (
        <Text size="sm" fw={600}>
          {items.length > 0 ? totalText(items, 'transaction', complete) : 'There is none to archive.'}
        </Text>
      ) : (
        <Skeleton h={24} />
      )}
      <Text size="sm">{WHAT_IT_DOES}</Text>
    </AllThatFit>
  )
}
