/** What a list shows, as a file: as it is filtered, to its end, and nothing of another mode. */
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fact } from '../../src/facts.ts'
import { logIn, type Admin } from '../support/admin.ts'
import { startServer, type TestServer } from '../support/http.ts'

const HOSTILE = '=HYPERLINK("http://evil.example";"<img src=x onerror=alert(1)>")'
const MANY = 1_205

let server: TestServer
let admin: Admin
beforeAll(async () => {
  server = await startServer()
  for (const partnerKey of ['ada', 'ben']) await server.addPartner({ partnerKey, firstName: HOSTILE })
  await server.addPartner({ partnerKey: 'eve', mode: 'test' })
  admin = await logIn(server)
  const create = (mode: 'production' | 'test', customer_key: string, partner_key: string) =>
    admin.post(mode, '/customers', { customer_key, email: `${customer_key}@shop.test`, partner_key, name: HOSTILE })
  await create('production', 'c1', 'ada')
  await create('production', 'c2', 'ben')
  await create('test', 't1', 'eve')
  await admin.post('test', '/transactions', { customer_external_key: 't1', amount: 1, currency: 'USD' })
  await Promise.all(
    Array.from({ length: MANY }, (_, n) => {
      const fact: Fact = {
        ...{
          kind: 'transaction.create' as const,
          customer: n % 5 === 0 ? 'c2' : 'c1',
          key: `order-${n}`,
          amount: 100 + n,
        },
        ...{ currency: 'USD', categoryKey: null, productKey: null, metadata: null },
      }
      return server.books.record({ mode: 'production', at: server.now(), facts: [fact], delivery: null })
    }),
  )
  await admin.call('DELETE', '/production/transactions/order-1')
})
afterAll(() => server.close())

async function rows(path: string, mode = 'production'): Promise<Record<string, string>[]> {
  const answer = await admin.call('GET', `/${mode}/exports/${path}`)
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(answer.headers['content-disposition']).toBe(
    `attachment; filename="${path.replace(/\?.*/, '').replace('partnerships', 'partners')}-${mode}.csv"`,
  )
  return parse(answer.text, { columns: true })
}

describe('an export', () => {
  it('has every row that the list would show, over its pages', async () => {
    expect(await rows('transactions')).toHaveLength(MANY - 1)
    expect(await rows('transactions?include_archived=true')).toHaveLength(MANY)
    const ofBen = await rows('transactions?partner_key=ben')
    expect(ofBen).toHaveLength(241)
    expect(new Set(ofBen.map(({ key }) => key)).size).toBe(241)
    expect(new Set(ofBen.map((row) => row['partner_key']))).toEqual(new Set(['ben']))
    expect(await rows('transactions?customer_key=c2&limit=1&order_by=created_at')).toHaveLength(241)
    expect(await rows('transactions?customer_key=nobody')).toEqual([])
    expect(await rows(`transactions?min_created=${server.now() + 1}`)).toEqual([])
    expect(await rows('rewards?reward_status=pending&partner_key=ben')).toHaveLength(241)
    expect(await rows('rewards?reward_status=paid')).toEqual([])
  })

  it('says which are archived where they are asked for', async () => {
    const all = await rows('transactions?include_archived=true')
    expect(all.filter(({ archived }) => archived === 'true').map(({ key }) => key)).toEqual(['order-1'])
  })

  it('writes what would be a formula as text', async () => {
    const [customer] = await rows('customers?partner_key=ben')
    expect(customer).toMatchObject({ customer_key: 'c2', name: `'${HOSTILE}` })
    const partners = await rows('partnerships?partner_key=ada')
    expect(partners).toMatchObject([{ partner_key: 'ada', first_name: `'${HOSTILE}` }])
  })

  it('is of one mode', async () => {
    expect(await rows('transactions', 'test')).toMatchObject([{ customer_key: 't1', amount: '1' }])
    expect((await rows('customers', 'test')).map((row) => row['customer_key'])).toEqual(['t1'])
  })

  it('is refused before it begins where the filter is none', async () => {
    const refused = await admin.get('production', '/exports/transactions?min_created=soon')
    expect([refused.status, refused.body['message']]).toEqual([400, expect.stringContaining("'min_created'")])
    expect((await server.ask('/admin/api/production/exports/transactions')).status).toBe(401)
  })
})
