/** Why a customer is whose: what is known of them, each with who told and when, the oldest first. */
import { Group, Paper, Skeleton, Stack, Switch, Text, Title } from '@mantine/core'
import { part, useRead } from '../../api/reads.ts'
import type { Customer } from '../../api/types.ts'
import { Failure } from '../../parts/Failure.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { StoryList, type StoryItem } from '../../parts/StoryList.tsx'

interface Story {
  readonly items: readonly StoryItem[]
  readonly complete: boolean
}

const SHOWN = 40

export function Why({ customer }: { readonly customer: Customer }) {
  const read = useRead<Story>(`/customers${part(customer.key)}/story`)
  const { get, set } = useListParams()
  const withDeliveries = get('deliveries') === 'true'
  const items = (read.data?.items ?? []).filter(({ kind }) => withDeliveries || kind !== 'delivery')
  return (
    <Stack component="section" aria-label="Why" gap="xs">
      <Group justify="space-between">
        <Title order={2}>Why</Title>
        <Switch
          label="Show deliveries"
          checked={withDeliveries}
          onChange={(event) => set({ deliveries: event.currentTarget.checked ? 'true' : null })}
        />
      </Group>
      {read.isError && !read.data && <Failure error={read.error} retry={() => void read.refetch()} />}
      {read.isPending && <Skeleton h={120} />}
      {read.data && (
        <Paper withBorder p="md">
          <StoryList items={items} about={customer.key} limit={SHOWN} />
          {!read.data.complete && (
            <Text size="sm" c="dimmed" mt="md">
              The first of each kind are here; the lists below have all.
            </Text>
          )}
        </Paper>
      )}
    </Stack>
  )
}
