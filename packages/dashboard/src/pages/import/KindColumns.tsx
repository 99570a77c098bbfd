/** Which columns a kind of file has, with a file to begin with. */
import { Anchor, Badge, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useMode } from '../../api/mode.ts'
import { Failure } from '../../parts/Failure.tsx'
import { Key } from '../../parts/Name.tsx'
import { Table, type Column } from '../../parts/Table.tsx'
import { kindName, useKinds, type Kind, type KindColumns as Known } from './kinds.ts'

type Row = Known['columns'][number] & { readonly need: string | null }

const columns: readonly Column<Row>[] = [
  {
    label: 'Column',
    isLead: true,
    cell: ({ name, need }) => (
      <Group gap={6}>
        <Key>{name}</Key>
        {need !== null && <Badge color="brand">{need}</Badge>}
      </Group>
    ),
  },
  { label: 'Meaning', cell: ({ meaning }) => meaning },
  { label: 'Example', cell: ({ example }) => example && <Key isCut>{example}</Key> },
]

function needOf({ required }: Known, name: string): string | null {
  const any = required.find((names) => names.includes(name))
  if (!any) return null
  const others = any.filter((other) => other !== name)
  return others.length === 0 ? 'Required' : `This or ${others.join(' or ')}`
}

export function KindColumns({ kind }: { readonly kind: Kind }) {
  const mode = useMode()
  const read = useKinds()
  const known = read.data?.items.find(({ type }) => type === kind)
  return (
    <Stack component="section" aria-label="Columns" gap="xs">
      <Group justify="space-between">
        <Title order={2}>Columns of {kindName(kind).toLowerCase()}</Title>
        <Anchor href={`/admin/api/${mode}/import/${kind}/template.csv`} download size="sm">
          Download a template
        </Anchor>
      </Group>
      <Text size="sm" c="dimmed">
        The first line names the columns, in any order; case, spaces and underscores do not matter.
        {known?.custom && ' Any other column is kept as a field of your own.'}
      </Text>
      {read.isPending && <Skeleton h={200} />}
      {read.isError && !read.data && <Failure error={read.error} retry={() => void read.refetch()} />}
      {known && (
        <Paper withBorder style={{ overflowX: 'auto' }}>
          <Table
            label={`Columns of ${kind}`}
            columns={columns}
            rows={known.columns.map((column) => ({ ...column, need: needOf(known, column.name) }))}
            keyOf={({ name }) => name}
          />
        </Paper>
      )}
    </Stack>
  )
}
