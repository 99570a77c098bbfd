/** Works what was chosen again. */
import { part, useChanges } from '../../api/reads.ts'
import type { Delivery } from '../../api/types.ts'
import { Chosen } from '../../parts/Chosen.tsx'
import { ConfirmButton } from '../../parts/ConfirmButton.tsx'
import { tell } from '../../parts/tell.ts'

interface Props {
  readonly deliveries: readonly Delivery[]
  readonly onDone: () => void
}

export function ReplayChosen({ deliveries, onDone }: Props) {
  const change = useChanges()
  const count = `${deliveries.length} ${deliveries.length === 1 ? 'delivery' : 'deliveries'}`
  return (
    <Chosen count={deliveries.length}>
      <ConfirmButton
        label={`Replay (${deliveries.length})`}
        title={`Replay ${count}?`}
        color="brand"
        size="xs"
        act={() =>
          change(deliveries.map(({ key }) => ({ method: 'POST', path: `/deliveries${part(key)}/replay`, body: {} })))
        }
        onDone={() => {
          tell(`Replayed: ${count}. The list shows what became of each.`)
          onDone()
        }}
      >
        That is always safe: what is recorded already is not recorded twice.
      </ConfirmButton>
    </Chosen>
  )
}
