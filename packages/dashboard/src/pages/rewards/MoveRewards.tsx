/** Moves what was chosen on: each reward goes one step, and those that cannot are not counted in. */
import { Text } from '@mantine/core'
import { ApiError } from '../../api/client.ts'
import { useChange } from '../../api/reads.ts'
import type { Reward, RewardStatus } from '../../api/types.ts'
import { Chosen } from '../../parts/Chosen.tsx'
import { ConfirmButton } from '../../parts/ConfirmButton.tsx'
import { totals } from '../../parts/money.ts'
import { tell } from '../../parts/tell.ts'

interface Step {
  readonly label: string
  readonly from: readonly RewardStatus[]
  readonly to: RewardStatus
  readonly color: string
  readonly what: string
}

const STEPS: readonly Step[] = [
  {
    ...{ label: 'Take off hold', from: ['hold'], to: 'pending', color: 'brand' },
    what: 'They wait for your approval then, whatever they were held for.',
  },
  {
    ...{ label: 'Approve', from: ['pending'], to: 'approved', color: 'brand' },
    what: 'Their partners see them as due. A refund still shrinks them.',
  },
  {
    ...{ label: 'Mark paid', from: ['approved'], to: 'paid', color: 'brand' },
    what: 'You have paid them elsewhere. That is final: what is refunded later becomes a reward below zero.',
  },
  {
    ...{ label: 'Decline', from: ['hold', 'pending', 'approved'], to: 'declined', color: 'red' },
    what: 'Their partners get nothing for them. That is final.',
  },
]

interface Moved {
  readonly done: number
  readonly results: readonly { readonly key: string; readonly done: boolean; readonly message: string }[]
}

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
