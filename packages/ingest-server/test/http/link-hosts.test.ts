import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../support/http.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({
    linkHosts: [
      { host: 'go.acme.example', origin: 'https://go.acme.example' },
      { host: 'go.localhost', origin: 'http://go.localhost:8010' },
    ],
    scriptPath: '/js/partners.js',
  })
  await server.addPartner({ partnerKey: 'ada', destination: 'https://www.acme.example/' })
  await server.addPartner({ partnerKey: 'v1/customers', destination: 'https://www.acme.example/' })
})
afterAll(() => server.close())

const on = (host: string, path: string, method = 'GET') => server.ask(path, { method, headers: { host } })

describe('a link host', () => {
  it('has its links at the root, and says which domain sent the visitor', async () => {
    const { status, headers } = await on('go.acme.example', '/ada?x=1')
    const target = new URL(headers.location ?? '')
    expect(status).toBe(302)
    expect(target.searchParams.get('pscd')).toBe('go.acme.example')
    expect(target.searchParams.get('x')).toBe('1')
  })

  it('sets cookies for the domain it shares with the site, for https', async () => {
    const { headers } = await on('go.acme.example', '/ada')
    expect(headers['set-cookie']).toHaveLength(10)
    for (const cookie of headers['set-cookie'] ?? [])
      expect(cookie).toContain('; Domain=acme.example; SameSite=Lax; Secure')
  })

  it.each([
    ['a port', 'go.acme.example:443'],
    ['capitals', 'GO.Acme.Example'],
  ])('is known with %s', async (_name, host) => {
    expect((await on(host, '/ada')).status).toBe(302)
  })

  it('is not on https where it was configured so', async () => {
    const { headers } = await on('go.localhost:8010', '/ada')
    expect(headers['set-cookie']?.join()).not.toContain('Secure')
  })

  it.each(['/v1', '/v1/', '/pr/js', '/growsumo.min.js', '/js/partners.js'])('serves the script at %s', async (path) => {
    const answer = await on('go.acme.example', path)
    expect(answer.status).toBe(200)
    expect(answer.text).toBe('/* the script */')
  })

  it('takes sign-ups', async () => {
    expect((await on('go.acme.example', '/v1/signups', 'OPTIONS')).status).toBe(204)
  })

  it.each(['/conversion/xid', '/.well-known/acme-challenge/x'])('keeps %s from being a link', async (path) => {
    const answer = await on('go.acme.example', path)
    expect([404, 405]).toContain(answer.status)
    expect(answer.headers['content-type']).toContain('application/json')
  })

  it('has nothing but links elsewhere: not the API, not webhooks', async () => {
    expect((await on('go.acme.example', '/v1/customers')).status).toBe(302)
    for (const path of ['/', '/v1/transactions', '/webhooks/stripe/x', '/r/ada', '/nobody', '/%E0%A4%A']) {
      const answer = await on('go.acme.example', path)
      expect([path, answer.status, answer.headers['content-type']]).toEqual([path, 404, 'text/html; charset=utf-8'])
    }
  })

  it('names the methods it takes', async () => {
    const { status, headers } = await on('go.acme.example', '/ada', 'POST')
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it('leaves every other host alone', async () => {
    expect((await on('evil.example', '/ada')).status).toBe(404)
    expect((await on('x.go.acme.example', '/ada')).status).toBe(404)
    const answer = await on('partners.example', '/r/ada')
    expect(new URL(answer.headers.location ?? '').searchParams.has('pscd')).toBe(false)
  })
})

describe('a proxy in front', () => {
  const forwarded = { host: '10.0.0.1', 'x-forwarded-host': 'go.acme.example' }

  it('names the host only where it is trusted', async () => {
    expect((await server.ask('/ada', { headers: forwarded })).status).toBe(404)
    const behind = await startServer({
      linkHosts: [{ host: 'go.acme.example', origin: 'https://go.acme.example' }],
      trustProxy: 1,
    })
    await behind.addPartner({ partnerKey: 'ada' })
    expect((await behind.ask('/ada', { headers: forwarded })).status).toBe(302)
    await behind.close()
  })
})
