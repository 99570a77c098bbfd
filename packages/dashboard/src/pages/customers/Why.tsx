/** Why a customer is whose: what is known of them, each with who told and when, the oldest first. */
import { Badge, Button, Group, Paper, Skeleton, Stack, Switch, Text, Title } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { part, useRead } from '../../api/reads.ts'
import type { Customer } from '../../api/types.ts'
import { Failure } from '../../parts/Failure.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { formatMoney } from '../../parts/money.ts'
import { Key, Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { sourceName } from '../../parts/sources.ts'
import { Time } from '../../parts/Time.tsx'

interface Item {
  readonly at: number
  readonly kind: 'click' | 'signup' | 'decision' | 'payment' | 'refund' | 'reward' | 'delivery' | 'change'
  readonly source: string
  readonly key: string | null
  readonly text: string
  readonly detail: Readonly<Record<string, unknown>>
}
interface Story {
  readonly items: readonly Item[]
  readonly complete: boolean
}

const KINDS: Readonly<Record<Item['kind'], readonly [label: string, color: string]>> = {
  click: ['Click', 'brand'],
  signup: ['Sign-up', 'brand'],
  decision: ['Decision', 'teal'],
  payment: ['Payment', 'teal'],
  refund: ['Refund', 'orange'],
  reward: ['Reward', 'grape'],
  delivery: ['Delivery', 'gray'],
  change: ['Change', 'yellow'],
}
const SOURCES: Readonly<Record<string, string>> = {
  ...{ link: 'Referral link', trigger: 'Trigger', admin: 'You, here', script: 'Script on the page' },
}
const SHOWN = 40

function moneyOf({ amount, currency }: Item['detail']): string | null {
  return typeof amount === 'number' && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)
    ? formatMoney(amount, currency)
    : null
}

/** What it is about, in a line; what came from outside is shown as text and nothing else. */
function told(item: Item): ReactNode {
  const money = moneyOf(item.detail)
  const { reason, partner_key: moved } = item.detail
  const { from, to } = (typeof moved === 'object' && moved !== null ? moved : {}) as { from?: unknown; to?: unknown }
  return (
    <>
      {money !== null && <strong className="money">{money} </strong>}
      {item.kind === 'payment' && item.key !== null ? (
        <PageLink to={['transactions', item.key]}>
          <Name>{item.text}</Name>
        </PageLink>
      ) : (
        <Name>{item.text}</Name>
      )}
      {item.kind === 'change' && typeof from === 'string' && typeof to === 'string' && (
        <>
          : from <Key>{from}</Key> to <Key>{to}</Key>
        </>
      )}
      {item.kind === 'change' && typeof reason === 'string' && (
        <>
          , because: <Name>{reason}</Name>
        </>
      )}
    </>
  )
}

export function Why({ customer }: { readonly customer: Customer }) {
  const read = useRead<Story>(`/customers${part(customer.key)}/story`)
  const { get, set } = useListParams()
  const [isWhole, showWhole] = useState(false)
  const withDeliveries = get('deliveries') === 'true'
  const items = (read.data?.items ?? []).filter(({ kind }) => withDeliveries || kind !== 'delivery')
  const shown = isWhole ? items : items.slice(0, SHOWN)
  return (
    <Stack component="section" aria-label="Why" gap="xs">
      <Group justify="space-between">
        <Title order={2}>Why</Title>
        <Switch
          label="Show deliveries"
          checked={withDeliveries}
          onChange={(event) => set({ deliveries: event.currentTarget.checked ? 'true' : null })}
        />
      </Group>
      {read.isError && !read.data && <Failure error={read.error} retry={() => void read.refetch()} />}
      {read.isPending && <Skeleton h={120} />}
      {read.data && (
        <Paper withBorder p="md">
          <ol className="story">
            {shown.map((item, index) => (
              <li key={`${item.kind} ${item.key} ${item.at} ${index}`}>
                <Badge color={KINDS[item.kind][1]}>{KINDS[item.kind][0]}</Badge>
                <div>
                  <div>{told(item)}</div>
                  <Text size="sm" c="dimmed" component="div">
                    {SOURCES[item.source] ?? sourceName(item.source)} · <Time at={item.at} />
                  </Text>
                </div>
              </li>
            ))}
          </ol>
          {shown.length < items.length && (
            <Button variant="default" size="xs" onClick={() => showWhole(true)}>
              Show the other {items.length - shown.length}
            </Button>
          )}
          {!read.data.complete && (
            <Text size="sm" c="dimmed">
              The first of each kind are here; the lists below have all.
            </Text>
          )}
        </Paper>
      )}
    </Stack>
  )
}
