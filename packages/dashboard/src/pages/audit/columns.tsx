import { Text } from '@mantine/core'
import type { z } from 'zod'
import type { AuditLine as LineShape } from '../../../../ingest-server/src/http/admin/objects.ts'
import { Key, Name } from '../../parts/Name.tsx'
import { Subject } from '../../parts/Subject.tsx'
import type { Column } from '../../parts/Table.tsx'
import { Time } from '../../parts/Time.tsx'
import { linesOf } from './detail.ts'
import { actInWords, actorInWords } from './words.ts'

export type AuditLine = z.output<typeof LineShape>

const isKey = (actor: string): boolean => actor.startsWith('pk_')

export const auditColumns: readonly Column<AuditLine>[] = [
  { label: 'What', isLead: true, cell: ({ action }) => <Name>{actInWords(action)}</Name> },
  { label: 'About', cell: ({ subject }) => <Subject of={subject} /> },
  {
    label: 'In detail',
    cell: ({ detail }) =>
      linesOf(detail).map(({ name, text }) => (
        <Text key={name ?? ''} size="sm" component="div" maw="46ch">
          {name !== null && (
            <Text span inherit c="dimmed">
              {name}:{' '}
            </Text>
          )}
          <Name>{text}</Name>
        </Text>
      )),
  },
  {
    label: 'Who',
    cell: ({ actor }) =>
      isKey(actor) ? <Key isCut>{actor}</Key> : <bdi className="nowrap">{actorInWords(actor)}</bdi>,
  },
  { label: 'When', cell: ({ at }) => <Time at={at} /> },
]
