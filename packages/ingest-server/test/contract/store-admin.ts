/** Part of the store's contract: who may use the dashboard, and the acts of a person. */
import { describe, expect, it } from 'vitest'
import type { SightingRow } from '../../src/store/admin-rows.ts'
import { MOST_SIGHTINGS } from '../../src/store/admin.ts'
import type { Patience } from '../../src/store/attempts.ts'
import type { AuditRow } from '../../src/store/rows.ts'
import type { StoreUnderTest } from './store.ts'

const line = (key: string): AuditRow => ({
  ...{ key, mode: 'production', at: 1_000, actor: 'admin', action: 'x', subject: 'y', detail: {} },
})
const admin = (hash: string) => ({ name: 'admin', hash, updatedAt: 1_000 })
const session = (hash: string, at = 1_000) => ({ hash, createdAt: at, seenAt: at })
const NEVER = { created: 0, seen: 0 }
const patience = (key: string): Patience => ({ key, free: 2, firstMs: 1_000, mostMs: 3_000, forgetMs: 60_000 })

export function testAdmin(current: () => StoreUnderTest): void {
  const store = () => current().store
  const lines = async () => (await store().audit('production', 10)).map(({ key }) => key)

  describe('the dashboard', () => {
    it('has the first password that is added, whoever comes second', async () => {
      expect(await store().admin()).toBeNull()
      const added = await Promise.all([store().addAdmin(admin('a')), store().addAdmin(admin('a'))])
      expect(added.sort()).toEqual([false, true])
      expect(await store().addAdmin(admin('b'))).toBe(false)
      expect(await store().admin()).toEqual(admin('a'))
    })

    it('ends every session and wait with a new password', async () => {
      await store().beginSession(session('one'), NEVER, line('aud_1'))
      for (let n = 0; n < 3; n++) await store().attempt([patience('a')], 1_000)
      expect(await store().attempt([patience('a')], 1_000)).toBe(1_000)
      await store().putAdmin(admin('b'), line('aud_2'))
      expect(await store().session('one')).toBeNull()
      expect(await store().attempt([patience('a')], 1_000)).toBe(0)
      expect(await store().admin()).toEqual(admin('b'))
      expect(await lines()).toEqual(['aud_2', 'aud_1'])
    })

    it('keeps a session until it ends, and tells of that once', async () => {
      await store().beginSession(session('one'), NEVER, line('aud_1'))
      await store().seeSession('one', 2_000)
      expect(await store().session('one')).toEqual({ ...session('one'), seenAt: 2_000 })
      await store().endSession('one', line('aud_2'))
      await store().endSession('one', line('aud_3'))
      await store().seeSession('one', 3_000)
      expect(await store().session('one')).toBeNull()
      expect(await lines()).toEqual(['aud_2', 'aud_1'])
    })

    it('forgets sessions that are past when another begins', async () => {
      for (const [hash, at] of [
        ['old', 1_000],
        ['idle', 5_000],
        ['live', 9_000],
      ] as const)
        await store().beginSession(session(hash, at), NEVER, line(`aud_${hash}`))
      await store().beginSession(session('new', 9_500), { created: 2_000, seen: 6_000 }, line('aud_new'))
      const standing = await Promise.all(['old', 'idle', 'live', 'new'].map((hash) => store().session(hash)))
      expect(standing.map((row) => row?.hash ?? null)).toEqual([null, null, 'live', 'new'])
    })

    it('lets attempts wait longer and longer, up to the most, and forgets them', async () => {
      const waits: number[] = []
      let now = 10_000
      for (let n = 0; n < 6; n++) {
        expect(await store().attempt([patience('a')], now)).toBe(0)
        const wait = await store().attempt([{ ...patience('a'), free: 0 }], now)
        waits.push(wait)
        now += wait
        if (wait === 0) break
      }
      expect(waits).toEqual([0])
      expect(await store().attempt([patience('b')], now)).toBe(0)
      expect(await store().attempt([patience('b')], now)).toBe(0)
      for (const expected of [1_000, 2_000, 3_000, 3_000]) {
        expect(await store().attempt([patience('b')], now)).toBe(0)
        expect(await store().attempt([patience('b')], now)).toBe(expected)
        now += expected
      }
      expect(await store().attempt([patience('b')], now + 60_000)).toBe(0)
      expect(await store().attempt([patience('b')], now + 60_000)).toBe(0)
      await store().forgetAttempts('b')
      expect(await store().attempt([patience('b')], now)).toBe(0)
    })

    it('counts attempts at the same moment one by one, for each key and for all', async () => {
      const limits = [patience('mine'), { ...patience('all'), free: 3 }]
      const waits = await Promise.all(Array.from({ length: 6 }, () => store().attempt(limits, 1_000)))
      expect(waits.filter((wait) => wait === 0)).toHaveLength(3)
      expect(await store().attempt([patience('other'), limits[1]!], 1_000)).toBe(0)
      expect(await store().attempt([patience('other'), limits[1]!], 1_000)).toBe(1_000)
    })

    it('writes what a person changed with the line that tells of it', async () => {
      const setting = { mode: 'test', name: 'currency', value: 'EUR' } as const
      const key = { publicKey: 'pk_1', mode: 'test', secretHash: 's', trackingHash: 't' } as const
      const apiKey = { ...key, createdAt: 1_000, revokedAt: null }
      await store().act({ audit: [line('aud_1')], settings: [setting], apiKeys: [apiKey] })
      expect(await store().settings('test')).toEqual({ currency: 'EUR' })
      expect(await store().apiKey('pk_1')).toEqual(apiKey)
      await store().act({ audit: [line('aud_2')], unset: [setting] })
      expect(await store().settings('test')).toEqual({})
      expect(await lines()).toEqual(['aud_2', 'aud_1'])
    })

    it('keeps the newest sighting of each, the newest first, and not too many of them', async () => {
      const seen = (key: string, at: number): SightingRow => ({
        ...{ key, kind: 'script', scope: null, source: `https://${key}.test`, reason: null, at },
      })
      const refused = { ...seen('b', 2_000), kind: 'signup', scope: 'test', reason: 'no such key' } as const
      for (const row of [seen('a', 1_000), refused, seen('a', 3_000)]) await store().putSighting(row)
      expect(await store().sightings()).toEqual([seen('a', 3_000), refused])
      for (let n = 0; n < MOST_SIGHTINGS; n++) await store().putSighting(seen(`c${n}`, 2_500))
      const kept = (await store().sightings()).map(({ key }) => key)
      expect([kept.length, kept[0], kept.includes('b')]).toEqual([MOST_SIGHTINGS, 'a', false])
    })
  })
}
