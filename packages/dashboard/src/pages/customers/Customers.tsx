/** All customers that partners brought. */
import { useTo } from '../../api/mode.ts'
import type { Customer } from '../../api/types.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Filters, FindFilter, SelectFilter, SwitchFilter } from '../../parts/Filters.tsx'
import { useGroupOptions } from '../../parts/groups.ts'
import { useListParams } from '../../parts/list-params.ts'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { customerColumns } from './columns.tsx'

export function Component() {
  const { get } = useListParams()
  const to = useTo()
  const groups = useGroupOptions()
  const filters = {
    ...{ search: get('find'), partner_key: get('partner'), group: get('group'), flagged: get('flagged') },
    include_archived: get('archived'),
  }
  return (
    <>
      <PageTitle title="Customers">
        <ExportButton resource="/customers" filters={filters} />
      </PageTitle>
      <Filters>
        <FindFilter name="find" label="Find a customer" placeholder="Name, key or e-mail" />
        <FindFilter name="partner" label="Of a partner" placeholder="Partner key" />
        {groups.length > 1 && <SelectFilter name="group" label="Partner's group" options={groups} />}
        <SwitchFilter name="flagged" label="Only flagged" />
        <SwitchFilter name="archived" label="Show archived" />
      </Filters>
      <DataTable<Customer>
        label="Customers"
        resource="/customers"
        columns={customerColumns}
        keyOf={({ key }) => key}
        filters={filters}
        empty={
          <Empty
            title="No customers yet"
            action={
              <Button component={Link} to={to('partners')} variant="default">
                Take a partner's link
              </Button>
            }
          >
            A customer stands here once somebody signs up through a partner's link, or your server says so by the API.
            Open a link, sign up on your own site, and look here again.
          </Empty>
        }
      />
    </>
  )
}
