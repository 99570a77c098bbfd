/** The payment platforms, and how far each is joined. */
import { Paper, Text } from '@mantine/core'
import { useRead } from '../../api/reads.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { Section } from '../../parts/Section.tsx'
import { Table, type Column } from '../../parts/Table.tsx'
import { Time } from '../../parts/Time.tsx'
import { PlatformState } from './platform-state.tsx'
import type { Platform } from './types.ts'

const columns: readonly Column<Platform>[] = [
  {
    label: 'Platform',
    isLead: true,
    cell: ({ provider, title }) => <PageLink to={['integrations', provider]}>{title}</PageLink>,
  },
  { label: 'State', cell: (platform) => <PlatformState of={platform} /> },
  {
    label: 'Last delivery',
    cell: ({ last_delivery: last }) =>
      last && (
        <>
          <Time at={last.received_at} />
          <Text size="xs" c="dimmed" component="div" className="name">
            {last.type}
          </Text>
        </>
      ),
  },
]

export function Platforms() {
  const read = useRead<{ readonly items: readonly Platform[] }>('/platforms')
  return (
    <Section
      title="Payment platforms"
      about="Each tells this server of payments and refunds by webhooks. Open the one you use: what to copy, what to tick and what to send stands there."
    >
      <Loaded read={read} what="platform">
        {({ items }) => (
          <Paper withBorder style={{ overflowX: 'auto' }}>
            <Table label="Payment platforms" columns={columns} rows={items} keyOf={({ provider }) => provider} />
          </Paper>
        )}
      </Loaded>
    </Section>
  )
}
