/** One import: how far it is, what came of it, and what was refused. */
import { Alert, Progress, SimpleGrid, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { call } from '../../api/client.ts'
import { useMode } from '../../api/mode.ts'
import { part } from '../../api/reads.ts'
import type { Import } from '../../api/types.ts'
import { Figure } from '../../parts/Figure.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { Name } from '../../parts/Name.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { ImportFacts } from './ImportFacts.tsx'
import { Refused } from './Refused.tsx'
import { ImportState, isUnderWay } from './states.tsx'
import { TrialOver } from './TrialOver.tsx'

const EVERY_MS = 700

export function Component() {
  const mode = useMode()
  const { key = '' } = useParams()
  const path = `/import${part(key)}`
  const read = useQuery({
    queryKey: [mode, path],
    queryFn: ({ signal }) => call<Import>('GET', `/${mode}${path}`, undefined, signal),
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data) ? EVERY_MS : false),
  })
  return (
    <Loaded read={read} what="import">
      {(found) => <Found of={found} />}
    </Loaded>
  )
}

function Found({ of }: { readonly of: Import }) {
  return (
    <>
      <PageTitle
        title={of.file_name ?? of.key}
        back={{ path: 'import', label: 'Import' }}
        beside={<ImportState of={of} />}
      />
      <Stack gap="xl">
        {isUnderWay(of) && <Working of={of} />}
        {of.state === 'failed' && (
          <Alert color="red" title="The import ended early" role="alert">
            <Name>{of.reason ?? 'The server does not say why.'}</Name> Rows that stand below are there; the rest of the
            file is not.
          </Alert>
        )}
        {of.state === 'done' && of.dry_run && <TrialOver of={of} />}
        <SimpleGrid cols={{ base: 2, xs: 4 }}>
          <Figure label={of.dry_run ? 'Would be created' : 'Created'}>{of.created.toLocaleString()}</Figure>
          <Figure label={of.dry_run ? 'Would be updated' : 'Updated'}>{of.updated.toLocaleString()}</Figure>
          <Figure label="Unchanged">{of.unchanged.toLocaleString()}</Figure>
          <Figure label="Refused" color={of.failed > 0 ? 'red' : undefined}>
            {of.failed.toLocaleString()}
          </Figure>
        </SimpleGrid>
        <Refused of={of} />
        <ImportFacts of={of} />
      </Stack>
    </>
  )
}

const Working = ({ of: { state, progress, rows } }: { readonly of: Import }) => (
  <Stack gap={4}>
    <Progress value={progress * 100} animated aria-label="How far the import is" />
    <Text size="sm" role="status">
      {state === 'queued'
        ? 'Waiting for the import before it'
        : `${Math.floor(progress * 100)} %, ${rows.toLocaleString()} rows so far`}
    </Text>
    <Text size="sm" c="dimmed">
      It goes on by itself: this page may be left.
    </Text>
  </Stack>
)
