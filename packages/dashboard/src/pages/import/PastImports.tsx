/** Every file that was imported. */
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useTo } from '../../api/mode.ts'
import type { Import } from '../../api/types.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { importColumns } from './columns.tsx'

export function Component() {
  const to = useTo()
  const begin = (
    <Button component={Link} to={to('import')}>
      Import a file
    </Button>
  )
  return (
    <>
      <PageTitle title="Past imports" back={{ path: 'import', label: 'Import' }} />
      <DataTable<Import>
        label="Past imports"
        resource="/import"
        columns={importColumns}
        keyOf={({ key }) => key}
        filters={{}}
        empty={
          <Empty title="Nothing has been imported yet" action={begin}>
            Files you import stand here, with what became of their rows.
          </Empty>
        }
      />
    </>
  )
}
