/** Groups: which partners share links and triggers. */
import { Badge, Group as Row } from '@mantine/core'
import { part, useChange } from '../../api/reads.ts'
import type { Group } from '../../api/types.ts'
import { Archived } from '../../parts/Archived.tsx'
import { ConfirmButton } from '../../parts/ConfirmButton.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Filters, SwitchFilter } from '../../parts/Filters.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { Key, Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import type { Column } from '../../parts/Table.tsx'
import { tell } from '../../parts/tell.ts'
import { AddGroup, EditGroup } from './GroupForms.tsx'

const columns: readonly Column<Group>[] = [
  {
    label: 'Group',
    isLead: true,
    cell: (group) => (
      <Row gap={6}>
        <Name isCut>{group.name}</Name>
        {group.default && <Badge variant="light">Default</Badge>}
        <Archived is={group.archived} />
      </Row>
    ),
  },
  { label: 'Slug', cell: ({ slug }) => <Key isCut>{slug}</Key> },
  {
    label: 'Links lead to',
    cell: ({ destination }) =>
      destination === null ? 'The site (setting site_url)' : <Name isCut>{destination}</Name>,
  },
  {
    label: 'Partners',
    cell: ({ slug }) => (
      <PageLink to={['partners']} search={`?group=${encodeURIComponent(slug)}`}>
        Show
      </PageLink>
    ),
  },
  { label: 'Acts', cell: (group) => !group.archived && <Acts group={group} /> },
]

function Acts({ group }: { readonly group: Group }) {
  const change = useChange<Group>()
  return (
    <Row gap="xs" wrap="nowrap">
      <EditGroup group={group} />
      {!group.default && (
        <ConfirmButton
          label="Archive"
          title="Archive this group?"
          size="xs"
          act={() => change.mutateAsync({ method: 'DELETE', path: `/groups${part(group.key)}` })}
          onDone={() => tell('The group is archived.')}
        >
          Partners of <Name>{group.name}</Name> stay in it; nobody joins it any more.
        </ConfirmButton>
      )}
    </Row>
  )
}

export function Component() {
  const { get } = useListParams()
  return (
    <>
      <PageTitle title="Groups">
        <AddGroup />
      </PageTitle>
      <Filters>
        <SwitchFilter name="archived" label="Show archived" />
      </Filters>
      <DataTable<Group>
        label="Groups"
        resource="/groups"
        columns={columns}
        keyOf={({ key }) => key}
        filters={{ include_archived: get('archived') }}
        empty={
          <Empty title="No groups yet" action={<AddGroup />}>
            Every partner belongs to one group. Partners of a group share where their links lead, and what they earn.
          </Empty>
        }
      />
    </>
  )
}
