/** The receiver of docs/webhooks-out.md, as it stands there, against what the server sends. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVENTS } from '../../packages/ingest-server/src/ledger/events.ts'
import { FAILING_MS } from '../../packages/ingest-server/src/notify/judge.ts'
import { createPost, PATIENCE_MS } from '../../packages/ingest-server/src/notify/post.ts'
import { MOST_ATTEMPTS, waitAfter } from '../../packages/ingest-server/src/notify/schedule.ts'
import { signedHeaders } from '../../packages/ingest-server/src/notify/signature.ts'

const text = readFileSync(fileURLToPath(new URL('../../docs/webhooks-out.md', import.meta.url)), 'utf8')
const program = /```js\n(\/\/ receiver\.mjs\n[\s\S]*?)```/.exec(text)?.[1] ?? ''
const secrets = [1, 2].map((byte) => `whsec_${Buffer.alloc(32, byte).toString('base64')}`)
const body = JSON.stringify({ event: 'customer.created', id: 'msg_1', key: 'cus_1' })

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

describe('docs/webhooks-out.md', () => {
  const folder = mkdtempSync(join(tmpdir(), 'receiver-'))
  const post = createPost({ privateTargets: true })
  let receiver: ChildProcess
  let target = ''
  let printed = ''
  beforeAll(async () => {
    const port = await freePort()
    target = `http://127.0.0.1:${port}/`
    writeFileSync(join(folder, 'receiver.mjs'), program)
    const env = { PATH: process.env['PATH'], PORT: String(port), WEBHOOK_SECRET: secrets[0] }
    receiver = spawn(process.execPath, ['receiver.mjs'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] })
    receiver.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    const listens = async (): Promise<boolean> => fetch(target, { method: 'POST' }).then(Boolean, () => false)
    while (!(await listens())) await wait(50)
  })
  afterAll(() => {
    receiver.kill()
    post.close()
    rmSync(folder, { recursive: true })
  })

  const send = (headers: Readonly<Record<string, string>>, sent = body) =>
    post({ target, headers, body: sent, signal: new AbortController().signal })
  const now = (): number => Date.now()

  it.each<[string, () => Promise<unknown>, number]>([
    ['takes what its secret signed', () => send(signedHeaders(secrets.slice(0, 1), 'msg_1', now(), body)), 204],
    [
      'takes what is signed with both, while they are rotated',
      () => send(signedHeaders(secrets.toReversed(), 'msg_1', now(), body)),
      204,
    ],
    ['refuses what another secret signed', () => send(signedHeaders(secrets.slice(1), 'msg_1', now(), body)), 401],
    [
      'refuses another body',
      () => send(signedHeaders(secrets, 'msg_1', now(), body), body.replace('cus_1', 'cus_2')),
      401,
    ],
    ['refuses another id', () => send({ ...signedHeaders(secrets, 'msg_1', now(), body), 'webhook-id': 'msg_2' }), 401],
    ['refuses what is an hour old', () => send(signedHeaders(secrets, 'msg_1', now() - 3_600_000, body)), 401],
    [
      'refuses what has no time',
      () => send({ ...signedHeaders(secrets, 'msg_1', now(), body), 'webhook-timestamp': 'x' }),
      401,
    ],
    ['refuses what is not signed', () => send({}), 401],
  ])('has a receiver that %s', async (_what, act, status) => {
    expect(await act()).toEqual({ status })
  })

  it('has a receiver that does nothing twice', async () => {
    for (let n = 0; n < 3; n++) await send(signedHeaders(secrets, 'msg_1', now(), body))
    await expect.poll(() => printed).toBe('customer.created cus_1\n')
  })

  it('names every event, and no other', () => {
    const named = text.match(/`(partnership|customer|transaction|reward)\.(created|updated|deleted)`/g) ?? []
    expect([...new Set(named.map((name) => name.replaceAll('`', '')))].sort()).toEqual([...EVENTS].sort())
  })

  it('states the schedule as it is', () => {
    expect([waitAfter(1, 0), waitAfter(2, 0), waitAfter(3, 0), waitAfter(99, 0)]).toEqual([
      10_000,
      30_000,
      90_000,
      6 * 3_600_000,
    ])
    expect([MOST_ATTEMPTS, FAILING_MS, PATIENCE_MS]).toEqual([20, 5 * 86_400_000, 10_000])
    for (const stated of [
      'after 10 seconds, then 30, 90',
      'more than six hours',
      'twentieth attempt',
      'every attempt of five days',
      'within 10 seconds',
    ])
      expect(text).toContain(stated)
  })
})
