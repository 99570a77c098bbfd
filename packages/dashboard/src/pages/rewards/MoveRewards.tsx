/** Moves what was chosen on: each reward goes one step, and those that cannot are not counted in. */
import { Text } from '@mantine/core'
import { ApiError } from '../../api/client.ts'
import { useChange } from '../../api/reads.ts'
import type { Reward, RewardStatus } from '../../api/types.ts'
import { Chosen } from '../../parts/Chosen.tsx'
import { ConfirmButton } from '../../parts/ConfirmButton.tsx'
import { totals } from '../../parts/money.ts'
import { tell } from '../../parts/tell.ts'
import { STEPS, type Moved } from './steps.ts'

interface Props {
  readonly rewards: readonly Reward[]
  readonly onDone: () => void
}

export function MoveRewards({ rewards, onDone }: Props) {
  const change = useChange<Moved>()
  const move = async (keys: readonly string[], to: RewardStatus): Promise<void> => {
    const body = { keys, reward_status: to }
    const { done, results } = await change.mutateAsync({ method: 'POST', path: '/rewards/bulk', body })
    const refused = results.find((one) => !one.done)
    if (refused) throw new ApiError(409, `${done} of ${keys.length} are done. ${refused.message}`)
  }
  return (
    <Chosen count={rewards.length}>
      {STEPS.map(({ label, from, to, color, what }) => {
        const fit = rewards.filter(({ status, archived }) => !archived && from.includes(status))
        if (fit.length === 0) return null
        return (
          <ConfirmButton
            key={to}
            label={`${label} (${fit.length})`}
            title={`${label}: ${fit.length} ${fit.length === 1 ? 'reward' : 'rewards'}`}
            color={color}
            size="xs"
            act={() =>
              move(
                fit.map(({ key }) => key),
                to,
              )
            }
            onDone={() => {
              tell(`${label}: ${fit.length} done.`)
              onDone()
            }}
          >
            <Text fw={600} size="sm">
              {totals(fit).join(' · ')}
            </Text>
            {what}
          </ConfirmButton>
        )
      })}
    </Chosen>
  )
}
