/** One number under its name. */
import { Paper, Text } from '@mantine/core'
import type { ReactNode } from 'react'

interface Props {
  readonly label: string
  readonly children: ReactNode
  readonly color?: string | undefined
}

export const Figure = ({ label, children, color }: Props) => (
  <Paper withBorder p="md" component="section" aria-label={label}>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <Text fz="clamp(17px, 5vw, 24px)" fw={650} className="money figure" {...(color !== undefined && { c: color })}>
      {children}
    </Text>
  </Paper>
)
