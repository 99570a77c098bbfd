import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId, newKey, randomText } from '../../src/ledger/keys.ts'

const FAR = Date.UTC(2150, 0, 1)

describe('internal keys', () => {
  it('are a prefix, an underscore and 14 base62 characters', () => {
    expect(newKey('cus', Date.UTC(2026, 10, 22), randomBytes)).toMatch(/^cus_[0-9A-Za-z]{14}$/)
  })

  it('sort by creation, to a tenth of a second, through 2150', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: FAR }), fc.integer({ min: 100, max: 10_000_000 }), (now, later) => {
        expect(newId(now, randomBytes) < newId(now + later, randomBytes)).toBe(true)
      }),
    )
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
})
