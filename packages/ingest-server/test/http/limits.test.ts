/** Limits of calls a minute, on a server of their own. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import type { ErrorRequestHandler } from 'express'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { addressOf, limitCalls } from '../../src/http/limits.ts'
import { basic, startServer } from '../support/http.ts'

const MINUTE = 60_000

const answerError: ErrorRequestHandler = (error, _req, res, _next) => {
  res.status(error instanceof AppError ? error.status : 500).json({ error: String(error) })
}

/** Answers 200 at any path, after the limit; the caller is whatever the query says. */
async function open(perMinute: number) {
  const app = express()
  app.use(limitCalls(perMinute, (req) => String(req.query['who'] ?? 'somebody')))
  app.use((_req, res) => void res.json({}))
  app.use(answerError)
  const server = createServer(app).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return (who = 'ada') => fetch(`${origin}/?who=${who}`)
}

describe('a limit of calls', () => {
  afterEach(() => void vi.useRealTimers())

  it('tells with every answer how many are left and when it begins anew', async () => {
    const call = await open(5)
    await call()
    const { headers } = await call()
    expect([headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')]).toEqual(['5', '3'])
    expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(0)
    expect(Number(headers.get('ratelimit-reset'))).toBeLessThanOrEqual(60)
  })

  it('refuses what is beyond it with 429, and says when to go on', async () => {
    const call = await open(2)
    expect([(await call()).status, (await call()).status]).toEqual([200, 200])
    const refused = await call()
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.text()).toContain('More than 2 calls within a minute')
  })

  it('counts each caller alone', async () => {
    const call = await open(1)
    expect([(await call('ada')).status, (await call('ben')).status, (await call('ada')).status]).toEqual([
      200, 200, 429,
    ])
  })

  it('begins anew after a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const call = await open(1)
    await call()
    expect((await call()).status).toBe(429)
    vi.setSystemTime(Date.now() + MINUTE + 1_000)
    expect((await call()).status).toBe(200)
  })

  it('begins anew when the clock is set back, which would make a minute as long as the step', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const call = await open(2)
    await call()
    vi.setSystemTime(Date.now() - 60 * MINUTE)
    expect([(await call()).status, (await call()).status, (await call()).status]).toEqual([200, 200, 429])
    vi.setSystemTime(Date.now() + MINUTE + 1_000)
    expect((await call()).status).toBe(200)
  })

  it('of 0 is none', async () => {
    const call = await open(0)
    const answers = await Promise.all(Array.from({ length: 20 }, () => call()))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(answers[0]?.headers.get('ratelimit-limit')).toBeNull()
  })

  it.each([
    ['two addresses are two callers', '192.0.2.1', '192.0.2.2', false],
    ['two addresses of one IPv6 network are one caller', '2001:db8:0:ff01::1', '2001:db8:0:ff02::9', true],
    ['those of two networks are two', '2001:db8:1::1', '2001:db8:2::1', false],
  ])('%s', (_what, one, two, same) => {
    const of = (ip: string) => addressOf({ ip } as Parameters<typeof addressOf>[0])
    expect(of(one) === of(two)).toBe(same)
  })
})

describe('the limits of a server', () => {
  const open = async () => {
    const server = await startServer({ limits: { api: 3, signups: 2 } })
    onTestFinished(() => server.close())
    return server
  }
  const of = ({ headers }: { readonly headers: Readonly<Record<string, unknown>> }) => [
    headers['ratelimit-limit'],
    headers['ratelimit-remaining'],
  ]

  it('count the calls of a key pair together, wherever they go, and tell so on every answer', async () => {
    const { ask, production, test } = await open()
    expect(of(await ask('/v1/customers', { as: production }))).toEqual(['3', '2'])
    expect(of(await ask('/api/v2/customers/nobody', { as: production }))).toEqual(['3', '1'])
    expect(of(await ask('/v1/export/customers', { as: production }))).toEqual(['3', '0'])
    const refused = await ask('/v1/import', { as: production })
    expect([refused.status, refused.body['status'], refused.body['error']]).toEqual([429, 429, refused.body['message']])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('/v1/customers', { as: test })).status).toBe(200)
  })

  it('count by address who has no keys that stand, and hold up nobody who has', async () => {
    const { ask, production } = await open()
    const wrong = { authorization: basic({ ...production, secretKey: 'sk_wrong' }) }
    for (const [n, headers] of [wrong, {}, { authorization: 'Bearer pt_of_nobody' }].entries()) {
      const answer = await ask('/api/v2/customers', { headers })
      expect([answer.status, ...of(answer)]).toEqual([401, '3', String(2 - n)])
    }
    expect((await ask('/v1/transactions', { headers: wrong })).status).toBe(429)
    expect((await ask('/v1/transactions', { as: production })).status).toBe(200)
  })

  it('are others for the script, by address', async () => {
    const { ask, production } = await open()
    const sign = () => ask('/v1/signups', { method: 'POST', json: { public_key: production.publicKey } })
    expect([(await sign()).status, of(await sign()), (await sign()).status]).toEqual([400, ['2', '0'], 429])
    expect((await ask('/v1/customers', { as: production })).status).toBe(200)
  })

  it('are those of the script where it asks for its cookies', async () => {
    const { ask, production } = await open()
    const remember = () =>
      ask('/v1/remember', {
        method: 'POST',
        headers: { origin: 'http://127.0.0.1:8020', host: '127.0.0.1:8010', 'content-type': 'text/plain' },
        body: JSON.stringify({ public_key: production.publicKey }),
      })
    expect([(await remember()).status, of(await remember()), (await remember()).status]).toEqual([200, ['2', '0'], 429])
  })
})
