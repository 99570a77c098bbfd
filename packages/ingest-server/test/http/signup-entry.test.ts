import { describe, expect, it } from 'vitest'
import type { SignupFact } from '../../src/facts.ts'
import { signupEntry } from '../../src/inbox/signup-entry.ts'

function read(fields: Record<string, unknown>): SignupFact {
  const body = Buffer.from(JSON.stringify({ customer_key: 'c1', partner_key: 'ada', ...fields }))
  const entry = signupEntry({ mode: 'test', body, headers: {}, receivedAt: 1, eventId: 'made up' })
  return entry.facts[0] as SignupFact
}
const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) })

describe('what the browser posts', () => {
  it.each<[name: string, sent: Record<string, unknown>, read: Partial<SignupFact>]>([
    ['a key that is a number', { customer_key: 42 }, { customerKey: '42' }],
    ['a key with spaces around it', { customer_key: ' c1 ' }, { customerKey: 'c1' }],
    ['an empty e-mail', { email: '  ' }, { email: null }],
    ['a null e-mail', { email: null }, { email: null }],
    ['an e-mail that is an object', { email: {} }, { email: null }],
    ['a provider_key', { provider_key: 'cus_1' }, { providerKey: 'cus_1' }],
    ['a long name', { name: 'x'.repeat(300) }, { name: 'x'.repeat(100) }],
    ['a name cut within a character', { name: `${'x'.repeat(99)}🦊` }, { name: `${'x'.repeat(99)}\uFFFD` }],
    ['a name that is no text', { name: { first: 'A' } }, { name: null }],
    ['meta', { meta: { plan: 'pro' } }, { meta: { plan: 'pro' } }],
    ['meta that is no object', { meta: 'pro' }, { meta: null }],
    ['meta that is a list', { meta: [1] }, { meta: null }],
    ['meta that nests without end', { meta: nested(200) }, { meta: null }],
    ['a page with a fragment', { page: 'https://a.test/x?y#z' }, { page: 'https://a.test/x?y' }],
    ['a page that is only a fragment', { page: '#z' }, { page: null }],
    ['an endless page', { page: `https://a.test/${'x'.repeat(9000)}` }, { page: `https://a.test/${'x'.repeat(2033)}` }],
    ['a page that is no text', { page: 1 }, { page: null }],
    ['no amount', {}, { amount: null, amountProblem: null, currency: null }],
    ['an empty amount', { amount: '' }, { amount: null, amountProblem: null }],
    ['a currency without an amount', { currency: 'eur' }, { amount: null, currency: null }],
    ['an amount without a currency', { amount: 5 }, { amount: 5, currency: null }],
    ['a currency in small letters', { amount: 5, currency: ' usd ' }, { amount: 5, currency: 'USD' }],
    ['an amount of whole units written with a point', { amount: 5.0 }, { amount: 5 }],
  ])('is read leniently: %s', (_name, sent, expected) => {
    expect(read(sent)).toMatchObject(expected)
  })

  it.each([
    ['12.5', 'the amount "12.5" is not a whole number'],
    [12.5, 'the amount 12.5 is not a whole number'],
    ['1e3', 'the amount "1e3" is not a whole number'],
    ['0x10', 'the amount "0x10" is not a whole number'],
    [['1'], 'the amount ["1"] is not a whole number'],
  ])('says why the amount %j was not recorded', (amount, problem) => {
    expect(read({ amount })).toMatchObject({ amount: null, amountProblem: expect.stringContaining(problem) })
  })

  it.each(['EURO', 'E1', 5])('does not record an amount in the currency %j', (currency) => {
    expect(read({ amount: 5, currency })).toMatchObject({
      amount: null,
      amountProblem: expect.stringContaining('currency'),
    })
  })

  it('is one sign-up per signup_id, else per delivery', () => {
    const entry = (fields: object) => {
      const body = Buffer.from(JSON.stringify({ email: 'a@b.c', xid: 'X', ...fields }))
      return signupEntry({ mode: 'test', body, headers: {}, receivedAt: 1, eventId: 'made up' }).delivery?.eventId
    }
    expect([entry({ signup_id: 's1' }), entry({ signup_id: 7 }), entry({ signup_id: '' }), entry({})]).toEqual([
      ...['s1', '7', 'made up', 'made up'],
    ])
  })
})
