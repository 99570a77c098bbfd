/** How far a payment platform is joined, in a word. */
import { Badge } from '@mantine/core'
import type { Platform } from './types.ts'

interface State {
  readonly label: string
  readonly color: string
}

const OF_DELIVERY: Readonly<Record<string, State>> = {
  applied: { label: 'Works', color: 'teal' },
  ignored: { label: 'Works', color: 'teal' },
  parked: { label: 'Last one waits', color: 'yellow' },
  unmatched: { label: 'Last one unmatched', color: 'yellow' },
  unsupported: { label: 'Last one not understood', color: 'yellow' },
  failed: { label: 'Last one failed', color: 'red' },
}

export const needsSecret = ({ signs, secret_set: isSet }: Platform): boolean => signs === 'secret' && !isSet

export function stateOf(platform: Platform): State {
  if (needsSecret(platform)) return { label: 'Secret missing', color: 'yellow' }
  const { last_delivery: last } = platform
  return last === null
    ? { label: 'Nothing came yet', color: 'gray' }
    : (OF_DELIVERY[last.state] ?? { label: last.state, color: 'gray' })
}

export function PlatformState({ of }: { readonly of: Platform }) {
  const { label, color } = stateOf(of)
  return <Badge color={color}>{label}</Badge>
}
