/** Archives what was chosen. */
import { part, useChanges } from '../../api/reads.ts'
import type { Transaction } from '../../api/types.ts'
import { Chosen } from '../../parts/Chosen.tsx'
import { ConfirmButton } from '../../parts/ConfirmButton.tsx'
import { tell } from '../../parts/tell.ts'

interface Props {
  readonly transactions: readonly Transaction[]
  readonly onDone?: () => void
}

export function ArchiveTransactions({ transactions, onDone }: Props) {
  const change = useChanges()
  const standing = transactions.filter(({ archived }) => !archived)
  const archive = () => change(standing.map(({ key }) => ({ method: 'DELETE', path: `/transactions${part(key)}` })))
  const count = `${standing.length} ${standing.length === 1 ? 'transaction' : 'transactions'}`
  return (
    <Chosen count={transactions.length}>
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
    </Chosen>
  )
}

export const WHAT_IT_DOES =
  'What is archived no longer counts. Rewards earned by it that are not paid yet go with it; those that are paid are taken back by a negative reward.'
