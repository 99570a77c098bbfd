/** Part of the store's contract: what the engine says of itself, what waits to be told, and one moment of everything. */
import { describe, expect, it } from 'vitest'
import { MIGRATIONS as POSTGRES } from '../../src/store/postgres/migrations.ts'
import { MIGRATIONS as SQLITE } from '../../src/store/sqlite/migrations.ts'
import { hookRow, messageRow, sendRow } from '../support/reward-rows.ts'
import { changes } from '../support/rows.ts'
import type { StoreUnderTest } from './store.ts'

export function testCondition(current: () => StoreUnderTest): void {
  const store = () => current().store
  const setting = (name: string) => ({ mode: 'production', name, value: 'x' }) as const

  describe('its condition', () => {
    it('is that it answers, on the schema that this program knows', async () => {
      expect(await store().ping()).toBe('current')
      const { engine, version, schema, settings, bytes, logBytes, now } = await store().condition()
      const known = (engine === 'sqlite' ? SQLITE : POSTGRES).length
      expect(schema).toEqual({ found: known, known, state: 'current' })
      expect(version).toMatch(/^\d+\.\d+(\.\d+)?$/)
      expect(bytes).toBeGreaterThan(100_000)
      if (engine === 'sqlite') {
        expect([settings, now]).toEqual([{ journal_mode: 'wal' }, null])
        expect(logBytes).toBeGreaterThan(0)
      } else {
        expect(settings).toMatchObject({
          fsync: 'on',
          synchronous_commit: 'on',
          full_page_writes: 'on',
          standby: 'off',
        })
        expect(logBytes).toBeNull()
        expect(Math.abs((now ?? 0) - Date.now())).toBeLessThan(5_000)
      }
    })

    it('has no connections, or those that it has', async () => {
      await store().apiKeys()
      const [{ engine }, connections] = [await store().condition(), await store().connections()]
      if (engine === 'sqlite') expect(connections).toEqual({})
      else {
        expect(connections).toMatchObject({ busy: 0, waited_for: 0 })
        expect(connections['idle']).toBeGreaterThan(0)
      }
    })
  })

  describe('what waits to be told', () => {
    it('is nothing where nobody is to be told', async () => {
      const none = { hooks: { standing: 0, failing: 0, off: 0 }, waiting: 0, oldest: null }
      expect(await store().outbox()).toEqual([
        { mode: 'production', ...none },
        { mode: 'test', ...none },
      ])
    })

    it('is counted, with the oldest of it, for hooks that stand', async () => {
      const hooks = [
        hookRow({ key: 'hook_1' }),
        hookRow({ key: 'hook_2', failingSince: 5 }),
        hookRow({ key: 'hook_3', enabled: false }),
        hookRow({ key: 'hook_t', mode: 'test' }),
      ]
      for (const hook of hooks) await store().putHook(hook)
      const messages = [1, 2, 3].map((n) => messageRow({ key: `msg_${n}`, createdAt: n * 100 }))
      const send = (message: string, hook: string, more: Parameters<typeof sendRow>[0] = {}) =>
        sendRow({ message, hook, createdAt: Number(message.at(-1)) * 100, ...more })
      const sends = [
        send('msg_1', 'hook_1', { state: 'sent', nextAt: null }),
        send('msg_2', 'hook_1'),
        send('msg_3', 'hook_1'),
        send('msg_3', 'hook_2'),
        send('msg_1', 'hook_3'),
        send('msg_1', 'hook_2', { state: 'failed', nextAt: null }),
      ]
      await store().atomically((tx) => tx.save(changes({ messages, sends })))
      expect(await store().outbox()).toEqual([
        { mode: 'production', hooks: { standing: 1, failing: 1, off: 1 }, waiting: 3, oldest: 200 },
        { mode: 'test', hooks: { standing: 1, failing: 0, off: 0 }, waiting: 0, oldest: null },
      ])
    })
  })

  describe('one moment', () => {
    it('stays as it was, while others write and are not held up', async () => {
      await store().putSetting(setting('before'))
      const names = await store().snapshot(async ({ dump }) => {
        const seen: unknown[] = []
        for (const name of ['a', 'b']) {
          await store().putSetting(setting(name))
          seen.push(...(await dump('settings', null, 10)).map(({ row }) => (row as { readonly name: string }).name))
        }
        return seen
      })
      expect(names).toEqual(['before', 'before'])
      expect(Object.keys(await store().settings('production')).sort()).toEqual(['a', 'b', 'before'])
    })

    it('ends with whoever looked at it, well or not', async () => {
      await expect(store().snapshot(() => Promise.reject(new Error('enough')))).rejects.toThrow('enough')
      expect(await store().snapshot(async ({ dump }) => dump('settings', null, 10))).toEqual([])
    })
  })
}
