/** All partners. */
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { Filters, FindFilter, SelectFilter, SwitchFilter } from '../../parts/Filters.tsx'
import { useGroupOptions } from '../../parts/groups.ts'
import { useListParams } from '../../parts/list-params.ts'
import { PageTitle } from '../../parts/PageTitle.tsx'
import type { Partner } from '../../api/types.ts'
import { AddPartner } from './AddPartner.tsx'
import { partnerColumns } from './columns.tsx'

export function Component() {
  const { get } = useListParams()
  const groups = useGroupOptions()
  const filters = {
    ...{ search: get('find'), group: get('group'), include_archived: get('archived') },
  }
  return (
    <>
      <PageTitle title="All Partners">
        <ExportButton resource="/partnerships" filters={filters} />
        <AddPartner groups={groups} />
      </PageTitle>
      <Filters>
        <FindFilter name="find" label="Find a partner" placeholder="Name, key or e-mail" />
        {groups.length > 1 && <SelectFilter name="group" label="Group" options={groups} />}
        <SwitchFilter name="archived" label="Show archived" />
      </Filters>
      <DataTable<Partner>
        label="Partners"
        resource="/partnerships"
        columns={partnerColumns}
        keyOf={({ key }) => key}
        filters={filters}
        empty={
          <Empty title="No partners yet" action={<AddPartner groups={groups} />}>
            Add the first one. They get a referral link at once; who signs up through it is credited to them.
          </Empty>
        }
      />
    </>
  )
}
