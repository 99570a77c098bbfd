import { Badge, Text } from '@mantine/core'
import { Name } from '../../../parts/Name.tsx'
import { PageLink } from '../../../parts/PageLink.tsx'
import type { Column } from '../../../parts/Table.tsx'
import { Time } from '../../../parts/Time.tsx'
import type { Hook } from '../types.ts'

export function HookState({ of }: { readonly of: Hook }) {
  const { enabled, disabled_reason: reason, failing_since: since } = of
  if (!enabled) {
    return (
      <>
        <Badge color="gray">Off</Badge>
        {reason !== null && (
          <Text size="xs" c="dimmed" component="div" maw="30ch">
            <Name>{reason}</Name>
          </Text>
        )}
      </>
    )
  }
  if (since === null) return <Badge color="teal">On</Badge>
  return (
    <>
      <Badge color="red">Failing</Badge>
      <Text size="xs" c="dimmed" component="div">
        since <Time at={since} />
      </Text>
    </>
  )
}

export const eventsInWords = (events: readonly string[]): string =>
  events.includes('*') ? 'Everything' : events.join(', ')

export const hookColumns: readonly Column<Hook>[] = [
  {
    label: 'Address',
    isLead: true,
    cell: ({ key, target }) => (
      <PageLink to={['integrations', 'webhooks', key]}>
        <Name isCut>{target}</Name>
      </PageLink>
    ),
  },
  { label: 'Is told of', cell: ({ events }) => <Name>{eventsInWords(events)}</Name> },
  { label: 'State', cell: (hook) => <HookState of={hook} /> },
  { label: 'Added', sort: 'created_at', cell: ({ created_at: at }) => <Time at={at} isDay /> },
]
