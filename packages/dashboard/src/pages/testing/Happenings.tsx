/** What happens, as it happens. */
import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatMoney } from '../../parts/money.ts'
import { Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { sourceName } from '../../parts/sources.ts'
import { Time } from '../../parts/Time.tsx'
import { stateName } from '../deliveries/states.tsx'
import type { Following, Happened } from './following.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

function sighting({ kind, source, reason }: Happened['data']): ReactNode {
  const from = text(source) || 'a page that does not say its address'
  if (kind === 'script') return <Name>{`Script fetched by ${from}`}</Name>
  const what = kind === 'webhook' ? `Delivery of ${sourceName(from)}` : `Sign-up from ${from}`
  return <Name>{`${what} refused: ${text(reason)}`}</Name>
}

function delivery({ key, type, provider, state, reason }: Happened['data']): ReactNode {
  return (
    <>
      <PageLink to={['deliveries', text(key)]}>
        <Name>{provider === 'script' ? 'Sign-up' : `${sourceName(text(provider))} ${text(type)}`}</Name>
      </PageLink>{' '}
      <Name>{`${stateName(text(state))}: ${text(reason)}`}</Name>
    </>
  )
}

function payment({ key, amount, refunded, currency, partner_key: partner }: Happened['data']): ReactNode {
  const back = number(refunded)
  return (
    <>
      <PageLink to={['transactions', text(key)]}>{formatMoney(number(amount), text(currency))}</PageLink>{' '}
      <Name>{`for ${text(partner)}${back > 0 ? `, ${formatMoney(back, text(currency))} of it refunded` : ''}`}</Name>
    </>
  )
}

const TOLD: Readonly<Record<Happened['event'], (data: Happened['data']) => ReactNode>> = {
  sighting,
  click: ({ partner_key: partner }) => <Name>{`Click on a link of ${text(partner)}`}</Name>,
  signup: delivery,
  delivery,
  payment,
}

export const Happenings = ({ following: { isConnected, events } }: { readonly following: Following }) => (
  <Paper withBorder p="md" component="section" aria-label="What happens">
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={2}>What happens</Title>
        <Badge color={isConnected ? 'teal' : 'gray'} role="status">
          {isConnected ? 'Live' : 'Connecting'}
        </Badge>
      </Group>
      {events.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing since this page was opened. Clicks, sign-ups, deliveries and payments show here at once.
        </Text>
      ) : (
        <ol className="log" aria-label="What happened, the newest first">
          {events.map(({ no, event, data }) => (
            <li key={no}>
              {TOLD[event](data)}{' '}
              <Text span size="xs" c="dimmed">
                <Time at={number(data['at'] ?? data['received_at'])} hasSeconds />
              </Text>
            </li>
          ))}
        </ol>
      )}
    </Stack>
  </Paper>
)
