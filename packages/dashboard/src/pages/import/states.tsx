/** How far an import is, in words. */
import { Badge } from '@mantine/core'
import type { Import } from '../../api/types.ts'

const WORDS: Readonly<Record<Import['state'], readonly [label: string, color: string]>> = {
  queued: ['Waiting', 'gray'],
  running: ['Running', 'brand'],
  done: ['Done', 'teal'],
  failed: ['Failed', 'red'],
}

export function ImportState({ of: { state, dry_run: isTrial } }: { readonly of: Import }) {
  const [label, color] = WORDS[state]
  return (
    <>
      <Badge color={color}>{label}</Badge>
      {isTrial && (
        <Badge color="yellow" ml={6}>
          Trial
        </Badge>
      )}
    </>
  )
}

export const isUnderWay = ({ state }: Import): boolean => state === 'queued' || state === 'running'
