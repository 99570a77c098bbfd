/** The pieces in which a file that is imported is kept, and reading on from anywhere in it. */
import { AppError } from '../errors.ts'
import type { Books } from '../ledger/books.ts'

/**
 * Each but the last is as long as the first: some thousand rows. Larger ones outlive the collection of young memory while they
 * are read, and lie about by the dozen until all of the memory is collected.
 */
export const PIECE_BYTES = 256 * 1024

/** The bytes of the file from `offset` on, a piece at a time. */
export async function* piecesFrom(
  books: Pick<Books, 'importPiece'>,
  { key, bytes }: { readonly key: string; readonly bytes: number },
  offset: number,
): AsyncGenerator<Buffer> {
  const read = async (no: number): Promise<Uint8Array> => {
    const piece = await books.importPiece(key, no)
    if (!piece) throw new AppError('NOT_FOUND', 'The file is not here any more: import it again.')
    return piece
  }
  if (offset >= bytes) return
  // A file that a former version took may be in longer ones.
  const { length } = await read(0)
  for (let at = offset; at < bytes;) {
    const no = Math.floor(at / length)
    const piece = await read(no)
    const rest = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).subarray(at - no * length)
    at += rest.length
    yield rest
  }
}

/** Remembers the bytes that went by since a place, so that a stretch of them can be cut out. */
export function byteWindow() {
  let held: { readonly offset: number; readonly bytes: Buffer }[] = []
  return {
    async *passing(pieces: AsyncIterable<Buffer>, from: number): AsyncGenerator<Buffer> {
      let offset = from
      for await (const bytes of pieces) {
        held.push({ offset, bytes })
        offset += bytes.length
        yield bytes
      }
    },
    /** The bytes from `from` to `to`, in memory of their own; those before `to` are forgotten. */
    cut(from: number, to: number): Uint8Array {
      const whole = new Uint8Array(to - from)
      for (const { offset, bytes } of held) {
        const part = bytes.subarray(Math.max(0, from - offset), Math.max(0, to - offset))
        if (part.length > 0) whole.set(part, Math.max(0, offset - from))
      }
      held = held.filter(({ offset, bytes }) => offset + bytes.length > to)
      return whole
    },
  }
}
