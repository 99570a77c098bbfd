import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type Answer, type TestServer } from '../support/http.ts'

const HOST = 'go.acme.example'
let server: TestServer
beforeAll(async () => {
  server = await startServer({
    linkHosts: [{ host: HOST, origin: `https://${HOST}` }],
    endpointPath: '/js/sign-ups',
  })
  await server.addPartner({ partnerKey: 'ada', destination: 'https://www.acme.example/' })
})
afterAll(() => server.close())

const post = (path: string, more: object = {}, host = HOST): Promise<Answer> =>
  server.ask(path, {
    method: 'POST',
    headers: { host, origin: 'https://www.acme.example', 'content-type': 'text/plain', cookie: 'ps_partner_key=ada' },
    body: JSON.stringify({ public_key: server.production.publicKey, ...more }),
  })
const anotherHost = '127.0.0.1'

describe('the operator’s own path', () => {
  it.each([
    ['a link host', HOST],
    ['another', anotherHost],
  ])('takes sign-ups, as ours does, on %s', async (_name, host) => {
    server.pass(2000)
    const customer = { customer_key: `on ${host}`, email: `c@${host}.example`, partner_key: 'ada' }
    const answer = await post('/js/sign-ups?x=1', customer, host)
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([200, '*'])
    const { items } = await server.books.customers({ mode: 'production', limit: 1, orderBy: '-created_at' })
    expect(items).toMatchObject([{ customer: { customerKey: `on ${host}` }, partner: { partnerKey: 'ada' } }])
  })

  it('remembers beside it', async () => {
    const answer = await post('/js/remember')
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^growSumoPartnerKey=ada; .*Domain=acme\.example/)
  })

  it.each(['/js/sign-ups', '/js/remember'])('is no link’s: %s', async (path) => {
    const json = { path: path.slice(1), destination: 'https://www.acme.example/' }
    const answer = await server.ask('/api/v2/links/ada', { method: 'POST', json, as: server.production })
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('needs that path itself')])
  })

  it('still takes them at ours', async () => {
    expect((await post('/v1/signups', { email: 'c@acme.example', partner_key: 'ada' })).status).toBe(200)
  })

  it.each(['/js/sign-up', '/js/sign-ups/x', '/JS/sign-ups', '/js', '/remember'])('is no other: %s', async (path) => {
    expect((await post(path, {}, anotherHost)).status).toBe(404)
  })
})
