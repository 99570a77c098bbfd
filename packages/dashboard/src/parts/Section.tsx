/** A part of a page under its heading. */
import { Group, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly about?: ReactNode
  /** What can be done here, beside the heading. */
  readonly acts?: ReactNode
  readonly children: ReactNode
}

export const Section = ({ title, about, acts, children }: Props) => (
  <Stack component="section" aria-label={title} gap="sm">
    <Group justify="space-between" align="flex-start">
      <Title order={2}>{title}</Title>
      {acts && <Group gap="xs">{acts}</Group>}
    </Group>
    {about && (
      <Text c="dimmed" size="sm" maw={720} component="div">
        {about}
      </Text>
    )}
    {children}
  </Stack>
)
