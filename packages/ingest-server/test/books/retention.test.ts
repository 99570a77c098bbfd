/** What is forgotten, and when: both modes by their own settings, a little at a time. What `purge` spares is the store's contract. */
import { describe, expect, it } from 'vitest'
import { forgetOld } from '../../src/inbox/retention.ts'
import type { Books } from '../../src/ledger/books.ts'
import { newId } from '../../src/ledger/keys.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = 1_800_000_000_000

type Settings = Record<string, Record<string, string>>

/** Books that hold this many old rows in each mode, and answered calls; and what they were asked to forget. */
function holding(
  rows: { production?: number; test?: number; calls?: number; imports?: number },
  settings: Settings = {},
) {
  const left = { production: 0, test: 0, calls: 0, imports: 0, ...rows }
  const asked: [mode: string, days: number][] = []
  const callsAsked = new Set<number>()
  const importsAsked = new Set<string>()
  const take = (from: keyof typeof left, limit: number): number => {
    expect(limit).toBeLessThanOrEqual(500)
    const gone = Math.min(limit, left[from])
    left[from] -= gone
    return gone
  }
  const books = {
    settings: async (mode: string) => settings[mode] ?? {},
    async purge(mode: 'production' | 'test', before: number, limit: number) {
      asked.push([mode, (NOW - before) / DAY])
      return take(mode, limit)
    },
    async forgetCalls(before: number, limit: number) {
      callsAsked.add((NOW - before) / DAY)
      return take('calls', limit)
    },
    async forgetImports(brokenOffBefore: string, endedBefore: number, limit: number) {
      importsAsked.add(`${brokenOffBefore.slice(0, 11)} ${(NOW - endedBefore) / DAY}`)
      return take('imports', limit)
    },
  } as unknown as Books
  return { books, left, asked, callsAsked, importsAsked }
}

describe('forgetting what is old', () => {
  it.each<[what: string, settings: Record<string, string>, days: number]>([
    ['90 days, unless told', {}, 90],
    ['the retention time', { retention_days: '40' }, 40],
    ['no sooner than what is parked may still find its match', { retention_days: '7', parking_days: '45' }, 45],
    ['the retention time, where nothing waits', { retention_days: '1', parking_days: '0' }, 1],
    ['ten years at most', { retention_days: '3650' }, 3650],
    ['90 days, where the text of the setting is no longer understood', { retention_days: '3651' }, 90],
  ])('comes after %s', async (_what, settings, days) => {
    const { books, asked } = holding({}, { production: settings, test: settings })
    expect(await forgetOld(books, NOW)).toBe(0)
    expect(asked).toEqual([
      ['production', days],
      ['test', days],
    ])
  })

  it('goes by the settings of each mode', async () => {
    const { books, asked } = holding({}, { test: { retention_days: '31' } })
    await forgetOld(books, NOW)
    expect(Object.fromEntries(asked)).toEqual({ production: 90, test: 31 })
  })

  it('goes on until nothing old is left in either mode, and counts all of it', async () => {
    const { books, left } = holding({ production: 1001, test: 3 })
    expect(await forgetOld(books, NOW)).toBe(1004)
    expect(left).toEqual({ production: 0, test: 0, calls: 0, imports: 0 })
  })

  it('comes after a day for calls that would be answered the same again', async () => {
    const { books, left, callsAsked } = holding({ calls: 1001 }, { production: { retention_days: '40' } })
    await forgetOld(books, NOW)
    expect([...callsAsked]).toEqual([1])
    expect(left.calls).toBe(0)
  })

  it('comes for imports after the longer of both modes, and after a day for uploads that were broken off', async () => {
    const { books, left, importsAsked } = holding({ imports: 501 }, { test: { retention_days: '120' } })
    expect(await forgetOld(books, NOW)).toBe(501)
    expect([...importsAsked]).toEqual([`impo_${newId(NOW - DAY, (size) => new Uint8Array(size)).slice(0, 6)} 120`])
    expect(left.imports).toBe(0)
  })
})
