/** The store's promises to whoever takes a full export back: whether there is room for it, and making some. */
import type { Mode } from '../facts.ts'
import type { TableName } from './table-order.ts'

export interface Restoring {
  /** Those of these tables that hold rows of the mode. */
  filled(mode: Mode, names: readonly TableName[]): Promise<TableName[]>
  /** Takes every row of the mode out of these tables, in one commit. */
  clear(mode: Mode, names: readonly TableName[]): Promise<void>
}
