/** Whatever is sent, nobody gets a 500 and nothing half-understood is written. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodePartnerKey, linkTarget } from '../../src/http/link-target.ts'
import { linkCookies } from '../../src/http/link-cookies.ts'
import { AppError } from '../../src/errors.ts'
import { signupEntry } from '../../src/inbox/signup-entry.ts'
import { startServer, WHSEC, type Answer, type TestServer } from '../support/http.ts'
import { sign } from '../support/stripe-events.ts'

let server: TestServer
let webhook: string
beforeAll(async () => {
  server = await startServer()
  await server.addPartner({ partnerKey: 'ada' })
  const customer = { key: 'c1', email: 'c1@example.com', partner_key: 'ada' }
  await server.ask('/v1/customers', { method: 'POST', as: server.production, json: customer })
  webhook = await server.webhookPath('production')
})
afterAll(() => server.close())

/** Values that JSON has, the awkward ones often. */
const value = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    0,
    -0,
    -1,
    1.5,
    2 ** 53,
    1e308,
    true,
    [],
    {},
    '__proto__',
    'ada',
    'c1',
    '1',
    '\0',
    '\ud800',
  ),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 3 }),
)
/** Bodies whose fields have the right names. */
const bodyOf = (...names: string[]) =>
  fc.dictionary(fc.constantFrom(...names, '__proto__', 'constructor', 'x'), value, { maxKeys: names.length })
const runs = { numRuns: 150 }

const isEnvelope = ({ status, body, headers }: Answer): void => {
  expect(status).toBeLessThan(500)
  expect(body['status']).toBe(status)
  expect(headers['content-type']).toContain('application/json')
  if (status >= 400) expect(body['error']).toBe(body['message'])
}

describe('anything at all', () => {
  it('posted as a customer', () =>
    fc.assert(
      fc.asyncProperty(bodyOf('key', 'email', 'partner_key', 'name', 'provider_key', 'meta'), async (json) => {
        isEnvelope(await server.ask('/v1/customers', { method: 'POST', as: server.production, json }))
      }),
      runs,
    ))

  it('as a change of a customer', () =>
    fc.assert(
      fc.asyncProperty(bodyOf('email', 'name', 'provider_key', 'meta', 'partner_key'), async (json) => {
        const answer = await server.ask('/v1/customers/c1', { method: 'PATCH', as: server.production, json })
        isEnvelope(answer)
        if (answer.status === 200) expect(answer.body.rdata).toMatchObject({ customer_key: 'c1', partner_key: 'ada' })
      }),
      runs,
    ))

  it('posted as a transaction: what is recorded is what was said', () =>
    fc.assert(
      fc.asyncProperty(bodyOf('amount', 'currency', 'key', 'category_key', 'product_key', 'metadata'), async (json) => {
        const path = '/v1/customers/c1/transactions'
        const answer = await server.ask(path, { method: 'POST', as: server.production, json })
        isEnvelope(answer)
        if (answer.status === 200)
          expect(Object.is(answer.body.rdata['amount'], Math.abs(json['amount'] as number))).toBe(true)
      }),
      runs,
    ))

  it('posted as a sign-up', () =>
    fc.assert(
      fc.asyncProperty(
        bodyOf(
          'customer_key',
          'email',
          'name',
          'partner_key',
          'xid',
          'provider_key',
          'amount',
          'currency',
          'meta',
          'page',
        ),
        async (fields) => {
          const json = { ...fields, public_key: server.production.publicKey }
          isEnvelope(await server.ask('/v1/signups', { method: 'POST', json }))
        },
      ),
      runs,
    ))

  it('signed by Stripe', () =>
    fc.assert(
      fc.asyncProperty(bodyOf('id', 'type', 'data', 'created', 'account', 'livemode'), async (json) => {
        const body = JSON.stringify(json)
        const headers = { 'stripe-signature': sign(body, WHSEC, server.now()) }
        isEnvelope(await server.ask(webhook, { method: 'POST', headers, body }))
      }),
      runs,
    ))

  it('as bytes that are no JSON', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom('/v1/customers', '/v1/signups', '/v1/customers/c1/transactions'),
        async (bytes, path) => {
          const answer = await server.ask(path, { method: 'POST', as: server.production, body: Buffer.from(bytes) })
          isEnvelope(answer)
          expect(answer.status).toBeGreaterThanOrEqual(400)
        },
      ),
      runs,
    ))

  it('as the name of a customer or transaction', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (id) => {
        const path = encodeURIComponent(id).replaceAll('.', '%2E')
        for (const list of ['customers', 'transactions']) {
          isEnvelope(await server.ask(`/v1/${list}/${path}`, { as: server.production }))
        }
      }),
      runs,
    ))

  it('in a query', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(
          'limit',
          'starting_after',
          'ending_before',
          'order_by',
          'min_created',
          'customer_key',
          'email',
          'group',
        ),
        fc.string({ unit: 'grapheme' }),
        async (name, text) => {
          const query = new URLSearchParams([[name, text]])
          isEnvelope(await server.ask(`/v1/customers?${query}`, { as: server.production }))
          isEnvelope(await server.ask(`/v1/transactions?${query}`, { as: server.production }))
        },
      ),
      runs,
    ))

  it('as keys', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary-ascii' }), async (text) => {
        const authorization = `Basic ${Buffer.from(text).toString('base64')}`
        expect((await server.ask('/v1/customers', { headers: { authorization } })).status).toBe(401)
      }),
      runs,
    ))

  it('as the path and query of a link', () =>
    fc.assert(
      fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), async (path, query) => {
        const answer = await server.ask(`/r${path}?${query}`)
        expect([302, 404]).toContain(answer.status)
      }),
      runs,
    ))
})

describe('any sign-up', () => {
  it('is an entry, or refused in words', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.option(fc.jsonValue()), (bytes, json) => {
        const body = json === null ? bytes : Buffer.from(JSON.stringify(json))
        try {
          const { facts } = signupEntry({ mode: 'test', body, headers: {}, receivedAt: 1, eventId: 'e' })
          expect(facts).toHaveLength(1)
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
        }
      }),
    )
  })
})

describe('any link', () => {
  const names = fc.constantFrom('a', 'b', 'utm_source', 'gspk', 'gsxid', 'ps_xid', 'ps_partner_key', 'pscd', 'gspid')
  const query = fc.array(fc.tuple(names, fc.string())).map((pairs) => new URLSearchParams(pairs))

  it('leads to its destination with our parameters, each once, and nobody else’s', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true }), query, query, fc.string(), (address, own, click, partnerKey) => {
        const destination = new URL(address)
        destination.search = own.toString()
        const referral = { partnerKey, xid: 'X1', customDomain: null }
        const target = new URL(linkTarget(destination.href, click.toString(), referral))
        const { searchParams } = target
        expect([target.origin, target.pathname, target.hash]).toEqual([
          destination.origin,
          destination.pathname,
          destination.hash,
        ])
        expect(searchParams.getAll('gspk')).toEqual([encodePartnerKey(partnerKey)])
        expect(searchParams.getAll('ps_partner_key')).toEqual([encodePartnerKey(partnerKey)])
        expect([searchParams.getAll('gsxid'), searchParams.getAll('ps_xid')]).toEqual([['X1'], ['X1']])
        expect(searchParams.has('gspid') || searchParams.has('pscd')).toBe(false)
        for (const name of ['a', 'b', 'utm_source']) {
          expect(searchParams.getAll(name)).toEqual(own.has(name) ? own.getAll(name) : click.getAll(name))
        }
      }),
    )
  })

  it('carries every partner_key there and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (partnerKey) => {
        const encoded = encodePartnerKey(partnerKey)
        expect(encoded).toMatch(/^[A-Za-z0-9+/]*$/)
        expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe(partnerKey)
      }),
    )
  })

  it('sets cookies that no header can be smuggled through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }), (partnerKey, received) => {
        const hosts = { linkHost: 'go.a.example', destinationHost: 'a.example', secure: true }
        const site = { customDomain: 'go.a.example', windowDays: 90 }
        const cookies = linkCookies({ ...hosts, ...site, program: 'p', suffix: 's', partnerKey, xid: 'X1', received })
        for (const cookie of cookies)
          expect(cookie).toMatch(
            /^[\w-]+=[^;,\s"\\]*; Max-Age=\d+; Path=\/(; Domain=a\.example)?; SameSite=Lax; Secure$/,
          )
      }),
    )
  })
})
