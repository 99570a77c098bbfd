/** A made-up visitor and platform, for whoever has no site or account at hand. */
import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMode } from '../../api/mode.ts'
import { useRead } from '../../api/reads.ts'
import { Failure } from '../../parts/Failure.tsx'
import { Key, Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { useSimulation, type Sent, type Simulator } from './simulation.ts'
import { useTestPartner } from './TestLink.tsx'

export function Simulate() {
  const mode = useMode()
  return (
    <Paper withBorder p="md" component="section" aria-label="Simulate">
      <Stack gap="sm">
        <Title order={2}>Simulate</Title>
        {mode === 'test' ? <InTest /> : <InProduction />}
      </Stack>
    </Paper>
  )
}

const InProduction = () => (
  <>
    <Text size="sm" c="dimmed">
      Made-up people and money have no place in production's books. Simulate in test mode; here, follow a link and pay
      for real.
    </Text>
    <Button component={Link} to="/test/testing" variant="default" size="xs" w="fit-content">
      Go to test mode
    </Button>
  </>
)

function InTest() {
  const read = useRead<{ readonly items: readonly Simulator[] }>('/testing/platforms')
  const [name, setName] = useState('stripe')
  const partner = useTestPartner()
  const simulation = useSimulation(partner)
  const simulator = read.data?.items.find(({ provider }) => provider === name)
  if (read.error && !read.data) return <Failure error={read.error} retry={() => void read.refetch()} />
  return (
    <>
      <Text size="sm" c="dimmed">
        A made-up visitor of <Key>{partner}</Key> goes through this server's own front door, signed as the platform
        does. It shows that the server works; step 1 needs your own page.
      </Text>
      <NativeSelect
        label="Platform"
        value={name}
        data={(read.data?.items ?? []).map(({ provider, title }) => ({ value: provider, label: title }))}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {simulator && <Buttons simulator={simulator} simulation={simulation} />}
      <Log sent={simulation.sent} />
    </>
  )
}

interface Props {
  readonly simulator: Simulator
  readonly simulation: ReturnType<typeof useSimulation>
}

function Buttons({ simulator, simulation }: Props) {
  const { provider, story, events } = simulator
  const { person, busy, click, signUp, deliver, pay, all } = simulation
  const [event, setEvent] = useState('')
  const chosen = events.includes(event) ? event : (events[0] ?? '')
  const button = (name: string, label: string, act: () => Promise<void>) => (
    <Button
      size="xs"
      variant="default"
      loading={busy === name}
      disabled={busy !== null && busy !== name}
      onClick={() => void act()}
    >
      {label}
    </Button>
  )
  return (
    <>
      <Button
        size="sm"
        loading={busy === 'all'}
        disabled={busy !== null && busy !== 'all'}
        onClick={() => void all(simulator)}
      >
        Simulate the whole way
      </Button>
      <Text size="sm">Or one by one:</Text>
      <Group gap="xs">
        {button('click', 'Click', click)}
        {button('signup', 'Sign up', signUp)}
        {button(story.customer, 'Customer', () => deliver(provider, story.customer))}
        {button(story.payment, 'Payment', () => pay(simulator))}
        {button(story.refund, 'Refund', () => deliver(provider, story.refund))}
      </Group>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <NativeSelect
          label="Any event"
          size="xs"
          value={chosen}
          data={[...events]}
          onChange={({ currentTarget: { value } }) => setEvent(value)}
          style={{ flex: 1, minWidth: 0 }}
        />
        {button(`any ${chosen}`, 'Send', () => deliver(provider, chosen))}
      </Group>
      <Text size="xs" c="dimmed" component="div">
        Customer key: <Key>{person.customerKey}</Key>
      </Text>
    </>
  )
}

const Log = ({ sent }: { readonly sent: readonly Sent[] }) =>
  sent.length > 0 && (
    <ol className="log" aria-label="What was simulated">
      {sent.map(({ no, what, isGood, answer, delivery }) => (
        <li key={no} data-bad={!isGood || undefined}>
          <strong>{what}</strong>: <Name>{answer}</Name>{' '}
          {delivery !== null && <PageLink to={['deliveries', delivery]}>See it</PageLink>}
        </li>
      ))}
    </ol>
  )
