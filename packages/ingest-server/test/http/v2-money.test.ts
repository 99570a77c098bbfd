/** What version 2 means by what it takes of customers and what they pay: the rules that no schema can say. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calling, openWorld, type World } from '../support/api-world.ts'
import { START } from '../support/http.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.server.close())

const call = calling(() => world)

describe('customers', () => {
  it.each([[null], [undefined]])('have their e-mail for a key where customer_key is %s', async (customer_key) => {
    const made = await call('POST', '/customers', { customer_key, email: ' New@Example.com ', partner_key: 'ada' })
    expect(made.data).toMatchObject({ customer_key: 'new@example.com', email: 'New@Example.com' })
    const again = await call('POST', '/customers', { email: 'NEW@example.com', partner_key: 'bob' })
    expect(again.data).toMatchObject({ key: made.data['key'], partner_key: 'ada' })
  })

  it('show what was given as fields, and meta as empty', async () => {
    const { data } = await call('PATCH', '/customers/c1', { meta: { plan: 'pro', seats: 3 } })
    expect(data).toMatchObject({ meta: {}, field_data: { plan: 'pro', seats: 3 }, mdata: { plan: 'pro', seats: 3 } })
    expect(data['fields']).toContainEqual({ api_name: 'seats', name: 'seats', value: 3, read_only: false })
    expect((await call('PATCH', '/customers/c1', { meta: { seats: 4 } })).data['field_data']).toEqual({
      plan: 'pro',
      seats: 4,
    })
  })

  it('keep their partner, whoever asks', async () => {
    expect((await call('PATCH', '/customers/c1', { partner_key: 'bob' })).data['partner_key']).toBe('ada')
  })
})

describe('transactions', () => {
  it.each([
    ['customer_key', () => 'c1'],
    ['customer_key', () => world.keys['customer'] ?? ''],
    ['customer_external_key', () => 'c1'],
    ['customer_email', () => 'C1@example.com'],
  ])('name their customer by %s', async (name, value) => {
    const { status, data } = await call('POST', '/transactions', { [name]: value(), amount: 100 })
    expect([status, data['customer_key']]).toEqual([200, 'c1'])
  })

  it.each([
    ['no customer', {}],
    ['two', { customer_key: 'c1', customer_email: 'c1@example.com' }],
    ['all three', { customer_key: 'c1', customer_email: 'c1@example.com', customer_external_key: 'c1' }],
  ])('are refused with %s', async (_what, names) => {
    const { status, message } = await call('POST', '/transactions', { ...names, amount: 100 })
    expect([status, message]).toEqual([
      400,
      "Give exactly one of 'customer_key', 'customer_external_key' and 'customer_email'",
    ])
  })

  it.each([
    ['customer_external_key', () => world.keys['customer']],
    ['customer_external_key', () => 'c1@example.com'],
    ['customer_email', () => 'c1'],
    ['customer_key', () => 'c1@example.com'],
  ])('take %s for nothing else: 404', async (name, value) => {
    const { status } = await call('POST', '/transactions', { [name]: value(), amount: 100 })
    expect([400, 404]).toContain(status)
  })

  it('prefer the internal key where one customer is called what another is', async () => {
    const body = { customer_key: world.keys['customer'], email: 'odd@example.com', partner_key: 'bob' }
    expect((await call('POST', '/customers', body)).status).toBe(200)
    const named = { customer_key: world.keys['customer'], amount: 1 }
    expect((await call('POST', '/transactions', named)).data).toMatchObject({ customer: { external_key: 'c1' } })
    const external = { customer_external_key: world.keys['customer'], amount: 1 }
    expect((await call('POST', '/transactions', external)).data).toMatchObject({ partner_key: 'bob' })
  })

  it.each([-50_000_000_000, -1, 0, 50_000_000_000])('take an amount of %i', async (amount) => {
    const { status, data } = await call('POST', '/transactions', { customer_key: 'c1', amount })
    expect([status, data['amount']]).toEqual([200, amount])
  })

  it('say when they were, and a retry of it is the same', async () => {
    const body = { customer_key: 'c1', amount: 5, key: 'old-1', created_at: START - 1_000_000 }
    const { data } = await call('POST', '/transactions', body)
    expect(data).toMatchObject({ created_at: START - 1_000_000, updated_at: START })
    expect((await call('POST', '/transactions', body)).data).toEqual(data)
    expect((await call('POST', '/transactions', { ...body, created_at: undefined })).data).toEqual(data)
    const { status, message } = await call('POST', '/transactions', { ...body, created_at: START })
    expect([status, message]).toEqual([409, expect.stringContaining('created_at differs')])
  })

  it.each<[string, unknown, string]>([
    [
      '26 attributes',
      Object.fromEntries(Array.from({ length: 26 }, (_one, n) => [`a${n}`, 1])),
      'at most 25 attributes',
    ],
    ['a long name', { ['x'.repeat(31)]: 1 }, 'names of at most 30'],
    ['a long value', { a: 'x'.repeat(101) }, 'plain values of at most 100'],
    ['a value with something in it', { a: {} }, 'plain values'],
  ])('are refused with metadata of %s', async (_what, metadata, message) => {
    const answer = await call('POST', '/transactions', { customer_key: 'c1', amount: 5, metadata })
    expect([answer.status, answer.message]).toEqual([400, expect.stringContaining(message)])
  })
})
