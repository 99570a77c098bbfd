/** The store's promises about files that are imported: the file is kept in pieces until it is worked, by whichever process. */
import type { Mode } from '../facts.ts'
import type { ImportErrorRow, ImportRow } from './import-rows.ts'
import type { Page, PageQuery } from './queries.ts'

export interface ImportReads {
  imports(query: PageQuery): Promise<Page<ImportRow>>
  importOf(mode: Mode, key: string): Promise<ImportRow | null>
  /** In the order of the file, from behind `after` on. */
  importErrors(key: string, after: Pick<ImportErrorRow, 'line' | 'no'> | null, limit: number): Promise<ImportErrorRow[]>
  /** A piece of the file as it is kept; null where there is none. */
  importPiece(key: string, no: number): Promise<Uint8Array | null>
  /** Of either mode, those that nobody works: queued, or running without a sign of life since `before`. The oldest first. */
  idleImports(before: number): Promise<ImportRow[]>
}

export interface ImportWrites {
  /** The bytes are given away with it, and may be empty afterwards. */
  putImportPiece(key: string, no: number, bytes: Uint8Array): Promise<void>
  /** Creates it. */
  addImport(row: ImportRow): Promise<void>
  /** Takes one that nobody works, as `idleImports` has it; null where another was first. */
  claimImport(key: string, claim: string, before: number, now: number): Promise<ImportRow | null>
  /** Lets go of one, for anybody to go on with. */
  yieldImport(key: string, claim: string, now: number): Promise<void>
  /** Ends one that cannot be worked; false where another works it. */
  failImport(key: string, claim: string, reason: string, now: number): Promise<boolean>
  /** The file is not needed any more. */
  removeImportPieces(key: string): Promise<void>
  /**
   * Forgets pieces of files that will never be worked: of imports that have ended, and of those that were never added and whose
   * key sorts before `before`. And errors of imports that ended before `endedBefore`, at most `limit` of them; how many.
   */
  forgetImports(before: string, endedBefore: number, limit: number): Promise<number>
}
