/** What to set up on the platform's own side. */
import { Group, List, Paper, Stack, Text } from '@mantine/core'
import { CopyButton } from '../../../parts/CopyButton.tsx'
import { Key } from '../../../parts/Name.tsx'
import { Section } from '../../../parts/Section.tsx'
import type { Guide } from '../guides.ts'
import type { Platform } from '../types.ts'

interface Props {
  readonly platform: Platform
  readonly guide: Guide
}

export function ToTick({ platform, guide }: Props) {
  const events = guide.events(platform)
  return (
    <Section title={`2. Set up in ${platform.title}`} about={`${guide.where}.`}>
      <Paper withBorder p="md">
        <Stack gap="sm">
          <List size="sm" spacing={4}>
            <List.Item>The address from above.</List.Item>
            {guide.choices.map((choice) => (
              <List.Item key={choice}>{choice}</List.Item>
            ))}
          </List>
          <Group gap={4} wrap="nowrap">
            <Text size="sm" fw={600} id="events">
              Tick these events. No others are needed.
            </Text>
            <CopyButton text={events.join('\n')} what="events" />
          </Group>
          <ul className="ticks" aria-labelledby="events">
            {events.map((event) => (
              <li key={event}>
                <Key>{event}</Key>
              </li>
            ))}
          </ul>
          {guide.hasSources && platform.record_from === 'charge' && (
            <Text size="sm" c="dimmed">
              Recording from invoices instead needs two events more: choose it below, and they stand here.
            </Text>
          )}
        </Stack>
      </Paper>
    </Section>
  )
}
