import type { Import } from '../../api/types.ts'
import { Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import type { Column } from '../../parts/Table.tsx'
import { Time } from '../../parts/Time.tsx'
import { kindName } from './kinds.ts'
import { ImportState } from './states.tsx'

const count = (label: string, of: (one: Import) => number): Column<Import> => ({
  label,
  isEnd: true,
  cell: (one) => <span className="money">{of(one).toLocaleString()}</span>,
})

export const importColumns: readonly Column<Import>[] = [
  {
    label: 'File',
    isLead: true,
    cell: ({ key, file_name: name }) => (
      <PageLink to={['import', key]}>
        <Name isCut>{name ?? key}</Name>
      </PageLink>
    ),
  },
  { label: 'Of', cell: ({ type }) => kindName(type) },
  { label: 'State', cell: (one) => <ImportState of={one} /> },
  count('Rows', ({ rows }) => rows),
  count('Refused', ({ failed }) => failed),
  { label: 'Begun', sort: 'created_at', cell: ({ created_at: at }) => <Time at={at} /> },
]
