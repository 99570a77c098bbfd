/** What was earned, per currency: never added across. */
import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { Figure } from '../../parts/Figure.tsx'
import { formatMoney } from '../../parts/money.ts'
import type { Figures } from './figures.ts'
import { ON_THE_WAY, WORDS } from './words.ts'

export function Earned({ earned }: Pick<Figures, 'earned'>) {
  const currencies = [...new Set(earned.map(({ currency }) => currency))].sort()
  return (
    <Stack component="section" aria-label="Earned" gap="sm">
      <Title order={2}>Earned</Title>
      {currencies.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing yet. You earn once somebody who came by one of your links signs up or pays.
        </Text>
      )}
      {currencies.map((currency) => (
        <SimpleGrid key={currency} cols={{ base: 2, sm: 4 }} spacing="sm" aria-label={`In ${currency}`} role="group">
          {ON_THE_WAY.map((status) => {
            const found = earned.find((one) => one.currency === currency && one.status === status)
            return (
              <Figure key={status} label={WORDS[status].label}>
                {formatMoney(found?.amount ?? 0, currency)}
              </Figure>
            )
          })}
        </SimpleGrid>
      ))}
    </Stack>
  )
}
