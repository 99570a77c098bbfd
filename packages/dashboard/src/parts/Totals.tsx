/** What all rows that fit add up to, each currency by itself. */
import { Group, Text } from '@mantine/core'
import { Money } from './Money.tsx'
import { countIn, useTotals, type Total } from './totals.ts'

interface Props {
  readonly resource: string
  /** As the list has them; an empty text is no filter. */
  readonly filters: Readonly<Record<string, string>>
  /** Which are counted in. */
  readonly of?: (total: Total) => boolean
  readonly label: string
}

export function Totals({ resource, filters, of = () => true, label }: Props) {
  const { data } = useTotals(resource, filters)
  const byCurrency = Map.groupBy((data?.items ?? []).filter(of), ({ currency }) => currency)
  if (!data || byCurrency.size === 0) return null
  return (
    <Group gap="lg" mb="md" component="section" aria-label={label}>
      {[...byCurrency].map(([currency, rows]) => {
        const sum = rows.reduce((all, { amount, refunded }) => all + amount - refunded, 0)
        return (
          <div key={currency}>
            <Text fw={650} fz="lg" component="div">
              <Money amount={sum} currency={currency} />
            </Text>
            <Text size="sm" c="dimmed">
              {countIn(rows).toLocaleString()} in {currency}
            </Text>
          </div>
        )
      })}
      {!data.complete && (
        <Text size="sm" c="dimmed">
          Of the newest 100,000.
        </Text>
      )}
    </Group>
  )
}
