import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type Ask, type TestServer } from '../support/http.ts'

const APP = 'https://app.acme.example'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ apiOrigins: [APP] })
})
afterAll(() => server.close())

const from = (origin: string | null, path: string, ask: Ask = {}) =>
  server.ask(path, { ...ask, headers: { ...(origin && { origin }), ...ask.headers } })
const preflight = (origin: string, path: string, method: string) =>
  from(origin, path, { method: 'OPTIONS', headers: { 'access-control-request-method': method } })
const allowed = ({ headers }: Awaited<ReturnType<typeof from>>) => headers['access-control-allow-origin']

describe('a page of another origin', () => {
  it('may read the API where the operator lists it', async () => {
    const answer = await from(APP, '/v1/customers', { as: server.production })
    expect([answer.status, allowed(answer), answer.headers.vary]).toEqual([200, APP, 'Origin'])
    expect(answer.headers['access-control-expose-headers']).toContain('X-Request-Id')
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  })

  it.each([
    ['another origin', 'https://evil.example'],
    ['one that only begins alike', `${APP}.evil.example`],
    ['the same host without https', APP.replace('https', 'http')],
    ['a sandbox', 'null'],
    ['no browser at all', null],
  ])('may not where it is %s', async (_name, origin) => {
    const answer = await from(origin, '/v1/customers', { as: server.production })
    expect([answer.status, allowed(answer)]).toEqual([200, undefined])
  })

  it.each<[string, string, Ask]>([
    ['without keys', '/v1/customers', {}],
    ['about nobody', '/v1/customers/nobody', {}],
    ['by a wrong method', '/v1/customers', { method: 'DELETE' }],
  ])('is told what went wrong %s', async (_name, path, ask) => {
    const answer = await from(APP, path, ask)
    expect([answer.status >= 400, allowed(answer)]).toEqual([true, APP])
  })

  it('asks first, without keys, and learns what the path takes', async () => {
    const answer = await preflight(APP, '/v1/customers/c1', 'PATCH')
    expect([answer.status, answer.text, allowed(answer)]).toEqual([204, '', APP])
    expect(answer.headers['access-control-allow-methods']).toBe('GET, HEAD, PATCH, PUT, DELETE')
    expect(answer.headers['access-control-allow-headers']).toBe('authorization, content-type, idempotency-key')
  })

  it('may be of any origin where a click is converted, and send what that takes', async () => {
    const answer = await preflight('https://any.example', '/conversion/xid', 'POST')
    expect([answer.status, answer.text, allowed(answer)]).toEqual([204, '', '*'])
    expect(answer.headers['access-control-allow-headers']).toBe('authorization, content-type')
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
    for (const ask of [{ method: 'GET' }, { method: 'POST', body: '{' }]) {
      const refused = await from('https://any.example', '/conversion/xid', ask)
      expect([refused.status >= 400, allowed(refused)]).toEqual([true, '*'])
    }
  })

  it('learns nothing where it is not listed', async () => {
    const answer = await preflight('https://evil.example', '/v1/customers', 'POST')
    expect([answer.status, answer.headers.allow, allowed(answer)]).toEqual([204, 'GET, HEAD, POST', undefined])
    expect(answer.headers['access-control-allow-methods']).toBeUndefined()
  })
})
