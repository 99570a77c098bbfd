/** Works everything again that the filters let through. */
import { Text } from '@mantine/core'
import { call } from '../../api/client.ts'
import { useMode } from '../../api/mode.ts'
import { AllThatFit } from '../../parts/AllThatFit.tsx'
import type { Work } from '../../parts/all-that-fit.ts'
import { useListParams } from '../../parts/list-params.ts'
import { asBody, filtersOf, filterWords } from './filters.ts'
import { stateName } from './states.tsx'

interface Replayed {
  readonly results: readonly { readonly key: string; readonly state: string; readonly reason: string }[]
  readonly next: string | null
}

export function ReplayFiltered() {
  const params = useListParams()
  const mode = useMode()
  const words = filterWords(params)
  const work: Work = async (after) => {
    const body = { ...asBody(filtersOf(params)), ...(after !== undefined && { starting_after: after }) }
    const { results, next } = await call<Replayed>('POST', `/${mode}/deliveries/replay`, body)
    const told = results.map(({ key, state, reason }) => ({
      ...{ key, reason, became: stateName(state).toLowerCase(), failed: state === 'failed' },
    }))
    return { results: told, next }
  }
  return (
    <AllThatFit
      label={words.length > 0 ? 'Replay all that fit' : 'Replay all'}
      title="Replay deliveries"
      words={words}
      narrowed="Every delivery is worked again that fits:"
      whole="Every delivery of this mode is worked again. Filters above the list would narrow that."
      submit="Replay"
      done="replayed"
      work={work}
      page={(key) => ['deliveries', key]}
    >
      <Text size="sm" c="dimmed">
        That is always safe: what is recorded already is not recorded twice.
      </Text>
    </AllThatFit>
  )
}
