/** Files that are imported, and what was wrong in them: plain data, as everything the books hold. */
import type { AmountUnit, ImportType, Mode } from '../facts.ts'

export interface ImportRow {
  readonly key: string
  readonly mode: Mode
  readonly type: ImportType
  readonly state: 'queued' | 'running' | 'done' | 'failed'
  /** Rows worked so far, and what became of them. */
  readonly total: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly failed: number
  /** Bytes worked so far of the file as it is kept, and the line on which the next row starts. */
  readonly worked: number
  readonly line: number
  /** Bytes of the file as it is kept: UTF-8. */
  readonly bytes: number
  /** Bytes of the file as it came. */
  readonly size: number
  /** Of the file as it came, hex. */
  readonly sha256: string
  readonly fileName: string | null
  readonly layout: {
    readonly delimiter: string
    readonly header: readonly string[]
    readonly encoding: string
  }
  readonly options: {
    /** Everything is reported, nothing is changed. */
    readonly dryRun: boolean
    readonly unit: AmountUnit
    /** Of rows that name none. */
    readonly currency: string
  }
  /** Who asked for it. */
  readonly actor: string
  /** Held by whoever works it. */
  readonly claim: string | null
  /** Why it failed as a whole, in plain words. */
  readonly reason: string | null
  readonly startedAt: number | null
  readonly finishedAt: number | null
  readonly createdAt: number
  /** While it runs, the last sign of life of whoever works it. */
  readonly updatedAt: number
}

/** Something that does not fit in a row of a file. */
export interface ImportErrorRow {
  readonly importKey: string
  readonly mode: Mode
  /** The physical line on which the row starts. */
  readonly line: number
  /** A row may have several. */
  readonly no: number
  readonly columnName: string | null
  readonly reason: string
  /** The row as it is in the file; empty but for its first error. */
  readonly raw: string
}
