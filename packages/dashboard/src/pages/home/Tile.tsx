/** One figure of the period, beside the one before, by day. Chosen, its days stand large below. */
import { Group, Paper, Text, UnstyledButton } from '@mantine/core'
import { Bars } from '../../parts/Bars.tsx'

interface Props {
  readonly label: string
  readonly now: number
  readonly before: number
  readonly days: readonly string[]
  readonly values: readonly number[]
  readonly format: (value: number) => string
  /** Which part it is of the figure before it, in words. */
  readonly share: string | null
  readonly isChosen: boolean
  readonly choose: () => void
}

/** Against nothing there is no percentage. */
function change(now: number, before: number): string {
  if (now === before) return 'as before'
  if (before <= 0) return 'none before'
  const percent = Math.round(((now - before) / before) * 100)
  return `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${Math.abs(percent).toLocaleString()} %`
}

export function Tile({ label, now, before, days, values, format, share, isChosen, choose }: Props) {
  return (
    <Paper withBorder p="md" component="section" aria-label={label} className="tile" data-chosen={isChosen}>
      <Group justify="space-between" gap="xs">
        <UnstyledButton fz="sm" c="dimmed" className="tile-name" aria-pressed={isChosen} onClick={choose}>
          {label}
        </UnstyledButton>
        {share !== null && (
          <Text size="sm" c="dimmed">
            {share}
          </Text>
        )}
      </Group>
      <Group justify="space-between" align="baseline" gap="xs">
        <Text fz={24} fw={650} className="money">
          {format(now)}
        </Text>
        <Text size="sm" c="dimmed" title={`The period before: ${format(before)}`}>
          {change(now, before)}
        </Text>
      </Group>
      <Bars label={`${label} by day`} days={days} values={values} format={format} />
    </Paper>
  )
}
