/** Figures that belong together, each as a tile, and the chosen one by day. */
import { Paper, SimpleGrid, Stack, Title } from '@mantine/core'
import { DayChart } from '../../parts/DayChart.tsx'
import { useListParams } from '../../parts/list-params.ts'
import type { Compared } from './figures.ts'
import { Tile } from './Tile.tsx'

export interface Figure<K extends string> {
  readonly name: K
  readonly label: string
  /** The figure that this one is a part of. */
  readonly of?: { readonly name: K; readonly label: string }
}

interface Props<K extends string> {
  readonly title: string
  /** The name of the choice in the page's address. */
  readonly choice: string
  readonly figures: readonly [Figure<K>, ...Figure<K>[]]
  readonly values: Compared<Record<K, number>>
  readonly days: readonly string[]
  readonly format: (value: number) => string
  /** For the scale of a chart. */
  readonly short: (value: number) => string
}

/** More than all of it is no part: some came another way. */
function shareOf(part: number, whole: number, label: string): string | null {
  if (whole <= 0 || part > whole) return null
  const percent = (part / whole) * 100
  return `${percent.toLocaleString(undefined, { maximumSignificantDigits: percent < 1 ? 1 : 2 })} % of ${label}`
}

export function Figures<K extends string>({ title, choice, figures, values, days, format, short }: Props<K>) {
  const { get, set } = useListParams()
  const [first] = figures
  const chosen = figures.find(({ name }) => name === get(choice)) ?? first
  const { now, before, by_day: byDay, by_day_before: byDayBefore } = values
  return (
    <Stack component="section" aria-label={title} gap="xs">
      <Title order={2}>{title}</Title>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        {figures.map(({ name, label, of }) => (
          <Tile
            key={name}
            {...{ label, days, format, now: now[name], before: before[name], values: byDay[name] }}
            share={of ? shareOf(now[name], now[of.name], of.label) : null}
            isChosen={name === chosen.name}
            choose={() => set({ [choice]: name === first.name ? null : name })}
          />
        ))}
      </SimpleGrid>
      <Paper withBorder p="md">
        <DayChart
          label={chosen.label}
          {...{ days, values: byDay[chosen.name], before: byDayBefore[chosen.name], format, short }}
        />
      </Paper>
    </Stack>
  )
}
