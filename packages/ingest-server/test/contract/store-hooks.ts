/** Part of the store's contract: what is told of changes is taken by one at a time, comes back where it was not sent, and is found again. */
import { describe, expect, it } from 'vitest'
import type { HookRow, SendRow } from '../../src/store/hook-rows.ts'
import type { SendTurn } from '../../src/store/hooks.ts'
import { hookRow, messageRow, sendRow } from '../support/reward-rows.ts'
import { changes } from '../support/rows.ts'
import type { StoreUnderTest } from './store.ts'

const NOTHING: SendTurn = {
  ...{ now: 1_000, until: 61_000, room: {}, results: [], answered: [], failed: [], disabled: [] },
}
const ALL = { mode: 'production', hook: 'hook_1', limit: 250 } as const
const line = { key: 'aud_1', mode: 'production', at: 9_000, actor: 'server', action: 'hook.disabled' } as const
const off = (hook: string, since: number | null, key = 'aud_1') => ({
  ...{ hook, reason: 'it is gone', since },
  audit: { ...line, key, subject: hook, detail: { reason: 'it is gone' } },
})

export function testHooks(current: () => StoreUnderTest): void {
  const store = () => current().store
  /** So many messages for a hook, due one after the other. */
  async function tell(count: number, over: Partial<SendRow> = {}, from = 0): Promise<void> {
    const keys = Array.from({ length: count }, (_, n) => `msg_${String(from + n).padStart(4, '0')}`)
    const messages = keys.map((key) => messageRow({ key, mode: over.mode ?? 'production' }))
    const sends = keys.map((message, n) => sendRow({ message, nextAt: n, ...over }))
    await store().atomically((tx) => tx.save(changes({ messages, sends })))
  }
  const keysOf = (taken: readonly { readonly send: SendRow }[]): string[] => taken.map(({ send }) => send.message)
  const take = async (room: Record<string, number>, now = 1_000, until = 61_000): Promise<string[]> =>
    keysOf(await store().turnSends({ ...NOTHING, now, until, room }))

  describe('hooks', () => {
    const rows = [1, 2, 3].map((n) =>
      hookRow({ key: `hook_${n}`, createdAt: n, updatedAt: 10 - n, events: ['customer.created', 'reward.updated'] }),
    )

    it('are created, replaced, found in their mode, and removed', async () => {
      await store().putHook(hookRow())
      const changed: HookRow = hookRow({ enabled: false, disabledReason: 'by hand', failingSince: 5, style: 'v1' })
      await store().putHook(changed)
      expect(await store().hook('production', 'hook_1')).toEqual(changed)
      expect(await store().hook('test', 'hook_1')).toBeNull()
      expect(await store().removeHook('test', 'hook_1')).toBe(false)
      expect(await store().removeHook('production', 'hook_1')).toBe(true)
      expect(await store().removeHook('production', 'hook_1')).toBe(false)
      expect(await store().hook('production', 'hook_1')).toBeNull()
    })

    it('are listed page by page in either order, of one mode', async () => {
      for (const row of [...rows, hookRow({ key: 'hook_t', mode: 'test' })]) await store().putHook(row)
      const page = { mode: 'production', limit: 2 } as const
      const first = await store().hooks({ ...page, orderBy: '-created_at' })
      expect([first.items.map(({ key }) => key), first.hasMore]).toEqual([['hook_3', 'hook_2'], true])
      const second = await store().hooks({ ...page, orderBy: '-created_at', startingAfter: 'hook_2' })
      expect([second.items, second.hasMore]).toEqual([[rows[0]], false])
      const byChange = await store().hooks({ ...page, orderBy: 'updated_at' })
      expect(byChange.items.map(({ key }) => key)).toEqual(['hook_3', 'hook_2'])
    })

    it('that stand are what a batch goes by', async () => {
      await store().putHook(hookRow())
      await store().putHook(hookRow({ key: 'hook_2', enabled: false }))
      expect((await store().atomically((tx) => tx.program('production'))).hooks).toEqual([hookRow()])
    })
  })

  describe('sends', () => {
    it('are due once their time has come, of hooks that stand, whatever their mode', async () => {
      for (const row of [
        hookRow(),
        hookRow({ key: 'hook_t', mode: 'test' }),
        hookRow({ key: 'hook_off', enabled: false }),
        hookRow({ key: 'hook_idle' }),
      ])
        await store().putHook(row)
      await tell(1, { nextAt: 500 })
      await tell(1, { hook: 'hook_t', mode: 'test', nextAt: 700 }, 1)
      await tell(1, { hook: 'hook_off', nextAt: 0 }, 2)
      await tell(1, { hook: 'hook_idle', state: 'sent', nextAt: null }, 3)
      const due = async (now: number): Promise<string[]> => (await store().dueHooks(now)).map(({ key }) => key)
      expect([await due(499), await due(500), await due(700)]).toEqual([[], ['hook_1'], ['hook_1', 'hook_t']])
      expect(await take({ hook_1: 9, hook_t: 9, hook_off: 9, hook_idle: 9, hook_none: 9 }, 700)).toEqual([
        'msg_0000',
        'msg_0001',
      ])
    })

    it('are taken with their message, due longest first, no more than asked for, and once until the lease runs out', async () => {
      await store().putHook(hookRow())
      await tell(5)
      const [first, ...rest] = await store().turnSends({ ...NOTHING, room: { hook_1: 2 } })
      expect(first).toEqual({
        send: sendRow({ message: 'msg_0000', nextAt: 61_000 }),
        message: messageRow({ key: 'msg_0000' }),
      })
      expect(keysOf(rest)).toEqual(['msg_0001'])
      expect(await take({ hook_1: 9 })).toEqual(['msg_0002', 'msg_0003', 'msg_0004'])
      expect(await take({ hook_1: 9 }, 60_999)).toEqual([])
      expect(await take({ hook_1: 9 }, 61_000, 99_000)).toHaveLength(5)
    })

    it('are never taken twice, by whoever takes at the same time', async () => {
      await store().putHook(hookRow())
      await tell(200)
      const taken = (await Promise.all(Array.from({ length: 20 }, () => take({ hook_1: 9 })))).flat()
      const other = await current().reopen()
      const rest = keysOf(await other.turnSends({ ...NOTHING, room: { hook_1: 250 } }))
      await other.close()
      expect(rest).toHaveLength(20)
      expect(new Set([...taken, ...rest]).size).toBe(200)
    })

    it('are as their attempt left them, but for one that does not wait any more, and never come back when forgotten', async () => {
      await store().putHook(hookRow())
      await tell(3)
      const tried = { attempts: 1, lastAt: 2_000, lastStatus: 503, lastError: 'answered 503' }
      const results = [
        sendRow({ message: 'msg_0000', state: 'sent', nextAt: null, ...tried, lastStatus: 204, lastError: null }),
        sendRow({ message: 'msg_0001', nextAt: 12_000, ...tried }),
        sendRow({ message: 'msg_9999', nextAt: 12_000, ...tried }),
      ]
      await store().turnSends({ ...NOTHING, results })
      await store().turnSends({ ...NOTHING, results: [sendRow({ message: 'msg_0000', nextAt: 5, ...tried })] })
      const about = { event: 'customer.created', subject: 'cus_1' }
      expect((await store().sends(ALL)).items).toEqual([
        { ...sendRow({ message: 'msg_0002', nextAt: 2 }), ...about },
        { ...results[1], ...about },
        { ...results[0], ...about },
      ])
    })

    it('are listed newest message first, page by page, all or of one state, of one hook and mode', async () => {
      const states = ['waiting', 'sent', 'failed'] as const
      for (let n = 0; n < 9; n++) await tell(1, { state: states[n % 3] ?? 'sent' }, n)
      await tell(1, { hook: 'hook_2' }, 9)
      const keys = async (over: object): Promise<[string[], boolean]> => {
        const { items, hasMore } = await store().sends({ ...ALL, ...over })
        return [items.map(({ message }) => message.slice(-1)), hasMore]
      }
      expect(await keys({})).toEqual([['8', '7', '6', '5', '4', '3', '2', '1', '0'], false])
      expect(await keys({ limit: 4 })).toEqual([['8', '7', '6', '5'], true])
      expect(await keys({ limit: 4, startingAfter: 'msg_0005' })).toEqual([['4', '3', '2', '1'], true])
      expect(await keys({ state: 'failed', limit: 2 })).toEqual([['8', '5'], true])
      expect(await keys({ state: 'failed', limit: 2, startingAfter: 'msg_0005' })).toEqual([['2'], false])
      expect(await keys({ mode: 'test' })).toEqual([[], false])
    })

    it('are put again, whatever became of them, and are due', async () => {
      await store().putHook(hookRow())
      await tell(2, { state: 'failed', nextAt: null, attempts: 20 })
      await store().putSends([0, 1].map((n) => sendRow({ message: `msg_000${n}`, nextAt: 900 })))
      expect(await take({ hook_1: 9 })).toEqual(['msg_0000', 'msg_0001'])
    })

    it('that met an endpoint in trouble can be hastened, so many at a time, and not those that are leased or refused', async () => {
      await store().putHook(hookRow())
      await tell(3, { nextAt: 500_000, lastStatus: 503 })
      await tell(1, { nextAt: 500_000 }, 3)
      await tell(1, { nextAt: 61_000 }, 4)
      await tell(1, { nextAt: 500_000, lastStatus: 400 }, 5)
      await tell(1, { nextAt: 500_000, hook: 'hook_2' }, 6)
      expect(await store().hastenSends('hook_1', 61_000, 1_000, 3)).toBe(3)
      expect(await store().hastenSends('hook_1', 61_000, 1_000, 3)).toBe(1)
      expect(await store().hastenSends('hook_1', 61_000, 1_000, 3)).toBe(0)
      expect(await take({ hook_1: 9 })).toEqual(['msg_0000', 'msg_0001', 'msg_0002', 'msg_0003'])
    })
  })

  describe('what is noted of a hook', () => {
    const state = async (): Promise<unknown> => {
      const row = await store().hook('production', 'hook_1')
      return row && { enabled: row.enabled, disabledReason: row.disabledReason, failingSince: row.failingSince }
    }
    const stands = { enabled: true, disabledReason: null }

    it('is since when it has been failing, until it answers', async () => {
      await store().putHook(hookRow())
      await store().turnSends({ ...NOTHING, failed: [{ hook: 'hook_1', since: 5_000 }] })
      await store().turnSends({ ...NOTHING, failed: [{ hook: 'hook_1', since: 6_000 }] })
      expect(await state()).toEqual({ ...stands, failingSince: 5_000 })
      const again = { answered: ['hook_1'], failed: [{ hook: 'hook_1', since: 7_000 }] }
      await store().turnSends({ ...NOTHING, ...again })
      expect(await state()).toEqual({ ...stands, failingSince: 7_000 })
      await store().turnSends({ ...NOTHING, answered: ['hook_1'] })
      expect(await state()).toEqual({ ...stands, failingSince: null })
    })

    it('is that it was switched off, with one line in the audit log', async () => {
      await store().putHook(hookRow({ failingSince: 5_000 }))
      await store().turnSends({ ...NOTHING, disabled: [off('hook_1', 4_000)] })
      expect(await state()).toEqual({ ...stands, failingSince: 5_000 })
      await store().turnSends({ ...NOTHING, disabled: [off('hook_1', 5_000), off('hook_none', null, 'aud_2')] })
      await store().turnSends({ ...NOTHING, disabled: [off('hook_1', null, 'aud_3')] })
      expect(await state()).toEqual({ enabled: false, disabledReason: 'it is gone', failingSince: 5_000 })
      expect(await store().audit('production', 9)).toEqual([off('hook_1', null).audit])
      expect((await store().hook('production', 'hook_1'))?.updatedAt).toBe(9_000)
    })
  })

  it('a message is found in its mode', async () => {
    await tell(1)
    expect(await store().message('production', 'msg_0000')).toEqual(messageRow({ key: 'msg_0000' }))
    expect(await store().message('test', 'msg_0000')).toBeNull()
  })

  it('messages are forgotten when their time is over, sent or not, with their sends', async () => {
    await store().putHook(hookRow())
    const old = [1, 2, 3].map((n) => messageRow({ key: `msg_${n}`, createdAt: n * 100 }))
    const other = messageRow({ key: 'msg_t', mode: 'test', createdAt: 1 })
    const sends = [
      sendRow({ message: 'msg_1', state: 'sent', nextAt: null }),
      sendRow({ message: 'msg_1', hook: 'hook_2', nextAt: 1 }),
      sendRow({ message: 'msg_2', nextAt: 1 }),
      sendRow({ message: 'msg_3', nextAt: 1 }),
    ]
    await store().atomically((tx) => tx.save(changes({ messages: [...old, other], sends })))
    expect(await store().purge('production', 300, 1)).toBe(1)
    expect(await store().purge('production', 300, 9)).toBe(1)
    expect(await store().purge('production', 300, 9)).toBe(0)
    expect((await store().sends(ALL)).items.map(({ message }) => message)).toEqual(['msg_3'])
    expect(await store().message('production', 'msg_1')).toBeNull()
    expect(await store().message('test', 'msg_t')).not.toBeNull()
    expect(await take({ hook_1: 9, hook_2: 9 })).toEqual(['msg_3'])
    expect(await store().dump('sends', null, 9)).toHaveLength(1)
  })
}
