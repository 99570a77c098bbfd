import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyMaker, newId, pooled, randomText } from '../../src/ledger/keys.ts'

const FAR = Date.UTC(2150, 0, 1)

describe('internal keys', () => {
  it('are a prefix, an underscore and 14 base62 characters', () => {
    expect(keyMaker(randomBytes)('cus', Date.UTC(2026, 10, 22))).toMatch(/^cus_[0-9A-Za-z]{14}$/)
  })

  it('sort by creation, to a tenth of a second, through 2150', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: FAR }), fc.integer({ min: 100, max: 10_000_000 }), (now, later) => {
        expect(newId(now, randomBytes) < newId(now + later, randomBytes)).toBe(true)
      }),
    )
  })

  it('of one moment go up by steps that nobody can guess, and start elsewhere in the next', () => {
    const make = keyMaker(randomBytes)
    const keys = Array.from({ length: 20_000 }, () => make('tran', 1_800_000_000_000))
    expect([...new Set(keys)].sort()).toEqual(keys)
    const tails = Array.from({ length: 50 }, (_, n) => make('tran', 1_800_000_000_100 + n * 100).slice(-8))
    expect(tails.toSorted()).not.toEqual(tails)
  })

  it('are one as good as another of two processes at the same moment', () => {
    const [one, two] = [keyMaker(randomBytes), keyMaker(randomBytes)]
    const keys = Array.from({ length: 20_000 }, (_, n) => (n % 2 === 0 ? one : two)('tran', 1_800_000_000_000))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('still differ where there are more of one moment than there is room to go up', () => {
    const most = (size: number): Uint8Array => new Uint8Array(size).fill(255)
    const make = keyMaker(most)
    const keys = Array.from({ length: 100_000 }, () => make('tran', 1_800_000_000_000))
    expect(new Set(keys).size).toBe(keys.length)
    const mixed = keyMaker(randomBytes)
    const many = Array.from({ length: 300_000 }, () => mixed('tran', 1_800_000_000_000))
    expect(new Set(many).size).toBe(many.length)
    expect(many.every((key) => key.length === 'tran_'.length + 14)).toBe(true)
  })

  it('differ though made at the same moment', () => {
    const ids = Array.from({ length: 20_000 }, () => newId(1_800_000_000_000, randomBytes))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('take every random byte evenly: those that would favour the first letters are thrown away', () => {
    let next = 0
    const all = (size: number): Uint8Array => Uint8Array.from({ length: size }, () => next++ % 256)
    const counts = new Map<string, number>()
    for (const letter of randomText(248 * 10, all)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    expect(counts.size).toBe(62)
    expect(new Set(counts.values())).toEqual(new Set([40]))
  })

  it('never use a random byte twice when drawn from a pool, and never ask for few', () => {
    let next = 0
    const asked: number[] = []
    const source = (size: number): Uint8Array => {
      asked.push(size)
      return Uint8Array.from({ length: size }, () => next++ % 256)
    }
    const draw = pooled(source, 64)
    const drawn = [12, 12, 30, 12, 100].map((size) => [...draw(size)])
    expect(drawn.map(({ length }) => length)).toEqual([12, 12, 30, 12, 100])
    expect(asked).toEqual([64, 64, 100])
    expect(drawn[0]).toEqual(Array.from({ length: 12 }, (_, n) => n))
    expect(drawn[1]?.[0]).toBe(12)
    expect(drawn[3]?.[0]).toBe(64)
  })
})
