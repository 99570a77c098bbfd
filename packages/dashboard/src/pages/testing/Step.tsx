/** One step: what arrived, or why it did not and what to change. */
import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconHourglass } from '@tabler/icons-react'
import type { TestStep } from '../../api/types.ts'
import { Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { Time } from '../../parts/Time.tsx'

const WORDS = {
  done: { label: 'Done', color: 'teal', icon: IconCheck },
  waiting: { label: 'Waiting', color: 'gray', icon: IconHourglass },
  problem: { label: 'Problem', color: 'red', icon: IconAlertTriangle },
} as const

/** The pages that show what a step is about. */
const PAGES: Readonly<Record<string, readonly [page: string, words: string]>> = {
  dlv: ['deliveries', 'See the delivery'],
  cus: ['customers', 'See the customer'],
  tran: ['transactions', 'See the transaction'],
}

interface Props {
  readonly of: TestStep
  /** What is to be done now. */
  readonly isNext: boolean
}

export function Step({ of: { step, name, state, at, told, change, key }, isNext }: Props) {
  const { label, color, icon: Icon } = WORDS[state]
  const [page, words] = PAGES[key?.split('_')[0] ?? ''] ?? [null, '']
  return (
    <Paper withBorder p="md" component="li" className="step" data-state={state} aria-label={`Step ${step}: ${name}`}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <Title order={2} fz="md">
          {step}. {name}
        </Title>
        <Badge color={color} leftSection={<Icon size={12} aria-hidden />}>
          {label}
        </Badge>
      </Group>
      <Stack gap={6} mt={4}>
        <Text size="sm" component="div">
          <Name>{told}</Name>
        </Text>
        {change !== null && (isNext || state === 'problem') && (
          <Text size="sm" component="div" className="change">
            <strong>What to do: </strong>
            {change}
          </Text>
        )}
        {(at !== null || page !== null) && (
          <Group gap="md">
            {at !== null && (
              <Text size="xs" c="dimmed">
                <Time at={at} hasSeconds />
              </Text>
            )}
            {page !== null && key !== null && (
              <Text size="xs">
                <PageLink to={[page, key]}>{words}</PageLink>
              </Text>
            )}
          </Group>
        )}
      </Stack>
    </Paper>
  )
}
