/** Moves everything on that fits the filters. */
import { Radio, Skeleton, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMode } from '../../api/mode.ts'
import type { Page, Reward, RewardStatus } from '../../api/types.ts'
import { AllThatFit } from '../../parts/AllThatFit.tsx'
import type { Work } from '../../parts/all-that-fit.ts'
import { Failure } from '../../parts/Failure.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { countIn, totalText, useTotals } from '../../parts/totals.ts'
import { countOf, queryOf } from '../../parts/words.ts'
import { filtersOf, filterWords } from './filters.ts'
import { STEPS, type Moved, type Step } from './steps.ts'

interface Chosen {
  readonly step: Step
  readonly count: number
}

/** Moved together in one call. */
const AT_ONCE = '250'

export function MoveAllRewards() {
  const params = useListParams()
  const mode = useMode()
  const [chosen, choose] = useState<Chosen | null>(null)
  const filters = filtersOf(params)
  const work: Work = async (after = '') => {
    if (chosen === null) return { results: [], next: null }
    const { from, to } = chosen.step
    const statuses = from.filter((status) => !filters['reward_status'] || filters['reward_status'] === status)
    const asked = { ...filters, reward_status: statuses.join(','), limit: AT_ONCE, starting_after: after }
    const page = await call<Page<Reward>>('GET', `/${mode}/rewards?${queryOf(asked)}`)
    const keys = page.items.map(({ key }) => key)
    return { results: await moved(mode, keys, to), next: page.has_more ? (keys.at(-1) ?? null) : null }
  }
  return (
    <AllThatFit
      label="Move all that fit"
      title="Move rewards on"
      words={filterWords(params)}
      narrowed="Every reward that fits:"
      whole="Every reward of this mode. Filters above the list would narrow that."
      submit={chosen && `${chosen.step.label}: ${countOf(chosen.count, 'reward')}`}
      {...(chosen && { color: chosen.step.color })}
      done="worked"
      work={work}
      onOpen={() => choose(null)}
      page={() => ['rewards']}
    >
      <Steps filters={filters} chosen={chosen} choose={choose} />
    </AllThatFit>
  )
}

async function moved(mode: string, keys: readonly string[], to: RewardStatus) {
  if (keys.length === 0) return []
  const { results } = await call<Moved>('POST', `/${mode}/rewards/bulk`, { keys, reward_status: to })
  return results.map(({ key, done, message }) => ({
    ...{ key, reason: message, became: done ? 'done' : 'refused', failed: !done },
  }))
}

interface StepsProps {
  readonly filters: Readonly<Record<string, string>>
  readonly chosen: Chosen | null
  readonly choose: (chosen: Chosen) => void
}

function Steps({ filters, chosen, choose }: StepsProps) {
  const { data, error, refetch } = useTotals('/rewards', filters)
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!data) return <Skeleton h={120} />
  const steps = STEPS.flatMap((step) => {
    const rows = data.items.filter(({ status }) => step.from.some((from) => from === status))
    return rows.length > 0 ? [{ step, count: countIn(rows), text: totalText(rows, 'reward', data.complete) }] : []
  })
  if (steps.length === 0) return <Text size="sm">None of them can be moved on: all are paid or declined.</Text>
  return (
    <Radio.Group
      label="What becomes of them"
      value={chosen?.step.to ?? ''}
      onChange={(to) => {
        const next = steps.find(({ step }) => step.to === to)
        if (next) choose(next)
      }}
    >
      <Stack gap="sm" mt="xs">
        {steps.map(({ step: { to, label, what }, text }) => (
          <Radio key={to} value={to} label={`${label}: ${text}`} description={what} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
