/** Whoever connects and then takes all the time in the world; and how the server lets go of everybody at its end. */
import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import express, { type RequestHandler } from 'express'
import { afterEach, describe, expect, it } from 'vitest'
import type { Listening } from '../../src/commands/machine.ts'
import { listen, TIMEOUTS, type Timeouts } from '../../src/listen.ts'

const QUICK: Timeouts = { headers: 150, request: 400, silence: 600, keptAlive: 5_000, check: 20 }
const LONG_MS = 5_000

let open: Listening | null = null
const sockets: Socket[] = []
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await open?.close(0)
  open = null
})

async function start(handler: RequestHandler, timeouts = QUICK): Promise<Listening> {
  open = await listen(express().use(handler), '127.0.0.1', 0, timeouts)
  return open
}

/** For a test that ends it itself. */
async function startToEnd(handler: RequestHandler): Promise<Listening> {
  const started = await start(handler, { ...QUICK, silence: LONG_MS })
  open = null
  return started
}

interface Spoken {
  readonly socket: Socket
  heard(): string
  /** Resolves with the ms it took until the other side let go. */
  readonly ended: Promise<number>
}

function speak(port: number, ...first: string[]): Spoken {
  const began = performance.now()
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  let text = ''
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
  socket.on('error', () => undefined)
  for (const line of first) socket.write(line)
  const ended = new Promise<number>((resolve) => socket.on('close', () => resolve(performance.now() - began)))
  return { socket, heard: () => text, ended }
}

/** A byte now and then. */
async function trickle({ socket }: Spoken, text: string, everyMs: number): Promise<void> {
  for (let at = 0; !socket.destroyed && socket.writable; at = (at + 1) % text.length) {
    socket.write(text[at] ?? '')
    await wait(everyMs)
  }
}

const answer: RequestHandler = (req, res) => {
  req.resume().on('end', () => res.send('done'))
}

describe('who takes long', () => {
  it.each<[string, string[], string]>([
    ['says nothing', [], ''],
    ['never ends a line', ['GET / HTTP/1.1\r\nhost: x\r\nx-slow: '], 'a'],
    ['never ends the headers', ['GET / HTTP/1.1\r\nhost: x\r\n'], 'x: y\r\n'],
  ])('over the headers, and %s, is told 408 and let go', async (_what, first, then) => {
    const { port } = await start(answer)
    const spoken = speak(port, ...first)
    if (then !== '') void trickle(spoken, then, 20)
    expect(await spoken.ended).toBeLessThan(LONG_MS)
    expect(spoken.heard()).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n[^]*Connection: close\r\n\r\n\{"status":408,/)
  })

  it('over the body is told 408 and let go, however busy it looks', async () => {
    const { port } = await start(answer)
    const spoken = speak(port, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n\r\n')
    void trickle(spoken, 'a', 20)
    expect(await spoken.ended).toBeLessThan(LONG_MS)
    expect(spoken.heard()).toMatch(/^HTTP\/1\.1 408 /)
  })

  it('over reading the answer is let go', async () => {
    const gone = Promise.withResolvers<number>()
    const { port } = await start((_req, res) => {
      const began = performance.now()
      res.on('close', () => gone.resolve(performance.now() - began))
      // Told of an error, as some versions of Node do before the response says that it is closed, it must not go on.
      const more = (error?: Error | null): void => void (error || res.write(Buffer.alloc(1_000_000), more))
      more()
    })
    speak(port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n').socket.pause()
    expect(await gone.promise).toBeLessThan(LONG_MS)
  })

  it('keeps nobody else waiting', async () => {
    const { port } = await start(answer, { ...QUICK, headers: 5_000, request: 5_000 })
    for (let n = 0; n < 200; n++) speak(port, 'GET / HTTP/1.1\r\nx: ')
    const began = performance.now()
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('done')
    expect(performance.now() - began).toBeLessThan(2_000)
  })

  it('over a large file may, while it comes', async () => {
    const { port } = await start(answer, { ...QUICK, request: 5_000 })
    const spoken = speak(port, 'POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 40\r\n\r\n')
    for (let n = 0; n < 40; n++) {
      spoken.socket.write('a')
      await wait(20)
    }
    await spoken.ended
    expect(spoken.heard()).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('has these times outside of tests: each is set, none is for ever', () => {
    expect(TIMEOUTS).toEqual({ headers: 15_000, request: 1_800_000, silence: 120_000, keptAlive: 65_000, check: 1_000 })
  })
})

describe('what is no request', () => {
  it.each([
    ['noise', '\u0000\u0001\u0002\r\n\r\n', 400],
    ['a header that ends nowhere', 'GET / HTTP/1.1\r\nhost x\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
  ])('is told so in the envelope: %s', async (_what, text, status) => {
    const { port } = await start(answer)
    const spoken = speak(port, text)
    await spoken.ended
    const [head = '', body = ''] = spoken.heard().split('\r\n\r\n')
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(JSON.parse(body)).toMatchObject({ status })
  })
})

describe('the end', () => {
  it('lets a request finish, over a kept connection too, and then nobody ask again', async () => {
    const slow = Promise.withResolvers<void>()
    const { port, close } = await startToEnd(async (_req, res) => {
      await slow.promise
      res.send('done')
    })
    const spoken = speak(port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n')
    const idle = speak(port)
    await wait(50)
    const closed = close(LONG_MS)
    await idle.ended
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
    expect(spoken.heard()).toBe('')
    slow.resolve()
    await spoken.ended
    expect(spoken.heard()).toMatch(/^HTTP\/1\.1 200 [^]*Connection: close/)
    expect(await closed).toBe(0)
  })

  it('waits for who is in the middle of a request, and for nobody who has not begun one', async () => {
    const { port, close } = await startToEnd(answer)
    const spoken = speak(port, 'POST / HTTP/1.1\r\nhost: x\r\ncontent-le')
    speak(port)
    await wait(50)
    const closed = close(LONG_MS)
    await wait(200)
    spoken.socket.write('ngth: 2\r\n\r\nab')
    await Promise.all([closed, spoken.ended])
    expect(spoken.heard()).toMatch(/^HTTP\/1\.1 200 [^]*Connection: close/)
  })

  it('waits so long and no longer, and says how many were cut', async () => {
    const { port, close } = await startToEnd(() => undefined)
    const [one, two] = [
      speak(port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'),
      speak(port, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n'),
    ]
    await wait(50)
    const began = performance.now()
    expect(await close(200)).toBe(2)
    expect(performance.now() - began).toBeLessThan(LONG_MS - 500)
    await Promise.all([one.ended, two.ended])
  })
})
