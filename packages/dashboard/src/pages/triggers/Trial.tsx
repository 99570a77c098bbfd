/** What a trigger that is being written would have earned lately. */
import { Button, List, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { useMode } from '../../api/mode.ts'
import { Failure } from '../../parts/Failure.tsx'
import { formatMoney } from '../../parts/money.ts'
import { Name } from '../../parts/Name.tsx'
import { Time } from '../../parts/Time.tsx'
import type { Terms } from './sentence.ts'

interface Money {
  readonly amount: number
  readonly currency: string
}
interface TrialData {
  readonly judged: number
  readonly fit: number
  readonly earned: readonly (Money & { readonly count: number })[]
  readonly items: readonly {
    readonly key: string
    readonly at: number
    readonly customer: {
      readonly name: string | null
      readonly email: string | null
      readonly customer_key: string
    } | null
    readonly partner_key: string
    readonly paid: Money | null
    readonly earned: Money | null
    readonly obstacle: string | null
  }[]
}

const WHAT = { transaction: 'payments', signup: 'sign-ups', action: 'actions' } as const
const WHY: Readonly<Record<string, string>> = {
  product: 'another product',
  category: 'another category',
  group: "the partner's group is another",
  currency: 'another currency',
  action: 'another action',
  'too late': 'too long after the sign-up',
  'not the first': "not the customer's first payment",
  'often enough': 'earned as often as it may before',
  nothing: 'there is nothing to earn by it',
}
const SHOWN = 6

const text = ({ amount, currency }: Money): string => formatMoney(amount, currency)

function summary({ judged, fit, earned }: TrialData, what: string): string {
  if (judged === 0) return `There are no ${what} yet to try it on.`
  if (fit === 0) return `Of the newest ${judged} ${what} none would have earned anything.`
  return `Of the newest ${judged} ${what} ${fit} would have earned ${earned.map(text).join(' and ')}.`
}

export function Trial({ terms }: { readonly terms: Terms }) {
  const mode = useMode()
  const trial = useMutation({ mutationFn: () => call<TrialData>('POST', `/${mode}/triggers/trial`, terms) })
  const { data, error, isPending } = trial
  return (
    <Stack gap="xs" align="flex-start">
      <Button variant="default" size="xs" loading={isPending} onClick={() => trial.mutate()}>
        Try it on past {WHAT[terms.event]}
      </Button>
      {error && <Failure error={error} />}
      {data && (
        <div role="status">
          <Text size="sm" fw={600}>
            {summary(data, WHAT[terms.event])}
          </Text>
          <List size="sm">
            {data.items.slice(0, SHOWN).map(({ key, at, customer, partner_key: partner, paid, earned, obstacle }) => (
              <List.Item key={key}>
                <Time at={at} isDay />,{' '}
                <Name>{customer?.name ?? customer?.email ?? customer?.customer_key ?? partner}</Name>
                {paid && ` paid ${text(paid)}`}: {earned ? text(earned) : `nothing, ${WHY[obstacle ?? ''] ?? obstacle}`}
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Stack>
  )
}
