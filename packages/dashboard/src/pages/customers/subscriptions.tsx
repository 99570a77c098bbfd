import { Badge } from '@mantine/core'
import type { Subscription } from '../../api/types.ts'
import { Money } from '../../parts/Money.tsx'
import { Key } from '../../parts/Name.tsx'
import type { Column } from '../../parts/Table.tsx'
import { Time } from '../../parts/Time.tsx'
import { sourceName } from '../../parts/sources.ts'

export const subscriptionColumns: readonly Column<Subscription>[] = [
  { label: 'Plan', isLead: true, cell: ({ plan_key: plan, provider_key: id }) => <Key isCut>{plan ?? id}</Key> },
  {
    label: 'State',
    cell: ({ status }) => (
      <Badge color={['active', 'trialing', 'live'].includes(status) ? 'teal' : 'gray'} variant="light">
        {status}
      </Badge>
    ),
  },
  {
    label: 'Amount',
    cell: ({ amount, currency }) =>
      amount !== null && currency !== null && <Money amount={amount} currency={currency} />,
  },
  { label: 'Platform', cell: ({ provider }) => sourceName(provider) },
  {
    label: 'Paid until',
    cell: ({ current_period_end: end }) => end !== null && <Time at={end} isDay />,
  },
]
