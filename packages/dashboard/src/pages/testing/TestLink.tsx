/** The link that a test begins with. */
import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useMode } from '../../api/mode.ts'
import { useRead } from '../../api/reads.ts'
import { isNotFound } from '../../api/client.ts'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { Failure } from '../../parts/Failure.tsx'
import { FindFilter } from '../../parts/Filters.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { Key, Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'

interface Data {
  readonly partner_key: string
  readonly url: string
  readonly destination: string | null
}

/** The partner whose link is followed: test mode has one from the start. */
export function useTestPartner(): string {
  const { get } = useListParams()
  const mode = useMode()
  return get('partner') || (mode === 'test' ? 'gstest' : '')
}

export function TestLink() {
  const partner = useTestPartner()
  const read = useRead<Data>(`/testing/link?partner_key=${encodeURIComponent(partner)}`, partner !== '')
  return (
    <Paper withBorder p="md" component="section" aria-label="Test link">
      <Stack gap="sm">
        <Title order={2}>Test link</Title>
        <Group>
          <FindFilter name="partner" label="Of the partner" placeholder={partner || 'Partner key'} />
        </Group>
        {partner === '' && (
          <Text size="sm" c="dimmed">
            Name a partner to follow a link of. In production the customer and the payment are real: use a partner made
            for testing.
          </Text>
        )}
        {read.error &&
          (isNotFound(read.error) ? (
            <Text size="sm" role="alert">
              <Name>{read.error.message}</Name>
            </Text>
          ) : (
            <Failure error={read.error} retry={() => void read.refetch()} />
          ))}
        {read.data && <Shown of={read.data} />}
      </Stack>
    </Paper>
  )
}

function Shown({ of: { url, destination } }: { readonly of: Data }) {
  return (
    <>
      <Group gap={2} wrap="nowrap">
        <Key>{url}</Key>
        <CopyButton text={url} what="test link" />
      </Group>
      {destination === null ? (
        <Alert color="orange" p="sm">
          This link leads nowhere yet. Say where links lead in the <PageLink to={['groups']}>group</PageLink> of the
          partner, or by the setting site_url.
        </Alert>
      ) : (
        <>
          <Text size="sm" c="dimmed" component="div">
            Leads to <Name>{destination}</Name>
          </Text>
          <Button
            component="a"
            href={url}
            target="_blank"
            rel="noreferrer"
            size="xs"
            w="fit-content"
            leftSection={<IconExternalLink size={16} aria-hidden />}
          >
            Open in a new tab
          </Button>
        </>
      )}
    </>
  )
}
