/** Key pairs: what calls the API, and what the script names. */
import { Badge, Button, Paper } from '@mantine/core'
import { useState } from 'react'
import { part, useChange, useRead } from '../../api/reads.ts'
import { useMode } from '../../api/mode.ts'
import { ConfirmButton } from '../../parts/ConfirmButton.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { KeyLine } from '../../parts/KeyLine.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { Key } from '../../parts/Name.tsx'
import { Section } from '../../parts/Section.tsx'
import { ShownOnce } from '../../parts/ShownOnce.tsx'
import { Table, type Column } from '../../parts/Table.tsx'
import { tell } from '../../parts/tell.ts'
import { Time } from '../../parts/Time.tsx'
import type { ApiKey, NewKey } from './types.ts'

const isStanding = ({ revoked_at: revoked }: ApiKey): boolean => revoked === null

function Revoke({ of }: { readonly of: ApiKey }) {
  const change = useChange<ApiKey>()
  return (
    <ConfirmButton
      label="Revoke"
      title="Revoke this key pair?"
      size="xs"
      act={() => change.mutateAsync({ method: 'DELETE', path: `/keys${part(of.public_key)}` })}
      onDone={() => tell('The key pair is revoked.')}
    >
      Calls with it are refused within two seconds, and pages whose script names <Key>{of.public_key}</Key> send their
      sign-ups in vain. It cannot be taken back: make the new pair first, and put it in place.
    </ConfirmButton>
  )
}

const columns: readonly Column<ApiKey>[] = [
  {
    label: 'Public key',
    isLead: true,
    cell: ({ public_key: key }) => <KeyLine text={key} what={`public key ${key}`} />,
  },
  { label: 'Made', cell: ({ created_at: at }) => <Time at={at} isDay /> },
  {
    label: 'State',
    cell: ({ revoked_at: at }) =>
      at === null ? (
        <Badge color="teal">Works</Badge>
      ) : (
        <>
          <Badge color="gray">Revoked</Badge> <Time at={at} isDay />
        </>
      ),
  },
  { label: 'Acts', cell: (key) => isStanding(key) && <Revoke of={key} /> },
]

export function ApiKeys() {
  const mode = useMode()
  const read = useRead<{ readonly items: readonly ApiKey[] }>('/keys')
  const change = useChange<NewKey>()
  const [made, setMade] = useState<NewKey | null>(null)
  const make = (): void => {
    change.mutate(
      { method: 'POST', path: '/keys' },
      { onSuccess: setMade, onError: (error) => tell(error.message, 'red') },
    )
  }
  const button = (
    <Button size="xs" loading={change.isPending} onClick={make}>
      Make a key pair
    </Button>
  )
  const secrets = made
    ? [
        { label: 'Public key', text: made.public_key },
        { label: 'Secret key', text: made.secret_key },
        { label: 'Tracking token', text: made.tracking_token },
      ]
    : []
  return (
    <Section
      title="API keys"
      about={
        <>
          The public key stands in your pages. With the secret key it calls the API at{' '}
          <Key>{`${window.location.origin}/api/v2`}</Key> (and <Key>/v1</Key>), in {mode} mode only.
        </>
      }
      acts={button}
    >
      <Loaded read={read} what="key">
        {({ items }) => (
          <Paper withBorder style={{ overflowX: 'auto' }}>
            {items.length > 0 ? (
              <Table
                label="API keys"
                columns={columns}
                rows={[...items].sort((a, b) => Number(isStanding(b)) - Number(isStanding(a)))}
                keyOf={({ public_key: key }) => key}
              />
            ) : (
              <Empty title="No keys yet" action={button}>
                Make a key pair first: the script names its public key, and your server signs its calls with both.
              </Empty>
            )}
          </Paper>
        )}
      </Loaded>
      <ShownOnce
        title="Your new key pair"
        about="The secret key belongs on your server, never in a page. The tracking token is for the server-side conversion call."
        secrets={secrets}
        onKept={() => setMade(null)}
      />
    </Section>
  )
}
