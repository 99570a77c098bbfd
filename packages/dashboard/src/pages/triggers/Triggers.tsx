/** Triggers: by which rules partners earn. */
import { Group, Text } from '@mantine/core'
import { part, useChange } from '../../api/reads.ts'
import type { Trigger } from '../../api/types.ts'
import { Archived } from '../../parts/Archived.tsx'
import { ConfirmButton } from '../../parts/ConfirmButton.tsx'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Filters, SwitchFilter } from '../../parts/Filters.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { Name } from '../../parts/Name.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import type { Column } from '../../parts/Table.tsx'
import { tell } from '../../parts/tell.ts'
import { Time } from '../../parts/Time.tsx'
import { useGroups } from './groups.ts'
import { sentence } from './sentence.ts'
import { TriggerForm } from './TriggerForm.tsx'

const Sentence = ({ of }: { readonly of: Trigger }) => <Name>{sentence(of, useGroups().nameOf)}</Name>

function Acts({ trigger }: { readonly trigger: Trigger }) {
  const change = useChange<Trigger>()
  return (
    <Group gap="xs" wrap="nowrap">
      <TriggerForm trigger={trigger} button={{ size: 'xs', variant: 'default' }} />
      <ConfirmButton
        label="Archive"
        title="Archive this trigger?"
        size="xs"
        act={() => change.mutateAsync({ method: 'DELETE', path: `/triggers${part(trigger.key)}` })}
        onDone={() => tell('The trigger is archived.')}
      >
        Nothing more is earned by it. Rewards that stand are kept, and shrink with refunds as before.
      </ConfirmButton>
    </Group>
  )
}

const columns: readonly Column<Trigger>[] = [
  {
    label: 'What it does',
    isLead: true,
    cell: (trigger) => (
      <Group gap={6}>
        <Sentence of={trigger} />
        <Archived is={trigger.archived} />
      </Group>
    ),
  },
  { label: 'Holds since', sort: 'created_at', cell: ({ created_at: at }) => <Time at={at} isDay /> },
  { label: 'Acts', cell: (trigger) => !trigger.archived && <Acts trigger={trigger} /> },
]

export function Component() {
  const { get } = useListParams()
  return (
    <>
      <PageTitle title="Triggers">
        <TriggerForm trigger={null} />
      </PageTitle>
      <Text c="dimmed" mb="md" maw={640}>
        Every trigger that fits earns its partner a reward. Changing one changes nothing that was earned.
      </Text>
      <Filters>
        <SwitchFilter name="archived" label="Show archived" />
      </Filters>
      <DataTable<Trigger>
        label="Triggers"
        resource="/triggers"
        columns={columns}
        keyOf={({ key }) => key}
        filters={{ include_archived: get('archived') }}
        empty={
          <Empty title="No triggers" action={<TriggerForm trigger={null} />}>
            Nobody earns anything now. Add a trigger, as 10 % of every payment.
          </Empty>
        }
      />
    </>
  )
}
