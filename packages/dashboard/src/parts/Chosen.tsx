/** What was chosen in a table, and what can be done with it. */
import { Group, Paper, Text } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  readonly count: number
  readonly children: ReactNode
}

export const Chosen = ({ count, children }: Props) => (
  <Paper withBorder px="md" py="xs" role="region" aria-label="What was chosen">
    <Group justify="space-between">
      <Text size="sm" role="status">
        {count} chosen
      </Text>
      <Group gap="xs">{children}</Group>
    </Group>
  </Paper>
)
