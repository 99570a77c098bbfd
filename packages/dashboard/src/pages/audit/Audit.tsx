/** The audit log: every act of a person or a key. */
import { Text } from '@mantine/core'
import { useRead } from '../../api/reads.ts'
import { beginOfDay, endOfDay } from '../../parts/day.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { DayFilter, Filters, FindFilter, SelectFilter } from '../../parts/Filters.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { auditColumns, type AuditLine } from './columns.tsx'
import { actorInWords, KINDS, PEOPLE } from './words.ts'

interface Keys {
  readonly items: readonly { readonly public_key: string }[]
}

export function Component() {
  const { get } = useListParams()
  const { data: keys } = useRead<Keys>('/keys')
  const actors = [
    ...PEOPLE.map((actor) => ({ value: actor as string, label: actorInWords(actor) })),
    ...(keys?.items ?? []).map(({ public_key: key }) => ({ value: key, label: `Key ${key.slice(0, 11)}…` })),
  ]
  const filters = {
    ...{ action: get('kind'), actor: get('who'), subject: get('about') },
    ...{ from: beginOfDay(get('from')), until: endOfDay(get('until')) },
  }
  return (
    <>
      <PageTitle title="Audit log" />
      <Text c="dimmed" mb="md" maw={720}>
        What people and keys did, the newest first. It is written together with what it tells of, and nobody changes it.
      </Text>
      <Filters>
        <SelectFilter name="kind" label="What" options={KINDS} />
        <SelectFilter name="who" label="Who" options={actors} />
        <DayFilter name="from" label="From" />
        <DayFilter name="until" label="Until" />
        <FindFilter name="about" label="About" placeholder="A key, or the name of a setting" />
      </Filters>
      <DataTable<AuditLine>
        label="Audit log"
        resource="/audit"
        columns={auditColumns}
        keyOf={({ key }) => key}
        filters={filters}
        empty={<Empty title="Nothing was done yet">Change a setting or add a partner, and it stands here.</Empty>}
      />
    </>
  )
}
