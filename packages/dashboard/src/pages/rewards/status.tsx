/** The way of a reward, in words. */
import { Badge, Text } from '@mantine/core'
import type { Reward, RewardStatus } from '../../api/types.ts'
import { Time } from '../../parts/Time.tsx'

export const STATUSES: readonly { readonly value: RewardStatus; readonly label: string; readonly color: string }[] = [
  { value: 'hold', label: 'On hold', color: 'yellow' },
  { value: 'pending', label: 'To approve', color: 'brand' },
  { value: 'approved', label: 'Approved', color: 'teal' },
  { value: 'paid', label: 'Paid', color: 'gray' },
  { value: 'declined', label: 'Declined', color: 'red' },
]

export function RewardState({ of }: { readonly of: Reward }) {
  const status = STATUSES.find(({ value }) => value === of.status)
  return (
    <>
      <Badge color={of.archived ? 'gray' : (status?.color ?? 'gray')}>
        {of.archived ? 'Taken back' : status?.label}
      </Badge>
      {of.status === 'hold' && !of.archived && <Why of={of} />}
    </>
  )
}

/** Why it waits. */
const Why = ({ of: { holds, hold_until: until } }: { readonly of: Reward }) => (
  <Text size="xs" c="dimmed" component="div" maw="30ch">
    {holds.join('; ')}
    {until !== null && (
      <>
        until <Time at={until} isDay />
      </>
    )}
  </Text>
)
