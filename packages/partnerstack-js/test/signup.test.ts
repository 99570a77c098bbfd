// What is sent of all that a page may have written into `data`.
import { describe, expect, it } from 'vitest'
import { signupFields } from '../src/signup.ts'

const filled = { partner_key: 'ada', xid: 'x1' }
const customer = { customer_key: 'c1', email: 'c@shop.test', name: 'Cleo' }

describe('signupFields', () => {
  it('takes the customer, the referral and the payment, and nothing else that the page keeps in data', () => {
    const data = {
      ...customer,
      ...filled,
      provider_key: 'cus_1',
      amount: 1999,
      currency: 'EUR',
      meta: { plan: 'pro' },
      pscd: 'go.shop.test',
      password: 'secret',
    }
    expect(signupFields(data, filled)).toStrictEqual({
      ...customer,
      ...filled,
      provider_key: 'cus_1',
      amount: 1999,
      currency: 'EUR',
      meta: { plan: 'pro' },
    })
  })

  it.each([
    ['a number', 0],
    ['a string of digits', '1999'],
  ])('passes an amount on that is %s', (_name, amount) => {
    expect(signupFields({ ...filled, amount }, filled)).toMatchObject({ amount })
  })

  it.each([
    ['what the script found', filled, 'ada', 'x1'],
    ['the new spelling', { ps_partner_key: 'eve' }, 'eve', undefined],
    ['the old spelling', { partnerKey: 'eve' }, 'eve', undefined],
    ['the first of all spellings', { partner_key: 'a', ps_partner_key: 'b', partnerKey: 'c' }, 'a', undefined],
    ['the second before the old', { ps_partner_key: 'b', partnerKey: 'c' }, 'b', undefined],
    ['a click id alone', { xid: 'x9' }, undefined, 'x9'],
    [
      'a partner of the page over the one found, without the click found',
      { ...filled, partner_key: 'eve' },
      'eve',
      undefined,
    ],
    ['an old spelling of the page over the one found', { ...filled, partnerKey: 'eve' }, 'eve', undefined],
    ['a middle spelling of the page over the one found', { ...filled, ps_partner_key: 'eve' }, 'eve', undefined],
    ['a pair of the page', { partner_key: 'eve', xid: 'x9' }, 'eve', 'x9'],
    ['the partner found, said again by the page', { ...filled, partnerKey: 'ada' }, 'ada', 'x1'],
    ['a click id of the page beside the partner found', { ...filled, xid: 'x9' }, 'ada', 'x9'],
    ['the partner found, said by the page in a middle spelling alone', { ps_partner_key: 'ada' }, 'ada', undefined],
    [
      'the partner found, said by the page in an old spelling alone',
      { partner_key: '', partnerKey: 'ada' },
      'ada',
      undefined,
    ],
    ['the click found, where the page took the partner out', { ...filled, partner_key: null }, undefined, 'x1'],
  ])('credits %s', (_name, data, partner_key, xid) => {
    expect(signupFields(data, filled)).toMatchObject({ partner_key, xid })
  })

  it.each([
    ['customer_key', { customer_key: 'new' }, 'new'],
    ['key', { key: 'old' }, 'old'],
    ['customer_key before key', { customer_key: 'new', key: 'old' }, 'new'],
    ['key, where customer_key is empty', { customer_key: '', key: 'old' }, 'old'],
    ['neither', {}, undefined],
  ])('names the customer by %s', (_name, data, customer_key) => {
    expect(signupFields({ ...data, xid: 'x1' }, {})).toMatchObject({ customer_key })
  })

  it.each([
    ['nothing', {}],
    ['only a customer', customer],
    ['empty strings', { ...customer, partner_key: '', ps_partner_key: '', partnerKey: '', xid: '' }],
    ['nulls', { ...customer, partner_key: null, ps_partner_key: null, partnerKey: null, xid: null }],
    ['only a link host', { ...customer, pscd: 'go.shop.test' }],
  ])('sees no referral in %s', (_name, data) => {
    expect(signupFields(data, {})).toBeUndefined()
    expect(signupFields(data, filled)).toBeUndefined()
  })
})
