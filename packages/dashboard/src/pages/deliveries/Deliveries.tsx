/** The inbox: what came in, and what became of it. */
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useTo } from '../../api/mode.ts'
import type { Delivery } from '../../api/types.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { DayFilter, Filters, FindFilter, SelectFilter } from '../../parts/Filters.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { deliveryColumns } from './columns.tsx'
import { filtersOf, SOURCES } from './filters.ts'
import { ReplayChosen } from './ReplayChosen.tsx'
import { ReplayFiltered } from './ReplayFiltered.tsx'
import { STATES } from './states.tsx'

export function Component() {
  const to = useTo()
  const params = useListParams()
  return (
    <>
      <PageTitle title="Deliveries">
        <ReplayFiltered />
      </PageTitle>
      <Filters>
        <SelectFilter name="state" label="State" options={STATES} />
        <SelectFilter name="source" label="From" options={SOURCES} />
        <FindFilter name="customer" label="Of a customer" placeholder="Customer key or e-mail" />
        <DayFilter name="from" label="Since" />
        <DayFilter name="to" label="Until" />
      </Filters>
      <DataTable<Delivery>
        label="Deliveries"
        resource="/deliveries"
        columns={deliveryColumns}
        keyOf={({ key }) => key}
        filters={filtersOf(params)}
        isOneWay
        bulk={(rows, done) => <ReplayChosen deliveries={rows} onDone={done} />}
        empty={
          <Empty
            title="Nothing has come in yet"
            action={
              <Button component={Link} to={to('testing')} variant="default">
                Try it in the Testing Suite
              </Button>
            }
          >
            Every sign-up of the script and every webhook of your payment platform is kept here, with what became of it.
          </Empty>
        }
      />
    </>
  )
}
