/** A list of the server's, page by page: loading, empty, failed or there. What it shows is in the page's address. */
import { Button, Paper, Skeleton, Stack } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useList } from '../api/reads.ts'
import { Empty } from './Empty.tsx'
import { Failure } from './Failure.tsx'
import { useListParams, type ListParams } from './list-params.ts'
import { Pager } from './Pager.tsx'
import { Table, type Column } from './Table.tsx'
import { queryOf } from './words.ts'

const LIMIT = '25'
const ROWS = [0, 1, 2, 3, 4, 5]

interface Props<T> {
  readonly label: string
  readonly resource: string
  readonly columns: readonly Column<T>[]
  readonly keyOf: (row: T) => string
  /** What the API takes; an empty text is no filter. */
  readonly filters: Readonly<Record<string, string>>
  /** Where there is nothing at all. */
  readonly empty: ReactNode
  /** What can be done with several rows at once. */
  readonly bulk?: (rows: readonly T[], done: () => void) => ReactNode
  /** Its API goes forth only: the newest first, and what comes behind. */
  readonly isOneWay?: boolean
  /** Below the rows, about those on this page. */
  readonly sum?: (rows: readonly T[]) => ReactNode
}

const placeOf = ({ order, after, before }: ListParams) => ({
  ...{ limit: LIMIT, order_by: order, starting_after: after ?? '', ending_before: before ?? '' },
})

export function DataTable<T>(props: Props<T>) {
  const { label, resource, columns, keyOf, filters, empty, bulk, sum, isOneWay = false } = props
  const params = useListParams()
  const query = queryOf({ ...placeOf(params), ...filters })
  const list = useList<T>(resource, query)
  const place = query.toString()
  const [chosen, setChosen] = useState({ place, keys: new Set<string>() as ReadonlySet<string> })
  // What was chosen on another page is not chosen on this one.
  const keys = chosen.place === place ? chosen.keys : new Set<string>()
  if (list.isError && !list.data) return <Failure error={list.error} retry={() => void list.refetch()} />
  if (!list.data) return <Loading label={label} />
  const { items, has_more: hasMore } = list.data
  const choice = bulk && { keys, set: (next: ReadonlySet<string>) => setChosen({ place, keys: next }) }
  const rows = items.filter((row) => keys.has(keyOf(row)))
  const isPaged = params.after !== null || params.before !== null
  return (
    <Stack gap="sm">
      {bulk && rows.length > 0 && bulk(rows, () => setChosen({ place, keys: new Set() }))}
      <Paper withBorder style={{ overflowX: 'auto' }}>
        {items.length > 0 ? (
          <Table
            {...{ label, columns, keyOf, choice }}
            rows={items}
            isBusy={list.isPlaceholderData}
            isSortable={!isOneWay}
          />
        ) : params.isNarrowed || isPaged ? (
          <Nothing />
        ) : (
          empty
        )}
      </Paper>
      {items.length > 0 && sum?.(items)}
      <Pager
        params={params}
        first={items[0] && keyOf(items[0])}
        last={items.at(-1) && keyOf(items.at(-1)!)}
        hasMore={hasMore}
        isOneWay={isOneWay}
      />
    </Stack>
  )
}

const Nothing = () => (
  <Empty
    title="Nothing fits"
    action={
      <Button component={Link} to="?" variant="default">
        Show all
      </Button>
    }
  >
    No row fits all that the filters ask for.
  </Empty>
)

const Loading = ({ label }: { readonly label: string }) => (
  <Stack gap="xs" role="status" aria-label={`${label}: loading`}>
    {ROWS.map((row) => (
      <Skeleton key={row} h={42} />
    ))}
  </Stack>
)
