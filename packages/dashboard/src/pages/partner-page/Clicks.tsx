import { Paper, Stack, Text, Title } from '@mantine/core'
import { Bars } from '../../parts/Bars.tsx'
import type { Figures } from './figures.ts'

/** Days are counted in UTC. */
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })

export function Clicks({ clicks }: Pick<Figures, 'clicks'>) {
  const sum = clicks.reduce((so, { count }) => so + count, 0)
  return (
    <Stack component="section" aria-label="Clicks" gap="sm">
      <Title order={2}>Clicks</Title>
      <Paper withBorder p="md">
        <Text size="sm" c="dimmed">
          In the last {clicks.length} days
        </Text>
        <Text fz={24} fw={650} className="money">
          {sum.toLocaleString()}
        </Text>
        <Bars
          label="Clicks by day"
          days={clicks.map((one) => day.format(one.day))}
          values={clicks.map(({ count }) => count)}
          format={(count) => count.toLocaleString()}
        />
      </Paper>
    </Stack>
  )
}
