import { describe, expect, it } from 'vitest'
import { chargify } from '../../src/providers/chargify.ts'
import { holding, paid, payment, read, who } from './chargify-facts.ts'
import { at } from './read-sample.ts'

describe("Chargify's signature", () => {
  it('fits its published example', () => {
    const delivery = {
      body: Buffer.from('payload[chargify]=testing&event=test'),
      headers: {
        'x-chargify-webhook-signature-hmac-sha-256': '19826d51b9f866b26eda1f154de192593360f8d0bcb63df8a28540a5dcf733f1',
      },
      receivedAt: at,
    }
    expect(() => chargify.verify(delivery, holding('123'))).not.toThrow()
  })
  it.each([
    ['the older one, MD5', { 'x-chargify-webhook-signature': 'd41d8cd98f00b204e9800998ecf8427e' }],
    ['one of another name', { 'x-webhook-signature-hmac-sha-256': 'a'.repeat(64) }],
  ])('is not %s', (_name, headers) => {
    const attempt = () => chargify.verify({ body: Buffer.from(''), headers, receivedAt: at }, holding('123'))
    expect(attempt).toThrow(/Hmac-Sha-256 header is missing/)
  })
})

describe("Chargify's form", () => {
  const pairs = (form: string): [string, string][] => [...new URLSearchParams(form)]
  const form = (of: [string, string][]): string => new URLSearchParams(of).toString()
  const put = (name: string, value: string): string =>
    form(pairs(paid).map(([key, old]) => [key, key === name ? value : old]))
  const without = (name: string): string => form(pairs(paid).filter(([key]) => key !== name))

  it('is read alike in any order, with brackets escaped or not', () => {
    expect(read(form(pairs(paid).reverse())).facts).toEqual([payment()])
  })
  it('may be long and repeat itself', () => {
    const more = Array.from({ length: 1000 }, (_, index): [string, string] => [`payload[pages][url]`, `u${index}`])
    expect(read(form([...pairs(paid), ...more])).facts).toEqual([payment()])
  })
  it('may carry names that programs trip over', () => {
    const odd = ['__proto__', 'constructor[prototype]', 'payload[__proto__][id]', 'payload[subscription]', '[]', '']
    expect(read(form([...odd.map((name): [string, string] => [name, 'x']), ...pairs(paid)])).facts).toEqual([payment()])
  })

  it.each([
    ['an empty reference is none', 'payload[subscription][customer][reference]', '', { who: who() }],
    [
      'a reference is kept as it is',
      'payload[subscription][customer][reference]',
      '00123',
      { who: who({ customerKey: '00123' }) },
    ],
    ['an empty currency is none', 'payload[transaction][memo]', '', {}],
    [
      'times of New York in winter',
      'payload[transaction][created_at]',
      '2026-01-15 12:00:00 -0500',
      { at: Date.UTC(2026, 0, 15, 17), happenedAt: Date.UTC(2026, 0, 15, 17) },
    ],
    [
      'times in summer without their offset',
      'payload[transaction][created_at]',
      '2026-07-15 12:00:00',
      { at: Date.UTC(2026, 6, 15, 16), happenedAt: Date.UTC(2026, 6, 15, 16) },
    ],
    [
      'times in winter without their offset',
      'payload[transaction][created_at]',
      '2026-01-15 12:00:00',
      { at: Date.UTC(2026, 0, 15, 17), happenedAt: Date.UTC(2026, 0, 15, 17) },
    ],
    [
      'newer times',
      'payload[transaction][created_at]',
      '2026-07-15T12:00:00Z',
      { at: Date.UTC(2026, 6, 15, 12), happenedAt: Date.UTC(2026, 6, 15, 12) },
    ],
    ['no product', 'payload[subscription][product][handle]', '', { productKey: null }],
  ])('is read right: %s', (_name, name, value, over) => {
    expect(read(put(name, value)).facts).toEqual([payment(over)])
  })

  it.each([
    ['of the subscription', 'payload[subscription][currency]'],
    ['of the payload', 'payload[currency]'],
    ['of the transaction', 'payload[transaction][currency]'],
  ])('names its currency as that %s', (_name, name) => {
    expect(read(form([...pairs(paid), [name, 'cad']])).facts).toEqual([payment({ currency: 'CAD' })])
    expect(read(form([...pairs(paid), [name, 'dollars']])).facts).toEqual([payment()])
  })

  it.each([
    [
      'no amount',
      without('payload[transaction][amount_in_cents]'),
      /payload\[transaction\]\[amount_in_cents\] could not/,
    ],
    [
      'a fraction',
      put('payload[transaction][amount_in_cents]', '64.00'),
      /payload\[transaction\]\[amount_in_cents\] could/,
    ],
    ['no id', put('payload[transaction][id]', ''), /payload\[transaction\]\[id\] could not be read/],
    ['a payment that did not succeed', put('payload[transaction][success]', 'false'), /did not succeed/],
    [
      'a refund of nothing',
      'event=refund_success&payload[refund_id]=1&payload[amount_in_cents]=1',
      /payload\[payment_id\]/,
    ],
    ['a customer nobody can be', 'event=customer_update&payload[customer][email]=a%40b.test', /names no customer/],
    [
      'a component of a subscription that is not described',
      'event=component_allocation_change&payload[subscription][id]=1',
      /payload\[subscription\]\[state\]/,
    ],
  ])('is ignored for %s, and says why', (_name, sent, reason) => {
    expect(read(sent).verdict).toEqual({ state: 'ignored', reason: expect.stringMatching(reason) })
  })

  it('answers the test event with a friendly word', () => {
    const { eventId, type, verdict } = read('id=123456&event=test&payload[chargify]=testing')
    expect([eventId, type]).toEqual(['123456', 'test'])
    expect(verdict).toEqual({ state: 'ignored', reason: expect.stringMatching(/address and its key work/) })
  })

  it('is known again by its id, else by that of its header, else by its bytes', () => {
    const named = (form: string, headers = {}): string => {
      const delivery = { body: Buffer.from(form), headers, receivedAt: at }
      return chargify.read(delivery, { mode: 'test', currency: 'USD', recordFrom: () => 'charge' }).eventId
    }
    const header = { 'x-chargify-webhook-id': '9' }
    expect(named('id=7&event=test', header)).toBe('7')
    expect(named('event=test', header)).toBe('9')
    expect(named('event=test')).toMatch(/^[0-9a-f]{64}$/)
  })
})
