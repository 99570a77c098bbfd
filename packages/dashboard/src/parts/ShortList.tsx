/** The newest rows of a list, on the page of what they belong to, with the way to all of them. */
import { Anchor, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useList } from '../api/reads.ts'
import { Failure } from './Failure.tsx'
import { Table, type Column } from './Table.tsx'

interface Props<T> {
  readonly title: string
  readonly resource: string
  readonly columns: readonly Column<T>[]
  readonly keyOf: (row: T) => string
  readonly filters?: Readonly<Record<string, string>>
  readonly limit?: number
  readonly empty: string
  /** Where all of them are. */
  readonly all?: string
  readonly children?: ReactNode
}

export function ShortList<T>({ title, resource, columns, keyOf, filters, limit = 5, empty, all, children }: Props<T>) {
  const list = useList<T>(resource, new URLSearchParams({ limit: String(limit), ...filters }))
  return (
    <Stack component="section" aria-label={title} gap="xs">
      <Group justify="space-between">
        <Title order={2}>{title}</Title>
        {children}
      </Group>
      {list.isError && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton h={80} />}
      {list.data && (
        <Paper withBorder style={{ overflowX: 'auto' }}>
          {list.data.items.length > 0 ? (
            <Table label={title} columns={columns} rows={list.data.items} keyOf={keyOf} />
          ) : (
            <Text c="dimmed" size="sm" p="md">
              {empty}
            </Text>
          )}
        </Paper>
      )}
      {all !== undefined && list.data?.has_more && (
        <Anchor component={Link} to={all} size="sm">
          See all
        </Anchor>
      )}
    </Stack>
  )
}
