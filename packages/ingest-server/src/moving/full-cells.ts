/**
 * The values of a full export as cells, so that each comes back as it was: `\N` is none, a text that begins with a backslash
 * has one more.
 */
import type { Column } from '../store/columns.ts'

const NONE = '\\N'

export function cellOf({ kind }: Column, value: unknown): string {
  if (value === null || value === undefined) return NONE
  if (kind === 'json') return JSON.stringify(value)
  return typeof value === 'string' && value.startsWith('\\') ? `\\${value}` : String(value)
}

/** Throws where a cell is no value of its column. */
export function valueOf({ kind, name }: Column, cell: string): unknown {
  if (cell === NONE) return null
  if (kind === 'json') return JSON.parse(cell) as unknown
  if (kind === 'bool') return cell === 'true'
  if (kind !== 'int') return cell.startsWith('\\') ? cell.slice(1) : cell
  if (/^-?\d+$/.test(cell)) return Number(cell)
  throw new Error(`${name} is no whole number: ${cell.slice(0, 40)}`)
}
