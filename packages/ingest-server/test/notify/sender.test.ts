/** What happens to a message between the books and an endpoint, over days that pass as the test says. */
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/errors.ts'
import type { Attempt, Parcel } from '../../src/notify/post.ts'
import { resend, resendFailed } from '../../src/notify/resend.ts'
import type { SendTurn } from '../../src/store/hooks.ts'
import { DAY, HOUR, SECOND, T0 } from '../support/ledger.ts'
import { MINUTE, openWorld } from '../support/notify.ts'
import type { World } from '../support/notify.ts'
import { isSigned } from '../support/webhook-receiver.ts'

const statesOf = (log: readonly { readonly state: string }[]): string[] => log.map(({ state }) => state)

describe('a change', () => {
  it('is sent as the object itself with what happened to it, signed as Standard Webhooks says', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    const { key, secret } = await world.addHook({ target: `${receiver.url}?place=1` })
    await world.happen()
    await world.pass(2_500)
    const [got, ...more] = receiver.got
    const [sent] = await world.log(key)
    expect(more).toEqual([])
    expect(got?.body).toMatchObject({ event: 'customer.created', id: sent?.message, test: false, customer_key: 'c1' })
    expect(got).toMatchObject({ id: sent?.message, path: '/hook?place=1', timestamp: Math.floor(world.now() / 1000) })
    expect(got?.headers['content-type']).toBe('application/json')
    expect(await isSigned(got!, secret)).toBe(true)
    expect(await isSigned({ ...got!, text: got!.text.replace('c1', 'c2') }, secret)).toBe(false)
    expect(await isSigned(got!, `whsec_${Buffer.alloc(32, 1).toString('base64')}`)).toBe(false)
    expect(sent).toMatchObject({
      state: 'sent',
      attempts: 1,
      lastStatus: 204,
      lastError: null,
      lastAt: world.now(),
      nextAt: null,
    })
  })

  it.each([
    ['v1', 'customer_created'],
    ['v2', 'customer.created'],
  ] as const)('is called by the name that the hook’s version %s has for it', async (style, event) => {
    const world = await openWorld()
    const receiver = await world.receiver()
    await world.addHook({ target: receiver.url, style, events: ['customer_created'] })
    await world.happen()
    await world.sender.drain()
    expect(receiver.got.map((one) => one.event)).toEqual([event])
  })

  it('of one mode is never sent to the other’s endpoint', async () => {
    const world = await openWorld()
    const [live, test] = [await world.receiver(), await world.receiver()]
    await world.addHook({ target: live.url })
    await world.addHook({ target: test.url, mode: 'test' })
    await world.happen(3)
    await world.sender.drain()
    expect([live.got.length, test.got.length]).toEqual([3, 0])
  })
})

describe('an endpoint that is down', () => {
  it('is tried after 10 s, then three times as long each time, at most six hours, for three days', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    receiver.answer(503)
    const { key } = await world.addHook({ target: receiver.url })
    await world.happen()
    const begun = world.now()
    const tried: number[] = []
    for (let attempts = 1; attempts <= 20; attempts++) {
      await world.sender.drain()
      tried.push((world.now() - begun) / 1000)
      expect(receiver.got).toHaveLength(attempts)
      const [send] = await world.log(key)
      if (send?.nextAt) await world.pass(send.nextAt - world.now() - 1)
      expect(receiver.got).toHaveLength(attempts)
      if (send?.nextAt) await world.pass(1)
    }
    const six = (HOUR / 1000) * 6
    const waits = tried.slice(1).map((at, n) => at - (tried[n] ?? 0))
    expect(waits).toEqual([10, 30, 90, 270, 810, 2430, 7290, ...Array.from({ length: 12 }, () => six)])
    expect(tried.at(-1)).toBeGreaterThan((3 * DAY) / 1000)
    expect(await world.log(key)).toMatchObject([
      { state: 'failed', attempts: 20, nextAt: null, lastError: 'answered 503' },
    ])
    await world.pass(30 * DAY)
    expect(receiver.got).toHaveLength(20)
    expect(new Set(receiver.got.map(({ id }) => id)).size).toBe(1)
  })

  it('for three days has everything that happened in them soon after it is back', { timeout: 60_000 }, async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    const { key } = await world.addHook({ target: receiver.url })
    receiver.answer(500)
    for (let hour = 0; hour < 72; hour++) {
      await world.happen(2)
      await world.pass(HOUR / 2)
      await world.pass(HOUR / 2)
    }
    expect(receiver.ids().size).toBe(0)
    expect(statesOf(await world.log(key)).every((state) => state === 'waiting')).toBe(true)
    const before = receiver.got.length
    receiver.answer(200)
    for (let minute = 0; minute < 6 * 60 && receiver.ids().size === 0; minute++) await world.pass(MINUTE)
    expect(receiver.ids().size).toBe(144) // one got through, and then all of them at once
    expect(receiver.got.length).toBe(before + 144)
    expect(statesOf(await world.log(key)).every((state) => state === 'sent')).toBe(true)
    expect((await world.hook(key)).failingSince).toBeNull()
  })

  it('is switched off once every attempt of five days has failed, which the row, the log and the audit say', async () => {
    const world = await openWorld({ patience: 100 })
    const receiver = await world.receiver()
    const { key } = await world.addHook({ target: `${receiver.url}?secret=in-the-address` })
    receiver.answer('hang')
    for (let hours = 0; hours <= 5 * 24; hours += 6) {
      await world.happen()
      await world.pass(6 * HOUR)
    }
    const { enabled, disabledReason } = await world.hook(key)
    expect(enabled).toBe(false)
    expect(disabledReason).toMatch(
      /^every attempt since 2026-01-01T06:00:00.000Z has failed; the last: no answer within 0.1 s$/,
    )
    const [line] = await world.books.audit('production', 9)
    expect(line).toMatchObject({
      actor: 'server',
      action: 'hook.disabled',
      subject: key,
      detail: { reason: disabledReason },
    })
    expect(world.logged.find(({ msg }) => msg === 'an endpoint of webhooks is switched off')).toMatchObject({
      hook: key,
    })
    const tried = receiver.got.length
    await world.happen()
    await world.pass(DAY)
    expect(receiver.got).toHaveLength(tried)
    expect(JSON.stringify([world.logged, line])).not.toContain('in-the-address')
  })

  it('has what still waits for its next attempt as soon as something new gets through', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    receiver.answer(({ body }) => (body['customer_key'] === 'c1' ? 422 : 503))
    await world.addHook({ target: receiver.url })
    await world.happen(3)
    for (let minute = 0; minute < 4 * 60; minute++) await world.pass(MINUTE)
    const before = receiver.got.length
    receiver.answer(({ body }) => (body['customer_key'] === 'c1' ? 422 : 200))
    await world.happen()
    await world.pass(0)
    expect(receiver.got.slice(before).map(({ body }) => body['customer_key'])).toEqual(['c4', 'c2', 'c3']) // not c1: refused
  })

  it('is tried for as long where it was this server that was away', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    receiver.answer(503)
    const { key } = await world.addHook({ target: receiver.url })
    await world.happen()
    await world.pass(4 * DAY)
    expect(await world.log(key)).toMatchObject([{ state: 'waiting', attempts: 1 }])
  })

  it('stays on when one of its messages gets through in the meantime', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    const { key } = await world.addHook({ target: receiver.url })
    let calls = 0
    receiver.answer(() => (++calls % 10 === 0 ? 200 : 500))
    for (let day = 0; day < 12; day++) {
      await world.happen()
      for (let part = 0; part < 4; part++) await world.pass(6 * HOUR)
    }
    expect(await world.hook(key)).toMatchObject({ enabled: true })
  })
})

describe('an endpoint that is gone (410)', () => {
  it('is switched off at once, and gets what waited and what comes when it is switched on again', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    const { key } = await world.addHook({ target: receiver.url })
    receiver.answer(410)
    await world.happen()
    await world.pass(SECOND)
    expect(await world.hook(key)).toMatchObject({
      enabled: false,
      disabledReason: expect.stringMatching(/^its endpoint answered 410 Gone on 2026-01-01T/) as string,
    })
    await world.happen() // told to nobody
    await world.pass(DAY)
    expect(receiver.got).toHaveLength(1)
    receiver.answer(200)
    await world.change(key, { enabled: true })
    await world.happen()
    await world.pass(SECOND)
    expect(await world.hook(key)).toMatchObject({ enabled: true, disabledReason: null, failingSince: null })
    expect(receiver.got.map(({ body }) => body['customer_key'])).toEqual(['c1', 'c1', 'c3'])
  })

  it('that is switched on again and still fails is given five days more', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    const { key } = await world.addHook({ target: receiver.url })
    receiver.answer(500)
    await world.happen()
    for (let hours = 0; hours <= 6 * 24; hours += 6) {
      await world.happen()
      await world.pass(6 * HOUR)
    }
    expect((await world.hook(key)).enabled).toBe(false)
    await world.change(key, { enabled: true })
    await world.happen()
    await world.pass(DAY)
    expect((await world.hook(key)).enabled).toBe(true)
    for (let hours = 0; hours <= 4 * 24; hours += 6) {
      await world.happen()
      await world.pass(6 * HOUR)
    }
    expect((await world.hook(key)).enabled).toBe(false)
  })
})

describe('a message that is refused for what it is', () => {
  it('does not hold up the others, and is tried on its own schedule', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    const { key } = await world.addHook({ target: receiver.url })
    receiver.answer(({ body }) => (Number(String(body['customer_key']).slice(1)) % 2 === 0 ? 422 : 200))
    await world.happen(100)
    await world.sender.drain()
    expect(receiver.got).toHaveLength(100)
    expect(statesOf(await world.log(key)).filter((state) => state === 'sent')).toHaveLength(50)
    await world.pass(11 * SECOND)
    expect(receiver.got).toHaveLength(150)
  })

  it.each([
    [400, 'answered 400'],
    [301, 'answered 301, and redirects are not followed'],
    [404, 'answered 404'],
  ])('with %d says so in the log', async (status, lastError) => {
    const world = await openWorld()
    const [receiver, elsewhere] = [await world.receiver(), await world.receiver()]
    const { key } = await world.addHook({ target: receiver.url })
    receiver.answer({ status, headers: { location: elsewhere.url } })
    await world.happen()
    await world.sender.drain()
    expect(await world.log(key)).toMatchObject([{ state: 'waiting', lastStatus: status, lastError }])
    expect(elsewhere.got).toEqual([])
  })
})

describe('a secret', () => {
  it('that is rotated leaves no gap: for a day both sign, then only the new one', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    const { key, secret } = await world.addHook({ target: receiver.url })
    const known = async (): Promise<boolean[]> => {
      await world.happen()
      await world.sender.drain()
      return Promise.all([isSigned(receiver.got.at(-1)!, secret), isSigned(receiver.got.at(-1)!, next)])
    }
    let next = `whsec_${Buffer.alloc(32, 1).toString('base64')}`
    expect(await known()).toEqual([true, false])
    next = await world.rotate(key)
    expect(await known()).toEqual([true, true])
    await world.pass(DAY - 1)
    expect(await known()).toEqual([true, true])
    await world.pass(1)
    expect(await known()).toEqual([false, true])
    expect(JSON.stringify(world.logged)).not.toMatch(/whsec_/)
    expect(JSON.stringify(world.logged)).not.toContain(next.slice('whsec_'.length))
  })
})

describe('a sender that dies', () => {
  it('leaves what it took to whoever comes next, with the same id, once its lease has run out', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    await world.addHook({ target: receiver.url })
    await world.happen(3)
    const taken: string[] = []
    const dead = Object.assign(
      ({ headers, signal }: Parcel) => {
        taken.push(headers['webhook-id'] ?? '')
        // Nothing comes back, until the test is over.
        return new Promise<Attempt>((resolve) => signal.addEventListener('abort', () => resolve({ problem: 'over' })))
      },
      { close: () => undefined },
    )
    void world.otherSender({ post: dead }).drain()
    await expect.poll(() => taken.length).toBe(3)
    await world.pass(29 * SECOND)
    expect(receiver.got).toEqual([])
    await world.pass(1 * SECOND)
    expect(receiver.got.map(({ id }) => id).sort()).toEqual(taken.sort())
  })
})

describe('several endpoints', () => {
  it('do not hold up each other: what is slow waits for itself alone', async () => {
    const world = await openWorld()
    const [slow, quick] = [await world.receiver(), await world.receiver()]
    await world.addHook({ target: slow.url })
    await world.addHook({ target: quick.url })
    slow.answer(async () => {
      await wait(400)
      return 200
    })
    world.sender.start()
    await world.happen(100)
    world.sender.wake()
    const begun = performance.now()
    await expect.poll(() => quick.ids().size, { interval: 10 }).toBe(100)
    const tookQuick = performance.now() - begun
    expect(slow.ids().size).toBeLessThan(50)
    await expect.poll(() => slow.ids().size, { timeout: 25_000 }).toBe(100)
    expect(performance.now() - begun).toBeGreaterThan(tookQuick * 2)
    expect(slow.most).toBeLessThanOrEqual(16)
  })

  it('however many and slow they are, leave room for each other', async () => {
    const world = await openWorld({ patience: 20_000 })
    const slow = await Promise.all(Array.from({ length: 6 }, () => world.receiver()))
    for (const one of slow) {
      one.answer('hang')
      await world.addHook({ target: one.url })
    }
    const quick = await world.receiver()
    await world.addHook({ target: quick.url })
    world.sender.start()
    await world.happen(60)
    world.sender.wake()
    await expect.poll(() => quick.ids().size, { timeout: 15_000, interval: 10 }).toBe(60)
  })
})

describe('two senders on the same books', () => {
  it('share the work, and send nothing twice', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    await world.addHook({ target: receiver.url })
    await world.happen(300)
    const other = world.otherSender()
    await Promise.all([world.sender.drain(), other.drain()])
    expect(receiver.got).toHaveLength(300)
    expect(receiver.ids().size).toBe(300)
  })
})

describe('a sender that runs', () => {
  it('is there at once when it is told of something new', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    await world.addHook({ target: receiver.url })
    world.sender.start()
    const took: number[] = []
    for (let sent = 1; sent <= 5; sent++) {
      await wait(100) // until it rests
      await world.happen()
      const begun = performance.now()
      world.sender.wake()
      await expect.poll(() => receiver.got.length, { interval: 5 }).toBe(sent)
      took.push(performance.now() - begun)
    }
    // By itself it looks a second after it looked last: soon for the first alone.
    expect(Math.min(...took.slice(1))).toBeLessThan(500)
  })

  it('finds by itself, within two seconds, what nobody told it of', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    await world.addHook({ target: receiver.url })
    world.sender.start()
    await wait(100)
    await world.happen()
    await expect.poll(() => receiver.got.length, { interval: 20 }).toBe(1)
  })

  it('goes on after the books could not be reached, and loses no account of what it sent', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    const { key } = await world.addHook({ target: receiver.url })
    let failing = true
    const books = {
      ...world.books,
      async turnSends(turn: SendTurn) {
        if (failing && turn.results.length > 0) throw new AppError('UNAVAILABLE', 'not now')
        return world.books.turnSends(turn)
      },
    }
    const sender = world.otherSender({ books })
    sender.start()
    await world.happen(3)
    await expect.poll(() => receiver.got.length).toBe(3)
    await wait(200)
    failing = false
    await expect.poll(async () => statesOf(await world.log(key))).toEqual(['sent', 'sent', 'sent'])
    expect(receiver.got).toHaveLength(3)
  })

  it('gives back what it holds when it stops, for another to send at once', async () => {
    const world = await openWorld({ patience: 10_000 })
    const receiver = await world.receiver()
    await world.addHook({ target: receiver.url })
    receiver.answer('hang')
    const first = world.otherSender()
    first.start()
    await world.happen(40)
    first.wake()
    await expect.poll(() => receiver.most).toBe(16)
    await first.stop()
    receiver.answer(200)
    await world.sender.drain()
    expect(receiver.ids().size).toBe(40)
  })
})

describe('a hook that changes while there is much to send', () => {
  it.each<[string, (world: World, key: string, elsewhere: string) => Promise<unknown>]>([
    ['is switched off', (world, key) => world.change(key, { enabled: false })],
    ['leads elsewhere', (world, key, target) => world.change(key, { target })],
  ])('%s: that holds within two seconds', async (what, change) => {
    const world = await openWorld({ patience: 5_000 })
    const [receiver, elsewhere] = [await world.receiver(), await world.receiver()]
    const { key } = await world.addHook({ target: receiver.url })
    receiver.answer(async () => {
      await wait(1_500)
      return 200
    })
    const sender = world.otherSender({ now: () => T0 + Math.round(performance.now()) })
    await world.happen(100)
    sender.start()
    await expect.poll(() => receiver.most).toBe(16)
    await change(world, key, elsewhere.url)
    await wait(2_000 + 1_500)
    const after = receiver.got.length
    await wait(2_000)
    expect(receiver.got.length).toBe(after)
    expect(elsewhere.got.length > 0).toBe(what === 'leads elsewhere')
  })
})

describe('sending again', () => {
  it('sends the same message under the same id, as often as it is asked', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    const { key } = await world.addHook({ target: receiver.url })
    await world.happen()
    await world.sender.drain()
    const [first] = receiver.got
    await resend(world.books, await world.hook(key), first?.id ?? '', world.now())
    await world.pass(SECOND)
    expect(receiver.got.map(({ id, text }) => [id, text])).toEqual([1, 2].map(() => [first?.id, first?.text]))
    expect(await world.log(key)).toMatchObject([{ state: 'sent', attempts: 1 }])
  })

  it('sends everything that was given up, however much that is', async () => {
    const world = await openWorld()
    const receiver = await world.receiver()
    const { key } = await world.addHook({ target: receiver.url })
    await world.happen(240)
    const given = (await world.log(key)).map(({ event: _event, subject: _subject, ...row }) => row)
    await world.books.putSends(given.map((row) => ({ ...row, state: 'failed', nextAt: null, attempts: 20 })))
    await world.sender.drain()
    expect(receiver.got).toEqual([])
    expect(await resendFailed(world.books, await world.hook(key), world.now())).toBe(240)
    await world.sender.drain()
    expect(receiver.ids().size).toBe(240)
    expect(await resendFailed(world.books, await world.hook(key), world.now())).toBe(0)
  })

  it('sends to a hook what happened before it was made, but nothing of the other mode', async () => {
    const world = await openWorld()
    const [early, late, test] = [await world.receiver(), await world.receiver(), await world.receiver()]
    await world.addHook({ target: early.url })
    await world.happen()
    await world.sender.drain()
    const [message = ''] = early.ids()
    const other = await world.addHook({ target: late.url })
    await resend(world.books, await world.hook(other.key), message, world.now())
    await world.sender.drain()
    expect([...late.ids()]).toEqual([message])
    const ofTest = await world.addHook({ target: test.url, mode: 'test' })
    await expect(resend(world.books, await world.hook(ofTest.key), message, world.now())).rejects.toThrow('no message')
  })

  it('is refused while the hook is switched off', async () => {
    const world = await openWorld()
    const { key } = await world.addHook({ target: 'http://127.0.0.1:9/' })
    await world.change(key, { enabled: false })
    await expect(resend(world.books, await world.hook(key), 'msg_1', 0)).rejects.toThrow('Switch it on first')
    await expect(resendFailed(world.books, await world.hook(key), 0)).rejects.toThrow('switched off by hand')
  })
})
