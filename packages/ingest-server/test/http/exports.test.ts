/** `/v1/export`: everything out again, over a key pair. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../support/http.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
  await server.addPartner({ partnerKey: 'ada' })
  const json = { key: 'c1', email: 'c1@x.test', partner_key: 'ada', name: '=Grace' }
  await server.ask('/v1/customers', { method: 'POST', as: server.production, json })
})
afterAll(() => server.close())

const get = (path: string, as = server.production) => server.ask(path, { as })

describe('an export', () => {
  it.each<[string, string, string, RegExp]>([
    ['as CSV', 'customers', 'text/csv', /^customer_key,email,name,.*\r\nc1,c1@x\.test,'=Grace,ada,/],
    ['as NDJSON', 'customers?format=ndjson', 'application/x-ndjson', /^\{"customer_key":"c1",.*\}\n$/],
    ['full', 'partners?full=true', 'text/csv', /^table,key,.*\r\ngroups,grup_/],
    ['full as NDJSON', 'partners?full=true&format=ndjson', 'application/x-ndjson', /^\{"table":"groups",/],
  ])('comes %s, as a file', async (_how, path, type, text) => {
    const answer = await get(`/v1/export/${path}`)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, expect.stringContaining(type) as string])
    expect(answer.headers['content-disposition']).toMatch(
      /^attachment; filename="(customers|partners-full)\.(csv|ndjson)"$/,
    )
    expect(answer.text).toMatch(text)
  })

  it('holds nothing of the other mode', async () => {
    expect((await get('/v1/export/customers', server.test)).text).not.toContain('c1')
  })

  it.each<[string, string, number, RegExp]>([
    [
      'of what there is not',
      'secrets',
      404,
      /Possible: partners, customers, transactions, rewards, clicks, deliveries/,
    ],
    ['in a format there is not', 'customers?format=xlsx', 400, /'format' must be csv or ndjson/],
    ['of an unknown wish', 'customers?full=maybe', 400, /'full' must be true or false/],
  ])('%s is refused', async (_what, path, status, why) => {
    const answer = await get(`/v1/export/${path}`)
    expect([answer.status, answer.body['message']]).toEqual([status, expect.stringMatching(why) as string])
  })

  it('needs a key pair, and is only read', async () => {
    expect((await server.ask('/v1/export/customers')).status).toBe(401)
    const posted = await server.ask('/v1/export/customers', { method: 'POST', as: server.production })
    expect([posted.status, posted.headers['allow']]).toEqual([405, 'GET, HEAD'])
  })
})
