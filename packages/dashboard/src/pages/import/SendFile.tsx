/** How a file that fits is brought in: tried first, or for real. */
import { Button, Group, NativeSelect, Progress, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Import } from '../../api/types.ts'
import { Failure } from '../../parts/Failure.tsx'
import { hasAmounts, type Kind } from './kinds.ts'
import { useSending } from './sending.ts'

const UNITS: { readonly value: Import['amount_unit']; readonly label: string }[] = [
  { value: 'minor', label: 'Minor units: 4900 is 49.00' },
  { value: 'major', label: 'Major units: 49.00 is 49.00' },
]

interface Props {
  readonly kind: Kind
  readonly file: File
  readonly onCancel: () => void
}

export function SendFile({ kind, file, onCancel }: Props) {
  const [unit, setUnit] = useState<Import['amount_unit']>('minor')
  const { sending, sent, stop } = useSending()
  const send = (isTrial: boolean): void => sending.mutate({ file, type: kind, unit, isTrial })
  return (
    <Stack>
      {hasAmounts(kind) && (
        <NativeSelect
          label="Amounts are in"
          description="A wrong choice here makes every amount a hundred times too large or too small."
          data={UNITS}
          value={unit}
          onChange={(event) => setUnit(event.currentTarget.value as Import['amount_unit'])}
          maw={320}
        />
      )}
      {sending.isPending && <Sent part={sent} />}
      {sending.error && <Failure error={sending.error} />}
      <Group>
        <Button loading={sending.isPending && !sending.variables.isTrial} onClick={() => send(false)}>
          Import
        </Button>
        <Button variant="default" loading={sending.isPending && sending.variables.isTrial} onClick={() => send(true)}>
          Try it first
        </Button>
        <Button variant="subtle" color="gray" onClick={sending.isPending ? stop : onCancel}>
          {sending.isPending ? 'Stop' : 'Another file'}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        Trying reads every row and changes nothing. Importing a file twice changes nothing either: what stands is
        updated.
      </Text>
    </Stack>
  )
}

export const Sent = ({ part }: { readonly part: number }) => (
  <Stack gap={4}>
    <Progress value={part * 100} aria-label="Sent" />
    <Text size="sm" c="dimmed" role="status">
      {part < 1 ? `Sending: ${Math.floor(part * 100)} %` : 'Sent; the server reads it'}
    </Text>
  </Stack>
)
