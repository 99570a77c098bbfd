/** Bringing in what is kept elsewhere: a file is looked at before it is sent, and tried before it counts. */
import { SegmentedControl, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTo } from '../../api/mode.ts'
import type { Import } from '../../api/types.ts'
import { DropFile } from '../../parts/DropFile.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { ShortList } from '../../parts/ShortList.tsx'
import { importColumns } from './columns.tsx'
import { FileCheck } from './FileCheck.tsx'
import { KindColumns } from './KindColumns.tsx'
import { isKind, KINDS } from './kinds.ts'
import { SendFile } from './SendFile.tsx'

export function Component() {
  const { get, set } = useListParams()
  const to = useTo()
  const kind = isKind(get('of')) ? (get('of') as Import['type']) : 'customers'
  const [file, setFile] = useState<File | null>(null)
  return (
    <>
      <PageTitle title="Import" />
      <Stack gap="xl">
        <Stack>
          <div className="scrolled">
            <SegmentedControl
              aria-label="What the file holds"
              data={[...KINDS]}
              value={kind}
              onChange={(of) => set({ of: of === 'customers' ? null : of })}
            />
          </div>
          {file === null ? (
            <DropFile label="Drop a CSV file here" accept=".csv,.tsv,.txt,text/csv" onFile={setFile} />
          ) : (
            <FileCheck kind={kind} file={file} onCancel={() => setFile(null)}>
              <SendFile kind={kind} file={file} onCancel={() => setFile(null)} />
            </FileCheck>
          )}
        </Stack>
        <ShortList<Import>
          title="Past imports"
          resource="/import"
          columns={importColumns}
          keyOf={({ key }) => key}
          empty="Nothing has been imported yet. Partners come first: customers name who referred them."
          all={to('import', 'past')}
        />
        <KindColumns kind={kind} />
      </Stack>
    </>
  )
}
