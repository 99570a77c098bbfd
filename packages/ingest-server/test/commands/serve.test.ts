import { access } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCli, type Cli, type Serving } from '../support/http-cli.ts'
import { chargeEvent, sign } from '../support/stripe-events.ts'

let cli: Cli
let server: Serving
beforeAll(async () => {
  // `npm test` builds the script first; by itself this file needs it built.
  await access(fileURLToPath(new URL('../../../partnerstack-js/dist/partnerstack.min.js', import.meta.url)))
  cli = await newCli()
  await cli.run('webhook', 'set', 'stripe', '--mode', 'test', '--secret', 'whsec_1')
  server = await cli.serve()
})
afterAll(async () => {
  await server.stop()
  await cli.remove()
})

type Key = Record<'public_key' | 'secret_key', string>
const newKey = async () => (await cli.run('keys', 'create', '--mode', 'test', '--json')).json as Key
const asKey = ({ public_key, secret_key }: Key) => ({ authorization: `Basic ${btoa(`${public_key}:${secret_key}`)}` })
const list = (key: Key) => fetch(`${server.origin}/v1/transactions`, { headers: asKey(key) })

async function deliver(id: string): Promise<Response> {
  const rows = (await cli.run('webhook', 'list', '--json')).json as { mode: string; provider: string; url: string }[]
  const test = rows.find(({ mode, provider }) => mode === 'test' && provider === 'stripe')
  const metadata = { customer_key: `c-${id}`, partner_key: 'gstest' }
  const body = JSON.stringify(chargeEvent('charge.succeeded', { id, customer: null, metadata }))
  const headers = { 'stripe-signature': sign(body, 'whsec_1', Date.now()) }
  return fetch(server.origin + new URL(test!.url).pathname, { method: 'POST', body, headers })
}

describe('serve', () => {
  it('says where it listens, and serves there', async () => {
    expect(server.printed()).toMatch(
      /^Listening on http:\/\/127\.0\.0\.1:\d+\nThe script is at http:\/\/127\.0\.0\.1:\d+\/v1\/\n/,
    )
    const script = await fetch(`${server.origin}/v1/`)
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
  })

  it('works on one database with the commands, both ways', async () => {
    const key = await newKey()
    expect((await list(key)).status).toBe(200)
    expect(await (await deliver('ch_1')).json()).toMatchObject({ status: 200, outcome: 'applied' })
    expect(await (await list(key)).json()).toMatchObject({ rdata: { items: [{ key: 'ch_1' }], has_more: false } })

    const shown = (await cli.run('deliveries', 'list', '--mode', 'test', '--json')).json as { items: { key: string }[] }
    expect(shown).toMatchObject({ items: [{ type: 'charge.succeeded', state: 'applied' }], has_more: false })
    const delivery = shown.items[0]!.key
    const { json } = await cli.run('deliveries', 'show', delivery, '--json')
    expect(json).toMatchObject({ key: delivery, body: expect.stringContaining('"ch_1"') })
    const replayed = await cli.run('deliveries', 'replay', delivery, '--json')
    expect([replayed.code, replayed.json]).toMatchObject([0, { key: delivery, attempts: 2 }])
    expect(await (await list(key)).json()).toMatchObject({ rdata: { items: [{ key: 'ch_1' }], has_more: false } })
  })

  it('lets go of a revoked key within two seconds', async () => {
    const key = await newKey()
    expect((await list(key)).status).toBe(200)
    await cli.run('keys', 'revoke', key.public_key)
    await wait(2000)
    expect((await list(key)).status).toBe(401)
  })

  it.each(['show', 'replay'])('deliveries %s of nothing fails', async (command) => {
    const { code, json } = await cli.run('deliveries', command, 'dlv_nothing', '--json')
    expect([code, json]).toMatchObject([1, { error: 'NOT_FOUND' }])
  })

  it('says so where the port is in use', async () => {
    const { code, out, err } = await cli.runWith({ PORT: new URL(server.origin).port }, 'serve')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^PORT \d+ is in use on 127\.0\.0\.1\. Stop what listens there, or choose another port\.\n$/)
  })

  it('refuses several workers on one SQLite file, and says what they need', async () => {
    const { code, out, err } = await cli.run('serve', '--workers', '2')
    expect([code, out]).toEqual([1, ''])
    expect(err).toMatch(/^--workers needs PostgreSQL/)
  })

  it('refuses to start with another SECRET_KEY', async () => {
    const { code, err } = await cli.runWith({ SECRET_KEY: Buffer.alloc(32, 9).toString('base64'), PORT: '0' }, 'serve')
    expect(code).toBe(1)
    expect(err).toContain('SECRET_KEY is not the key')
  })
})

describe('a server that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('ends with 0 on %s', async (signal) => {
    const other = await cli.serve()
    expect(await other.stop(signal)).toBe(0)
    expect(other.printed()).toContain(`${signal}: finishing what was accepted`)
  })

  it('finishes the request it has begun to read, and takes no other', async () => {
    const other = await cli.serve()
    const { hostname, port } = new URL(other.origin)
    const socket = connect(Number(port), hostname)
    let text = ''
    socket.on('data', (chunk) => (text += chunk))
    socket.write('POST /v1/signups HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\n\r\n{')
    await wait(1_000)
    const ended = other.stop()
    const taken = (): Promise<string> =>
      fetch(`${other.origin}/v1/`).then(
        () => 'taken',
        () => 'refused',
      )
    await expect.poll(taken).toBe('refused')
    socket.write('}')
    expect(await ended).toBe(0)
    expect(text).toMatch(/^HTTP\/1\.1 401 /)
  })

  it('is not held up by who only keeps a connection', async () => {
    const other = await cli.serve()
    await (await fetch(`${other.origin}/v1/`)).text()
    const begin = Date.now()
    expect(await other.stop()).toBe(0)
    expect(Date.now() - begin).toBeLessThan(3000)
  })

  it('leaves the port to the next', async () => {
    const holder: Server = createServer()
    await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
    const { port } = holder.address() as AddressInfo
    await new Promise((resolve) => holder.close(resolve))
    for (let i = 0; i < 2; i++) {
      const next = await cli.serve({ PORT: String(port) })
      expect(await next.stop()).toBe(0)
    }
  })
})
