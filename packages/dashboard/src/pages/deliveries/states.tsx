/** What became of a delivery, in words. */
import { Badge } from '@mantine/core'
import type { Delivery } from '../../api/types.ts'

export const STATES: readonly { readonly value: Delivery['state']; readonly label: string; readonly color: string }[] =
  [
    { value: 'applied', label: 'Applied', color: 'teal' },
    { value: 'parked', label: 'Waiting', color: 'yellow' },
    { value: 'unmatched', label: 'Unmatched', color: 'orange' },
    { value: 'failed', label: 'Failed', color: 'red' },
    { value: 'ignored', label: 'Ignored', color: 'gray' },
    { value: 'unsupported', label: 'Not supported', color: 'gray' },
  ]

export const stateName = (state: string): string => STATES.find(({ value }) => value === state)?.label ?? state

export const DeliveryState = ({ state }: Pick<Delivery, 'state'>) => (
  <Badge color={STATES.find(({ value }) => value === state)?.color ?? 'gray'}>{stateName(state)}</Badge>
)
