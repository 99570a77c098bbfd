import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type Answer, type TestServer } from '../support/http.ts'

const HOST = 'go.acme.example'
let server: TestServer
beforeAll(async () => {
  server = await startServer({ linkHosts: [{ host: HOST, origin: `https://${HOST}` }] })
  await server.addPartner({ partnerKey: 'ada', destination: 'https://www.acme.example/' })
})
afterAll(() => server.close())

interface Asked {
  readonly origin?: string
  readonly host?: string
  readonly cookie?: string
  readonly publicKey?: string
  readonly method?: string
  readonly domain?: unknown
}

const ask = ({ origin, host = HOST, cookie = '', publicKey, method = 'POST', domain }: Asked): Promise<Answer> =>
  server.ask('/v1/remember', {
    method,
    headers: { host, cookie, 'content-type': 'text/plain', ...(origin && { origin }) },
    body: JSON.stringify({ public_key: publicKey ?? server.production.publicKey, domain }),
  })

const program = (): string => server.production.publicKey.slice(3, 11)
const names = ({ headers }: Answer): string[] =>
  (headers['set-cookie'] ?? []).filter((one) => !one.includes('Max-Age=0')).map((one) => one.split('=')[0]!)

describe('POST /v1/remember', () => {
  it('writes the cookies that the redirect left, as the site reads them', async () => {
    const redirect = await server.ask('/ada', { headers: { host: HOST } })
    const left = (redirect.headers['set-cookie'] ?? []).filter((one) => /^_(ps|grsmpk|gsxid)/.test(one))
    const cookie = left.map((one) => one.split(';')[0]).join('; ')
    const xid = new URL(redirect.headers.location ?? '').searchParams.get('gsxid')
    const answer = await ask({ origin: 'https://www.acme.example', cookie })
    expect(answer.status).toBe(200)
    expect(answer.headers['access-control-allow-origin']).toBe('https://www.acme.example')
    expect(answer.headers['access-control-allow-credentials']).toBe('true')
    expect(answer.headers.vary).toContain('Origin')
    const how = 'Max-Age=7776000; Path=/; Domain=acme.example; SameSite=Lax; Secure'
    expect(answer.headers['set-cookie']).toEqual([
      `growSumoPartnerKey=ada; ${how}`,
      `ps_partner_key=ada; ${how}`,
      `_ps_partner_key_${program()}=ada; ${how}`,
      `gsxid=${xid}; ${how}`,
      `ps_xid=${xid}; ${how}`,
      'pscd=; Max-Age=0; Path=/; Domain=acme.example; SameSite=Lax; Secure',
    ])
  })

  it('writes nothing where nothing is held, and answers the same', async () => {
    const nothing = await ask({ origin: 'https://acme.example' })
    const something = await ask({ origin: 'https://acme.example', cookie: 'ps_partner_key=ada' })
    expect(nothing.headers['set-cookie']).toBeUndefined()
    expect(names(something)).toEqual(['growSumoPartnerKey', 'ps_partner_key', `_ps_partner_key_${program()}`])
    expect(nothing.text).toBe(something.text)
  })

  it.each([
    ['a page of the same host', 'http://127.0.0.1:8020', '127.0.0.1:8010', undefined],
    ['a page on localhost', 'http://localhost:8020', 'localhost:8010', undefined],
    ['a page without https', 'http://shop.acme.example', HOST, 'Domain=acme.example; SameSite=Lax'],
    ['a page on another port', 'https://acme.example:8443', HOST, 'Domain=acme.example; SameSite=Lax; Secure'],
  ])('writes for %s', async (_name, origin, host, how) => {
    const { headers } = await ask({ origin, host, cookie: 'ps_partner_key=ada' })
    expect(headers['set-cookie']?.[0]).toBe(`growSumoPartnerKey=ada; Max-Age=7776000; Path=/; ${how ?? 'SameSite=Lax'}`)
  })

  it.each<[string, unknown, string]>([
    ['the site’s', 'acme.example', 'acme.example'],
    ['none', undefined, 'www.acme.example'],
    ['another site’s', 'evil.example', 'www.acme.example'],
    ['one that nobody owns', 'example', 'www.acme.example'],
    ['half a name', 'me.example', 'www.acme.example'],
    ['what is none', 'acme.example; Secure', 'www.acme.example'],
    ['no text', { a: 1 }, 'www.acme.example'],
  ])(
    'writes, behind a proxy on the page’s own host, on the domain that the page names: %s',
    async (_name, domain, on) => {
      const host = 'www.acme.example'
      const answer = await ask({ origin: `https://${host}`, host, cookie: 'ps_partner_key=ada', domain })
      expect(answer.headers['set-cookie']?.[0]).toContain(`; Domain=${on}; SameSite`)
    },
  )

  it.each([
    ['no origin', undefined],
    ['a page that may not say', 'null'],
    ['another site', 'https://evil.example'],
    ['a name that only looks alike', 'https://xacme.example'],
    ['a domain that all share', 'https://example'],
    ['what is no page', 'chrome-extension://acme.example'],
  ])('refuses %s, which may not read why', async (_name, origin) => {
    const answer = await ask({ ...(origin && { origin }), cookie: 'ps_partner_key=ada' })
    expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined])
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('refuses a public key that is not one', async () => {
    const answer = await ask({ origin: 'https://acme.example', publicKey: 'pk_nobody' })
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([401, 'https://acme.example'])
  })

  it('allows what a page asks before it asks', async () => {
    const { status, headers } = await ask({ origin: 'https://acme.example', method: 'OPTIONS' })
    expect([status, headers['access-control-allow-headers']]).toEqual([204, 'content-type'])
    expect(headers['access-control-allow-credentials']).toBe('true')
  })

  it('names the methods it takes', async () => {
    const { status, headers } = await ask({ origin: 'https://acme.example', method: 'GET' })
    expect([status, headers.allow]).toEqual([405, 'POST, OPTIONS'])
  })
})

describe('a redirect to a site that shares the domain', () => {
  const click = (cookie: string): Promise<Answer> => server.ask('/ada', { headers: { host: HOST, cookie } })

  const counts = async (value: string): Promise<void> => {
    await server.books.putSetting({ mode: 'production', name: 'attribution', value })
    server.pass(2000)
  }

  it('writes its cookies over those of an earlier click', async () => {
    expect(names(await click('ps_partner_key=bob; ps_xid=X0'))).toContain('ps_partner_key')
  })

  it('leaves the first click where the first counts', async () => {
    await counts('first')
    expect(names(await click('ps_partner_key=bob; ps_xid=X0'))).not.toContain('ps_partner_key')
    expect(names(await click(''))).toContain('ps_partner_key')
    await counts('last')
  })
})
