/** What the server makes of a file's beginning, before any of it is imported. */
import { Badge, Button, Group, Paper, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { call } from '../../api/client.ts'
import { useMode } from '../../api/mode.ts'
import { formatBytes } from '../../parts/bytes.ts'
import { Failure } from '../../parts/Failure.tsx'
import { Name } from '../../parts/Name.tsx'
import { Table, type Column } from '../../parts/Table.tsx'
import type { Kind } from './kinds.ts'

/** Bytes that are looked at. */
const LOOK = 128 * 1024

interface CheckedColumn {
  readonly header: string
  readonly kind: 'known' | 'custom' | 'unread' | 'nameless'
  readonly name: string | null
}
interface Checked {
  readonly encoding: string
  readonly delimiter: string
  readonly columns: readonly CheckedColumn[]
  readonly rows: readonly (readonly string[])[]
}

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }

function taken({ kind, name }: CheckedColumn): ReactNode {
  if (kind === 'known') return <Badge color="teal">{name}</Badge>
  if (kind === 'custom') return <Badge color="brand">Field of your own</Badge>
  return <Badge color="gray">Not read</Badge>
}

interface Row extends CheckedColumn {
  readonly at: number
  readonly values: readonly string[]
}
const columns: readonly Column<Row>[] = [
  { label: 'Column in the file', isLead: true, cell: ({ header }) => <Name isCut>{header || '(no name)'}</Name> },
  { label: 'Taken for', cell: taken },
  {
    label: 'First values',
    cell: ({ values }) => (
      <Text size="sm" c="dimmed" component="div">
        <Name isCut>{values.filter(Boolean).join(' · ')}</Name>
      </Text>
    ),
  },
]

interface Props {
  readonly kind: Kind
  readonly file: File
  readonly onCancel: () => void
  /** What can be done with a file that fits. */
  readonly children: ReactNode
}

export function FileCheck({ kind, file, onCancel, children }: Props) {
  const mode = useMode()
  const isWhole = file.size <= LOOK
  const check = useQuery({
    queryKey: [mode, 'file-check', kind, file.name, file.size, file.lastModified],
    queryFn: () => call<Checked>('POST', `/${mode}/import/${kind}/check?whole=${isWhole}`, file.slice(0, LOOK)),
    staleTime: Infinity,
    retry: false,
  })
  return (
    <Stack component="section" aria-label="The file">
      <Group gap="xs">
        <Text fw={600}>
          <Name>{file.name}</Name>
        </Text>
        <Text size="sm" c="dimmed">
          {formatBytes(file.size)}
          {check.data &&
            `, separated by ${DELIMITERS[check.data.delimiter] ?? check.data.delimiter}, ${check.data.encoding}`}
        </Text>
      </Group>
      {check.isPending && <Skeleton h={120} role="status" aria-label="Looking at the file" />}
      {check.error && (
        <>
          <Failure error={check.error} title={`This is no file of ${kind} as it stands`} />
          <Button variant="default" w="fit-content" onClick={onCancel}>
            Another file
          </Button>
        </>
      )}
      {check.data && (
        <>
          <Paper withBorder style={{ overflowX: 'auto' }}>
            <Table
              label="Columns of the file"
              columns={columns}
              rows={rowsOf(check.data)}
              keyOf={({ at }) => String(at)}
            />
          </Paper>
          {children}
        </>
      )}
    </Stack>
  )
}

const rowsOf = ({ columns: found, rows }: Checked): Row[] =>
  found.map((column, at) => ({ ...column, at, values: rows.map((cells) => cells[at] ?? '') }))
