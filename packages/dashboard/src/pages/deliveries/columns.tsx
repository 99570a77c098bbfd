import { Text } from '@mantine/core'
import type { Delivery } from '../../api/types.ts'
import { Key, Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { sourceName } from '../../parts/sources.ts'
import type { Column } from '../../parts/Table.tsx'
import { Time } from '../../parts/Time.tsx'
import { DeliveryState } from './states.tsx'

export const deliveryColumns: readonly Column<Delivery>[] = [
  {
    label: 'What came in',
    isLead: true,
    cell: ({ key, type, provider }) => (
      <>
        <PageLink to={['deliveries', key]}>
          <Key isCut>{type}</Key>
        </PageLink>
        <Text size="sm" c="dimmed" component="div">
          {sourceName(provider)}
        </Text>
      </>
    ),
  },
  { label: 'State', cell: ({ state }) => <DeliveryState state={state} /> },
  { label: 'What became of it', cell: ({ reason }) => <Name>{reason}</Name> },
  {
    label: 'Customer',
    cell: ({ customer }) =>
      customer && (
        <PageLink to={['customers', customer]}>
          <Key isCut>{customer}</Key>
        </PageLink>
      ),
  },
  { label: 'Received', cell: ({ received_at: at }) => <Time at={at} /> },
]
