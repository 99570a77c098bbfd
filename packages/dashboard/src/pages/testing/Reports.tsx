/** The result as it is now, kept under a name, to be shown to others. */
import { Anchor, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useMode } from '../../api/mode.ts'
import { part, useChange, useList } from '../../api/reads.ts'
import type { TestReport } from '../../api/types.ts'
import { Failure } from '../../parts/Failure.tsx'
import type { Values } from '../../parts/FieldsForm.tsx'
import { FormButton } from '../../parts/FormButton.tsx'
import { Name } from '../../parts/Name.tsx'
import { tell } from '../../parts/tell.ts'
import { Time } from '../../parts/Time.tsx'

const SHOWN = new URLSearchParams({ limit: '10' })
const today = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

export function Reports({ since }: { readonly since: string }) {
  const list = useList<TestReport>('/testing/reports', SHOWN)
  const change = useChange<TestReport>()
  const save = async ({ name }: Values): Promise<void> => {
    const body = { name, ...(since && { since: Number(since) }) }
    await change.mutateAsync({ method: 'POST', path: '/testing/reports', body })
    tell('The report is saved. Download it to show it to others.')
  }
  return (
    <Paper withBorder p="md" component="section" aria-label="Reports">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2}>Reports</Title>
          <FormButton
            label="Save a report"
            title="Save a report"
            fields={[{ name: 'name', label: 'Name', isRequired: true, initial: `Test of ${today.format(Date.now())}` }]}
            submit="Save"
            button={{ size: 'xs', variant: 'default' }}
            act={save}
          />
        </Group>
        {list.isError && !list.data && <Failure error={list.error} retry={() => void list.refetch()} />}
        {list.isPending && <Skeleton h={40} />}
        {list.data?.items.length === 0 && (
          <Text size="sm" c="dimmed">
            A report keeps the seven steps as they are, as a page to download.
          </Text>
        )}
        {list.data?.items.map((report) => (
          <Saved key={report.key} report={report} />
        ))}
      </Stack>
    </Paper>
  )
}

function Saved({ report: { key, name, at, items } }: { readonly report: TestReport }) {
  const mode = useMode()
  const done = items.filter(({ state }) => state === 'done').length
  return (
    <div>
      <Anchor href={`/admin/api/${mode}/testing/reports${part(key)}/report.html`} download size="sm">
        <Name>{name}</Name>
      </Anchor>
      <Text size="xs" c="dimmed" component="div">
        {done} of {items.length} steps done, <Time at={at} />
      </Text>
    </div>
  )
}
