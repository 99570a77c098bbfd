/** What was sent, to be read: laid out where it can be, and as it came. Only ever text. */
import { Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { CopyButton } from '../../parts/CopyButton.tsx'

interface Props {
  readonly body: string | null
  readonly json: unknown
}

/** A form's fields, one a line. */
function formLines(body: string): string | null {
  if (!/^[^\s=&<{]+=/.test(body)) return null
  return [...new URLSearchParams(body)].map(([name, value]) => `${name} = ${value}`).join('\n')
}

const laidOut = ({ body, json }: Props): string | null =>
  json !== null ? JSON.stringify(json, null, 2) : body === null ? null : formLines(body)

const VIEWS = [
  { value: 'laid-out', label: 'Laid out' },
  { value: 'raw', label: 'As it came' },
]

export function Payload({ body, json }: Props) {
  const [view, setView] = useState('laid-out')
  const readable = laidOut({ body, json })
  const text = (view === 'raw' ? null : readable) ?? body
  return (
    <Stack component="section" aria-label="Payload" gap="xs">
      <Group justify="space-between">
        <Group gap={4}>
          <Title order={2}>Payload</Title>
          {body !== null && <CopyButton text={body} what="payload, as it came" />}
        </Group>
        {readable !== null && (
          <SegmentedControl aria-label="How it is shown" size="xs" data={VIEWS} value={view} onChange={setView} />
        )}
      </Group>
      <Paper withBorder>
        {text === null ? (
          <Text c="dimmed" size="sm" p="md">
            It is no text, or it is no longer kept: bodies are forgotten after the retention time.
          </Text>
        ) : (
          <pre className="payload" role="region" tabIndex={0} aria-label="The payload's text">
            {text}
          </pre>
        )}
      </Paper>
    </Stack>
  )
}
