/** Rows that were refused: the first of them, and all of them as a file to mend. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMode } from '../../api/mode.ts'
import { part } from '../../api/reads.ts'
import type { Import } from '../../api/types.ts'
import { Key, Name } from '../../parts/Name.tsx'
import { Table, type Column } from '../../parts/Table.tsx'

type Problem = Import['errors'][number] & { readonly at: number }

const columns: readonly Column<Problem>[] = [
  { label: 'Line', isLead: true, cell: ({ line }) => `Line ${line.toLocaleString()}` },
  { label: 'Column', cell: ({ column }) => column !== null && <Key isCut>{column}</Key> },
  { label: 'Value', cell: ({ value }) => value !== null && <Name isCut>{value || '(empty)'}</Name> },
  { label: 'Why', cell: ({ reason }) => <Name>{reason}</Name> },
]

export function Refused({ of: { key, failed, errors } }: { readonly of: Import }) {
  const mode = useMode()
  if (failed === 0) return null
  const lines = new Set(errors.map(({ line }) => line)).size
  return (
    <Stack component="section" aria-label="Refused rows" gap="xs">
      <Group justify="space-between">
        <Title order={2}>Refused rows</Title>
        <Button
          component="a"
          href={`/admin/api/${mode}/import${part(key)}/errors.csv`}
          download
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          Download all of them
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        Mend them in that file and import it: it has the same columns, and why each row was refused.
        {lines < failed && ` The first ${lines} of ${failed.toLocaleString()} stand here.`}
      </Text>
      <Paper withBorder style={{ overflowX: 'auto' }}>
        <Table
          label="Refused rows"
          columns={columns}
          rows={errors.map((error, at) => ({ ...error, at }))}
          keyOf={({ at }) => String(at)}
        />
      </Paper>
    </Stack>
  )
}
