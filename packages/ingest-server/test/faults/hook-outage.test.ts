/** An endpoint that is down for three days, with the server killed in the middle of them: what came of each change meanwhile. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openServerClock, type ServerClock } from '../support/server-clock.ts'
import { startServerProcess, type ServerProcess } from '../support/server-process.ts'
import { isSigned, startReceiver, type Receiver } from '../support/webhook-receiver.ts'

process.env['WEBHOOK_PRIVATE_TARGETS'] = 'allow'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Three days, in steps; something changes after each. */
const STEPS = 24
const STEP = 3 * HOUR

let clock: ServerClock
let server: ServerProcess
let receiver: Receiver
let hook: { readonly key: string; readonly secret: string }
beforeAll(async () => {
  receiver = await startReceiver()
  clock = openServerClock()
  server = await startServerProcess({ preload: clock.preload })
  hook = (await server.command('hook', 'add', '--target', receiver.url)) as typeof hook
})
afterAll(async () => {
  await server.dispose()
  await receiver.close()
  clock.dispose()
})

/** Of the hook's log, those in this state. */
async function inState(state: string): Promise<readonly unknown[]> {
  const log = await server.command('hook', 'log', hook.key, '--limit', '250', '--state', state)
  return (log as { readonly items: readonly unknown[] }).items
}

it(
  'has everything told once that happened while an endpoint was down for three days',
  { timeout: 120_000 },
  async () => {
    const begun = clock.now()
    const joined: string[] = []
    const join = async (): Promise<void> => {
      const key = `down-${joined.length}`
      const body = { key, email: `${key}@shop.test`, partner_key: 'ada' }
      const headers = { authorization: server.authorization('production') }
      expect(await server.post('/v1/customers', body, headers)).toBe(200)
      joined.push(key)
    }
    const tried = async (before: number): Promise<void> =>
      expect.poll(() => receiver.got.length, { timeout: 20_000, interval: 10 }).toBeGreaterThan(before)

    receiver.answer(503)
    await join()
    await tried(0)
    for (let step = 0; step < STEPS; step++) {
      const before = receiver.got.length
      await clock.pass(STEP)
      if (step === STEPS / 2) {
        receiver.answer('hang')
        await join()
        await tried(before) // and before it is answered:
        await server.kill()
        receiver.answer(503)
        await server.start()
      } else {
        await join()
        await tried(before)
      }
    }
    expect(receiver.got.filter(({ status }) => status === 200)).toEqual([])
    expect(await inState('failed')).toEqual([])
    expect(await inState('waiting')).toHaveLength(joined.length)

    receiver.answer(200)
    const back = receiver.got.length
    // The next of them that is due is tried within the longest wait there is; with it come all others.
    for (let minutes = 0; receiver.got.length === back; minutes += 10) {
      expect(minutes).toBeLessThan(6.7 * 60)
      await clock.pass(10 * MINUTE)
      for (let looks = 0; looks < 30 && receiver.got.length === back; looks++) await wait(50)
    }
    const arrived = () => receiver.got.filter(({ status }) => status === 200)
    await expect.poll(() => arrived().length, { timeout: 30_000 }).toBeGreaterThanOrEqual(joined.length)
    expect(await inState('waiting')).toEqual([])
    expect(await inState('failed')).toEqual([])

    // Each change once, as it was at first tried to be told, signed when it was told.
    expect(
      arrived()
        .map(({ event, body }) => `${event} ${String(body['customer_key'])}`)
        .sort(),
    ).toEqual(joined.map((key) => `customer.created ${key}`).sort())
    const first = new Map(receiver.got.toReversed().map(({ id, text }) => [id, text]))
    expect(first.size).toBe(joined.length)
    for (const { id, text } of receiver.got) expect(text).toBe(first.get(id))
    expect((await Promise.all(receiver.got.map((got) => isSigned(got, hook.secret)))).every(Boolean)).toBe(true)
    const times = arrived().map(({ timestamp }) => timestamp * 1000)
    expect(Math.min(...times) - begun).toBeGreaterThan(STEPS * STEP - 1_000)
    expect(Math.max(...times)).toBeLessThanOrEqual(clock.now())
  },
)
