/** What version 2 means by what it takes of rewards and webhooks. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calling, openWorld, payment, type World } from '../support/api-world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.server.close())

const call = calling(() => world)

describe('rewards, triggers and actions', () => {
  it('go through their states', async () => {
    const path = `/rewards/${world.keys['reward']}`
    for (const status of ['approved', 'paid']) {
      const { data } = await call('PATCH', path, { reward_status: status })
      expect([data['reward_status'], data['status']]).toEqual([status, status])
    }
    expect((await call('PATCH', path, { reward_status: 'declined' })).status).toBe(409)
    expect((await call('GET', '/rewards?reward_status=paid')).data['items']).toHaveLength(1)
    expect((await call('GET', '/rewards?reward_status=nonsense')).status).toBe(400)
  })

  it.each<[string, object, object]>([
    ['a percentage', { type: 'percent', percent: 12.5 }, { type: 'percent', percent: 12.5 }],
    ['four decimals', { type: 'percent', percent: 0.0001 }, { type: 'percent', percent: 0.0001 }],
    ['an amount', { type: 'flat', amount: 500, currency: 'eur' }, { type: 'flat', amount: 500, currency: 'EUR' }],
    ["an amount in the program's currency", { type: 'flat', amount: 5 }, { type: 'flat', amount: 5, currency: 'USD' }],
  ])('are earned by %s', async (_what, reward, shown) => {
    const { status, data } = await call('POST', '/triggers', { event: 'transaction', reward })
    expect([status, data['reward']]).toEqual([200, shown])
  })

  it.each([
    [{ type: 'percent', percent: 0 }],
    [{ type: 'percent', percent: 101 }],
    [{ type: 'percent', percent: 0.00001 }],
    [{ type: 'flat', amount: -1 }],
    [{ type: 'other' }],
    [{}],
  ])('are not earned by %j', async (reward) => {
    expect((await call('POST', '/triggers', { event: 'transaction', reward })).status).toBe(400)
  })

  it('change what is earned from then on', async () => {
    await call('PATCH', `/triggers/${world.keys['trigger']}`, { reward: { type: 'percent', percent: 50 } })
    await world.record(payment('c1', 'order-3', 1000))
    const { data } = await call('GET', '/rewards?transaction_key=order-3')
    expect(data['items']).toMatchObject([{ amount: 500, trigger: { key: world.keys['trigger'] } }])
    expect((await call('GET', '/rewards?transaction_key=order-1')).data['items']).toMatchObject([{ amount: 490 }])
  })

  it('name by conditions whom they are for; null and [] ask for nothing', async () => {
    const conditions = { groups: ['gold'], within_months: 3, at_most: null, product_keys: [] }
    const reward = { type: 'percent', percent: 1 }
    const { data } = await call('POST', '/triggers', { event: 'transaction', reward, conditions })
    expect(data['conditions']).toMatchObject({ within_months: 3, at_most: null, product_keys: [] })
    const edited = await call('PATCH', `/triggers/${String(data['key'])}`, { conditions: { within_months: null } })
    expect(edited.data['conditions']).toMatchObject({ within_months: null, groups: [expect.stringMatching(/^grup_/)] })
  })

  it.each(['/v1/actions', '/actions'])('are told of at %s in the words clients wait for', async (path) => {
    const body = { target_type: 'customer', target_key: 'c1', type: 'upload', value: 2 }
    expect(await call('POST', path, body)).toMatchObject({ status: 200, message: 'Action tracked successfully' })
    expect((await call('POST', path, {})).message).toBe("'target_type' is a required property")
    expect((await call('GET', '/actions?action_type=upload&customer_key=c1')).data['items']).toHaveLength(2)
  })
})

describe('webhooks', () => {
  it('tell their secret once', async () => {
    const { data } = await call('POST', '/webhooks', {
      target: 'https://127.0.0.1/',
      events: ['customer_created', '*'],
    })
    expect(data['secret']).toMatch(/^whsec_/)
    expect(data['events']).toEqual(['*'])
    const shown = await call('GET', `/webhooks/${String(data['key'])}`)
    expect(shown.data).not.toHaveProperty('secret')
    expect(JSON.stringify((await call('GET', '/webhooks')).data)).not.toContain('whsec')
  })

  it('are switched off and on', async () => {
    expect((await call('PATCH', '/webhooks/hook_1', { enabled: false })).data).toMatchObject({
      ...{ enabled: false, disabled_reason: 'switched off by hand' },
    })
    expect((await call('PATCH', '/webhooks/hook_1', { enabled: true })).data).toMatchObject({ disabled_reason: null })
  })

  it.each([
    ['/webhooks', { target: 'https://127.0.0.1/', events: ['nonsense'] }, /^'events' names no event/],
    ['/webhooks', { target: 'https://127.0.0.1/', events: [] }, /^'events' must name one event/],
    ['/webhooks', { target: 'https://u:p@127.0.0.1/', events: ['*'] }, /^'target' must not hold a user name/],
    ['/v1/webhooks', { target_url: 'ftp://127.0.0.1/', event: '*' }, /^'target_url' must be an http/],
    ['/v1/webhooks', { target_url: 'https://127.0.0.1/', event: 'x' }, /^'event' names no event.*customer_created/],
  ])('at %s are not made of %j', async (path, body, message) => {
    const answer = await call('POST', path, body)
    expect([answer.status, answer.message]).toEqual([400, expect.stringMatching(message)])
  })
})
