/** The pieces of a file, however long they are: read on from anywhere, and stretches cut out of what went by. */
import { describe, expect, it } from 'vitest'
import { byteWindow, piecesFrom } from '../../src/moving/pieces.ts'

const FILE = Buffer.from(Array.from({ length: 1_000 }, (_, n) => (n * 7) % 256))
const KEY = 'impo_1'

/** Keeps `FILE` in pieces of a length, as this version or another has put it. */
const keeping = (length: number) => ({
  importPiece: (_key: string, no: number): Promise<Uint8Array | null> => {
    const piece = FILE.subarray(no * length, (no + 1) * length)
    return Promise.resolve(piece.length === 0 ? null : new Uint8Array(piece))
  },
})

const bytesOf = async (pieces: AsyncIterable<Buffer>): Promise<Buffer> => {
  const all: Buffer[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

describe.each([1, 7, 256, 999, 1_000, 4_096])('pieces of %d bytes', (length) => {
  it.each([0, 1, 255, 256, 512, 999, 1_000])('give the rest from %d on', async (offset) => {
    const whole = { key: KEY, bytes: FILE.length }
    expect(await bytesOf(piecesFrom(keeping(length), whole, offset))).toEqual(FILE.subarray(offset))
  })

  it('are cut anywhere, one stretch behind the other', async () => {
    const window = byteWindow()
    const cuts: Buffer[] = []
    let [passed, cut] = [100, 100]
    const pieces = window.passing(piecesFrom(keeping(length), { key: KEY, bytes: FILE.length }, 100), 100)
    for await (const piece of pieces) {
      passed += piece.length
      const to = passed - Math.min(3, piece.length)
      cuts.push(Buffer.from(window.cut(cut, to)))
      cut = to
    }
    cuts.push(Buffer.from(window.cut(cut, passed)))
    expect(Buffer.concat(cuts)).toEqual(FILE.subarray(100))
  })
})

it('what a stretch was cut behind is forgotten, and the rest is not', async () => {
  const window = byteWindow()
  for await (const piece of window.passing(piecesFrom(keeping(100), { key: KEY, bytes: FILE.length }, 0), 0))
    expect(piece.length).toBe(100)
  expect(Buffer.from(window.cut(0, 250))).toEqual(FILE.subarray(0, 250))
  expect(Buffer.from(window.cut(0, 300))).toEqual(Buffer.concat([Buffer.alloc(200), FILE.subarray(200, 300)]))
})

it('a piece that is gone is said to be', async () => {
  const none = { importPiece: () => Promise.resolve(null) }
  await expect(bytesOf(piecesFrom(none, { key: KEY, bytes: 1 }, 0))).rejects.toThrow('not here any more')
})
