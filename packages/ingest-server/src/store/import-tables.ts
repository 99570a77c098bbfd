/** How imports lie in tables. */
import { table } from './columns.ts'
import type { ImportErrorRow, ImportRow } from './import-rows.ts'

export const imports = table<ImportRow>('imports', ['key'], {
  key: 'text',
  mode: 'mode',
  type: 'text',
  state: 'text',
  total: 'int',
  created: 'int',
  updated: 'int',
  unchanged: 'int',
  failed: 'int',
  worked: 'int',
  line: 'int',
  bytes: 'int',
  size: 'int',
  sha256: 'text',
  fileName: 'text',
  layout: 'json',
  options: 'json',
  actor: 'text',
  claim: 'text',
  reason: 'text',
  startedAt: 'int',
  finishedAt: 'int',
  createdAt: 'int',
  updatedAt: 'int',
})
export const importErrors = table<ImportErrorRow>('import_errors', ['importKey', 'line', 'no'], {
  importKey: 'text',
  mode: 'mode',
  line: 'int',
  no: 'int',
  columnName: 'text',
  reason: 'text',
  raw: 'text',
})
