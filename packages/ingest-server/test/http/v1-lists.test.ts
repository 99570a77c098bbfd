import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, START, type TestServer } from '../support/http.ts'

let server: TestServer
/** Keys as the API shows them, the oldest first. */
const customers: string[] = []
const transactions: string[] = []

const get = (path: string) => server.ask(path, { as: server.production })
const post = (path: string, json: object) => server.ask(path, { method: 'POST', as: server.production, json })
const keysOf = (answer: Awaited<ReturnType<typeof get>>) =>
  (answer.body.rdata['items'] as { key: string }[]).map(({ key }) => key)

/** Twelve customers, two at each moment, and and a transaction with each: nine of the first customer, three of the ninth. */
beforeAll(async () => {
  server = await startServer()
  await server.addPartner({ partnerKey: 'ada' })
  await server.addPartner({ partnerKey: 'bob' })
  for (let i = 0; i < 12; i++) {
    if (i % 2 === 0) server.pass(1000)
    const fields = { key: `c${i}`, email: `c${i}@example.com`, partner_key: i < 8 ? 'ada' : 'bob' }
    customers.push(String((await post('/v1/customers', fields)).body.rdata['key']))
    const paid = await post(`/v1/customers/${i < 9 ? 'c0' : 'c8'}/transactions`, { amount: i, key: `order-${i}` })
    transactions.push(String(paid.body.rdata['key']))
  }
})
afterAll(() => server.close())

describe.each([
  ['/v1/customers', () => customers],
  ['/v1/transactions', () => transactions],
])('GET %s', (path, all) => {
  const newest = () => all().toReversed()

  it('gives ten, the newest first, and whether there are more', async () => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(new Set(keysOf(answer))).toEqual(new Set(newest().slice(0, 10)))
    expect(answer.body.rdata['has_more']).toBe(true)
  })

  it.each([1, 2, 3, 5, 250])('pages forward by %i without skipping or repeating', async (limit) => {
    const whole = keysOf(await get(`${path}?limit=250`))
    const seen: string[] = []
    for (let cursor = '', more = true; more; cursor = `&starting_after=${seen.at(-1)}`) {
      const answer = await get(`${path}?limit=${limit}${cursor}`)
      seen.push(...keysOf(answer))
      more = answer.body.rdata['has_more'] as boolean
    }
    expect(seen).toEqual(whole)
    expect(new Set(seen)).toEqual(new Set(all()))
  })

  it('pages backward: the rows nearest the cursor, in list order', async () => {
    const whole = keysOf(await get(`${path}?limit=250`))
    const answer = await get(`${path}?limit=3&ending_before=${whole[6]}`)
    expect(keysOf(answer)).toEqual(whole.slice(3, 6))
    expect(answer.body.rdata['has_more']).toBe(true)
    const first = await get(`${path}?limit=3&ending_before=${whole[2]}`)
    expect([keysOf(first), first.body.rdata['has_more']]).toEqual([whole.slice(0, 2), false])
  })

  it('says plainly that there is no more', async () => {
    const whole = keysOf(await get(`${path}?limit=250`))
    const answer = await get(`${path}?starting_after=${whole.at(-1)}`)
    expect(answer.body.rdata).toEqual({ items: [], has_more: false })
    expect((await get(`${path}?limit=12`)).body.rdata['has_more']).toBe(false)
  })

  it('turns its order round', async () => {
    const down = keysOf(await get(`${path}?limit=250&order_by=-created_at`))
    expect(keysOf(await get(`${path}?limit=250&order_by=created_at`))).toEqual(down.toReversed())
    expect((await get(`${path}?order_by=updated_at`)).status).toBe(200)
  })

  it('is narrowed by time, both ends included', async () => {
    const answer = await get(`${path}?min_created=${START + 2000}&max_created=${START + 3000}`)
    expect(new Set(keysOf(answer))).toEqual(new Set(all().slice(2, 6)))
    expect(keysOf(await get(`${path}?min_updated=${START + 7000}`))).toEqual([])
    expect(keysOf(await get(`${path}?limit=50&max_updated=${START + 6000}`))).toHaveLength(12)
  })

  it.each([
    ['limit=0', "'limit' must be a whole number, 1 or more"],
    ['limit=-1', "'limit' must be a whole number, 1 or more"],
    ['limit=2.5', "'limit' must be a whole number, 1 or more"],
    ['limit=ten', "'limit' must be a whole number, 1 or more"],
    ['limit=', "'limit' must be a whole number, 1 or more"],
    ['limit=1&limit=2', "'limit' must be given once"],
    ['order_by=name', "'order_by' must be one of created_at, -created_at, updated_at, -updated_at"],
    ['min_created=yesterday', "'min_created' must be a time in milliseconds"],
    ['max_updated=-1', "'max_updated' must be a time in milliseconds"],
    ['include_archived=maybe', "'include_archived' must be true or false"],
    ['starting_after=a&ending_before=b', "Give 'starting_after' or 'ending_before', not both"],
  ])('refuses ?%s', async (query, message) => {
    const answer = await get(`${path}?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({ status: 400, error: message, message })
  })

  it.each(['starting_after', 'ending_before'])('refuses %s a row that is not there', async (name) => {
    const answer = await get(`${path}?${name}=nothing`)
    expect([answer.status, answer.body['error']]).toEqual([400, answer.body['message']])
    expect(answer.body['message']).toContain('nothing')
  })

  it('takes a limit above 250 for 250, and ignores what it does not know', async () => {
    expect((await get(`${path}?limit=100000000000000000000&color=red`)).status).toBe(200)
  })
})

describe('filters', () => {
  it.each<[string, () => string, number]>([
    ['a customer_key', () => '?customer_key=c3', 1],
    ['several', () => '?customer_key=c3,c5, c7,nobody', 3],
    ['nobody', () => '?customer_key=', 0],
    ['a partner_key', () => '?partner_key=bob', 4],
    ['an unknown partner', () => '?partner_key=nobody', 0],
    ['an e-mail in any case', () => '?email=C4%40EXAMPLE.com', 1],
    ['the default group', () => '?group=default', 12],
    ['an unknown group', () => '?group=gold', 0],
    ['two things at once', () => '?partner_key=ada&customer_key=c9', 0],
  ])('customers by %s', async (_name, query, expected) => {
    expect(keysOf(await get(`/v1/customers${query().replaceAll(' ', '%20') || '?'}&limit=50`))).toHaveLength(expected)
  })

  it.each<[string, string, number]>([
    ['a customer_key', '?customer_key=c0', 9],
    ['an e-mail', '?customer_key=c0%40example.com', 9],
    ['an unknown customer', '?customer_key=nobody', 0],
    ['a partner_key', '?partner_key=bob', 3],
    ['a partner_key that is none', '?partner_key=nobody', 0],
  ])('transactions by %s', async (_name, query, expected) => {
    expect(keysOf(await get(`/v1/transactions${query}&limit=50`))).toHaveLength(expected)
  })

  it('both by partnership_key', async () => {
    const bob = await server.books.partner('production', 'bob')
    expect(keysOf(await get(`/v1/customers?partnership_key=${bob?.key}`))).toHaveLength(4)
    expect(keysOf(await get(`/v1/transactions?partnership_key=${bob?.key}`))).toHaveLength(3)
    expect(keysOf(await get('/v1/customers?partnership_key=part_nobody'))).toEqual([])
  })

  it('customers by the key of a group', async () => {
    const group = (await server.books.link('bob'))?.group.key
    expect(keysOf(await get(`/v1/customers?group=${group}&limit=50`))).toHaveLength(12)
  })

  it('the transactions of one customer, paged alike', async () => {
    const first = await get('/v1/customers/c0/transactions?limit=5')
    const rest = await get(`/v1/customers/c0/transactions?limit=5&starting_after=${keysOf(first).at(-1)}`)
    expect([keysOf(first).length, first.body.rdata['has_more']]).toEqual([5, true])
    expect([keysOf(rest).length, rest.body.rdata['has_more']]).toEqual([4, false])
    expect((await get('/v1/customers/nobody/transactions')).status).toBe(404)
  })
})
