/** A file to begin with: the header, and a row as an example. */
import { COLUMNS } from './columns.ts'
import type { ImportType } from '../facts.ts'
import { csvRow } from './safe-cell.ts'

export function template(type: ImportType): string {
  const columns = Object.entries(COLUMNS[type].columns)
  return csvRow(columns.map(([name]) => name)) + csvRow(columns.map(([, { example }]) => example))
}
