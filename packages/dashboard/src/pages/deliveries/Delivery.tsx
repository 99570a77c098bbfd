/** One delivery: what came, what became of it, and working it again. */
import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { useParams } from 'react-router'
import { part, useChange, useRead } from '../../api/reads.ts'
import type { Delivery } from '../../api/types.ts'
import { Failure } from '../../parts/Failure.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { Key, Name } from '../../parts/Name.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { tell } from '../../parts/tell.ts'
import { Changed } from './Changed.tsx'
import { DecideDelivery } from './DecideDelivery.tsx'
import { DeliveryFacts } from './DeliveryFacts.tsx'
import { Payload } from './Payload.tsx'
import { DeliveryState, stateName } from './states.tsx'

export interface WholeDelivery extends Delivery {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly json: unknown
}

export function Component() {
  const { key = '' } = useParams()
  const read = useRead<WholeDelivery>(`/deliveries${part(key)}`)
  return (
    <Loaded read={read} what="delivery">
      {(delivery) => <Found delivery={delivery} />}
    </Loaded>
  )
}

function Found({ delivery }: { readonly delivery: WholeDelivery }) {
  const change = useChange<Delivery>()
  const { key, type, state, reason, body, headers, json } = delivery
  const replay = async (): Promise<void> => {
    const now = await change.mutateAsync({ method: 'POST', path: `/deliveries${part(key)}/replay`, body: {} })
    tell(`Replayed: ${stateName(now.state)}.`)
  }
  return (
    <>
      <PageTitle
        title={type}
        back={{ path: 'deliveries', label: 'Deliveries' }}
        beside={<DeliveryState state={state} />}
      >
        <DecideDelivery delivery={delivery} />
        <Button variant="default" loading={change.isPending} onClick={() => void replay().catch(() => undefined)}>
          Replay
        </Button>
      </PageTitle>
      <Stack gap="xl">
        {change.error && <Failure error={change.error} />}
        <Paper withBorder p="md" component="section" aria-label="What became of it">
          <Text size="sm" c="dimmed">
            What became of it
          </Text>
          <Text>
            <Name>{reason}</Name>
          </Text>
        </Paper>
        <DeliveryFacts delivery={delivery} />
        <Changed keys={delivery.changed} isThere={state !== 'parked' && state !== 'unmatched'} />
        <Payload body={body} json={json} />
        <Headers headers={headers} />
      </Stack>
    </>
  )
}

/** Those that were kept: never credentials. */
const Headers = ({ headers }: Pick<WholeDelivery, 'headers'>) =>
  Object.keys(headers).length > 0 && (
    <Stack component="section" aria-label="Headers" gap="xs">
      <Title order={2}>Headers</Title>
      <Paper withBorder p="md">
        {Object.entries(headers).map(([name, value]) => (
          <Text key={name} size="sm" component="div">
            <Key>{`${name}: ${value}`}</Key>
          </Text>
        ))}
      </Paper>
    </Stack>
  )
