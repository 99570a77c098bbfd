/** A file that is to be imported comes in: read as it comes, refused if it is no such file, kept in pieces until it is worked. */
import type { AmountUnit, ImportType, Mode } from '../facts.ts'
import { intake } from '../importer/intake.ts'
import type { Books } from '../ledger/books.ts'
import type { ImportRow } from '../store/import-rows.ts'
import { PIECE_BYTES } from './pieces.ts'

export interface UploadOptions {
  /** `impo_…` */
  readonly key: string
  readonly mode: Mode
  readonly type: ImportType
  readonly fileName: string | null
  /** Who asks for it. */
  readonly actor: string
  /** What was asked for beside the file: known at the latest once the file has been read. */
  asked(): Promise<{ readonly dryRun: boolean; readonly unit: AmountUnit }>
  /** Of rows that name none. */
  readonly currency: string
  /** Whoever will work it; null where anybody may. */
  readonly claim: string | null
  /** Adds it, and says which stands: the same, or one that the same call has added before. Absent: it is simply added. */
  add?(row: ImportRow): Promise<ImportRow>
}

/** Collects bytes into pieces of one size, each in memory of its own, which goes over to whoever keeps it. */
function pieceMaker(keep: (no: number, bytes: Uint8Array) => Promise<void>) {
  let piece = new Uint8Array(PIECE_BYTES)
  let length = 0
  let no = 0
  return {
    async add(bytes: Uint8Array): Promise<void> {
      for (let rest = bytes; rest.length > 0;) {
        const part = rest.subarray(0, PIECE_BYTES - length)
        piece.set(part, length)
        length += part.length
        rest = rest.subarray(part.length)
        if (length < PIECE_BYTES) return
        await keep(no++, piece)
        piece = new Uint8Array(PIECE_BYTES)
        length = 0
      }
    },
    end: () => (length > 0 ? keep(no++, piece.slice(0, length)) : Promise.resolve()),
  }
}

/** Takes the whole file; the import stands once this resolves. A file that is refused leaves nothing behind. */
export async function upload(
  books: Books,
  file: AsyncIterable<Uint8Array>,
  options: UploadOptions,
  now: () => number,
): Promise<ImportRow> {
  const { key, mode, type, fileName, actor, claim, asked, currency, add } = options
  const reading = intake(type)
  const pieces = pieceMaker((no, bytes) => books.putImportPiece(key, no, bytes))
  try {
    for await (const chunk of file) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      await pieces.add(await reading.take(bytes))
    }
    await pieces.add(await reading.rest())
    const { sha256, size, length, encoding, layout } = reading.taken()
    const { delimiter, header, start, line } = layout
    const { dryRun, unit } = await asked()
    await pieces.end()
    const at = now()
    const row: ImportRow = {
      ...{ key, mode, type, state: claim === null ? 'queued' : 'running', claim, actor, fileName, reason: null },
      ...{
        total: 0,
        created: 0,
        updated: 0,
        unchanged: 0,
        failed: 0,
        worked: start,
        line,
        bytes: length,
        size,
        sha256,
      },
      layout: { delimiter, header, encoding },
      options: { dryRun, unit, currency },
      ...{ startedAt: claim === null ? null : at, finishedAt: null, createdAt: at, updatedAt: at },
    }
    if (!add) await books.addImport(row)
    const standing = add ? await add(row) : row
    if (standing.key !== key) await books.removeImportPieces(key)
    return standing
  } catch (error) {
    await books.removeImportPieces(key).catch(() => undefined) // else forgotten in time, as those of a process that died
    throw error
  }
}
