/** What partners earned, and what becomes of it. */
import { Alert, Button, Text } from '@mantine/core'
import { Link } from 'react-router'
import { useMode, useTo } from '../../api/mode.ts'
import type { Reward } from '../../api/types.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { DayFilter, Filters, FindFilter, SelectFilter, SwitchFilter } from '../../parts/Filters.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { totals } from '../../parts/money.ts'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Totals } from '../../parts/Totals.tsx'
import { rewardColumns } from './columns.tsx'
import { filtersOf } from './filters.ts'
import { MoveAllRewards } from './MoveAllRewards.tsx'
import { MoveRewards } from './MoveRewards.tsx'
import { STATUSES } from './status.tsx'

const counts = ({ archived, status }: Reward): boolean => !archived && status !== 'declined'

export function Component() {
  const params = useListParams()
  const { get } = params
  const mode = useMode()
  const to = useTo()
  const narrowed = filtersOf(params)
  const filters = { ...narrowed, include_archived: get('archived') }
  return (
    <>
      <PageTitle title="Rewards">
        {mode === 'production' && <MoveAllRewards />}
        <ExportButton resource="/rewards" filters={filters} />
      </PageTitle>
      {mode === 'test' && (
        <Alert color="orange" mb="md">
          Rewards of test mode stay on hold and are never paid: they show what would be earned.
        </Alert>
      )}
      <Filters>
        <SelectFilter name="state" label="State" options={STATUSES} />
        <FindFilter name="partner" label="Of a partner" placeholder="Partner key" />
        <FindFilter name="customer" label="For a customer" placeholder="Customer key or e-mail" />
        <DayFilter name="from" label="Since" />
        <DayFilter name="to" label="Until" />
        <SwitchFilter name="archived" label="Show taken back" />
      </Filters>
      <Totals
        resource="/rewards"
        filters={narrowed}
        of={({ status }) => get('state') !== '' || status !== 'declined'}
        label={get('state') === '' ? 'All that fit, without declined ones' : 'All that fit'}
      />
      <DataTable<Reward>
        label="Rewards"
        resource="/rewards"
        columns={rewardColumns}
        keyOf={({ key }) => key}
        filters={filters}
        {...(mode === 'production' && {
          bulk: (rows: readonly Reward[], done: () => void) => <MoveRewards rewards={rows} onDone={done} />,
        })}
        sum={(rows) => (
          <Text size="sm" c="dimmed">
            On this page, without declined ones: {totals(rows.filter(counts)).join(' · ') || 'nothing'}
          </Text>
        )}
        empty={
          <Empty
            title="No rewards yet"
            action={
              <Button component={Link} to={to('triggers')} variant="default">
                Look at the triggers
              </Button>
            }
          >
            Partners earn by triggers, from the next payment or sign-up of a customer they brought.
          </Empty>
        }
      />
    </>
  )
}
