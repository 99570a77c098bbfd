/** Archives what was chosen, one after the other; where one fails, the others stay as they are and it says so. */
import { Group, Paper, Text } from '@mantine/core'
import { part, useChange } from '../../api/reads.ts'
import type { Transaction } from '../../api/types.ts'
import { ConfirmButton } from '../../parts/ConfirmButton.tsx'
import { tell } from '../../parts/tell.ts'

interface Props {
  readonly transactions: readonly Transaction[]
  readonly onDone?: () => void
}

export function ArchiveTransactions({ transactions, onDone }: Props) {
  const change = useChange<Transaction>()
  const standing = transactions.filter(({ archived }) => !archived)
  const archive = async (): Promise<void> => {
    for (const { key } of standing) await change.mutateAsync({ method: 'DELETE', path: `/transactions${part(key)}` })
  }
  const count = `${standing.length} ${standing.length === 1 ? 'transaction' : 'transactions'}`
  return (
    <Paper withBorder px="md" py="xs" role="region" aria-label="What was chosen">
      <Group justify="space-between">
        <Text size="sm" role="status">
          {transactions.length} chosen
        </Text>
        {standing.length > 0 && (
          <ConfirmButton
            label={`Archive ${count}`}
            title={`Archive ${count}?`}
            size="xs"
            act={archive}
            onDone={() => {
              tell(`Archived: ${count}.`)
              onDone?.()
            }}
          >
            {WHAT_IT_DOES}
          </ConfirmButton>
        )}
      </Group>
    </Paper>
  )
}

export const WHAT_IT_DOES =
  'It no longer counts. Rewards it earned that are not paid yet go with it; those that are paid are taken back by a negative reward.'
