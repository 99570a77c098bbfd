import { describe, expect, it } from 'vitest'
import type { RawDelivery } from '../../src/providers/provider.ts'
import { recurly } from '../../src/providers/recurly.ts'
import { signWith } from './read-sample.ts'
import { body, number, payment, read } from './recurly-facts.ts'

const basic = { username: 'recurly', passwords: ['standing-new', 'standing-old'] }
const sign = signWith('recurly')

describe("Recurly's signature", () => {
  const held = { ...basic, secrets: ['key-new'] }
  const delivery = (headers: RawDelivery['headers']): RawDelivery => ({
    body: Buffer.from('<a/>'),
    headers: { authorization: `Basic ${btoa('recurly:standing-new')}`, ...headers },
    receivedAt: 1_663_103_925_004,
  })

  it('may be missing, as on all XML', () => {
    expect(() => recurly.verify(delivery({}), held)).not.toThrow()
  })
  it('is not looked at where its key is not known here', () => {
    expect(() => recurly.verify(delivery({ 'recurly-signature': '1,00' }), { ...basic, secrets: [] })).not.toThrow()
  })
  it('does not stand in for the password', () => {
    const { authorization: _, ...headers } = sign('<a/>', { ...held, passwords: [] }, 1_663_103_925_004, 0)
    const attempt = () => recurly.verify({ ...delivery({}), headers }, held)
    expect(attempt).toThrow(expect.objectContaining({ code: 'INVALID_SIGNATURE' }))
  })
  it.each(['', ',', 'x', '1663103925004', '1663103925.004,00', ' ,00'])(
    'is refused as malformed where it is %j',
    (text) => {
      const attempt = () => recurly.verify(delivery({ 'recurly-signature': text }), held)
      expect(attempt).toThrow(expect.objectContaining({ code: 'INVALID_SIGNATURE' }))
    },
  )
  it('may be one of several', () => {
    const [time, hex] = sign('<a/>', held, 1_663_103_925_004, 0)['recurly-signature']!.split(',')
    const several = delivery({ 'recurly-signature': `${time},${'0'.repeat(64)}, ${hex}` })
    expect(() => recurly.verify(several, held)).not.toThrow()
  })
})

describe('money at Recurly', () => {
  const spoilt = (what: string, from: RegExp | string, to: string) => read(body(what).replace(from, to))

  it('counts from a capture as from a purchase', () => {
    expect(spoilt('successful_payment', '>purchase<', '>capture<').facts).toEqual([payment()])
  })
  it.each([
    ['an authorisation', 'successful_payment', '>purchase<', '>authorization<', /nothing was collected.*authorization/],
    ['a verification', 'successful_payment', '>purchase<', '>verify<', /nothing was collected/],
    ['a payment under way', 'successful_payment', '>success<', '>pending<', /not done: its status is pending/],
    ['a refund that was declined', 'successful_refund', '>success<', '>declined<', /not done: its status is declined/],
    ['no amount', 'successful_payment', '>5000<', '><', /amount_in_cents could not be read/],
    ['a fraction of a cent', 'successful_payment', '>5000<', '>0.5<', /amount_in_cents could not be read/],
    ['an amount beyond counting', 'successful_payment', '>5000<', '>9007199254740993<', /amount_in_cents could not be/],
  ])('ignores %s, and says why', (_name, what, from, to, reason) => {
    expect(spoilt(what, from, to).verdict).toEqual({ state: 'ignored', reason: expect.stringMatching(reason) })
  })

  it.each([
    ['<invoice_number_prefix>DE-</invoice_number_prefix>', `sample-account#DE-${number}`],
    ['<invoice_number_prefix nil="true"/>', `sample-account#${number}`],
  ])('is named by account and invoice number, with the prefix that makes it one: %s', (prefix, intent) => {
    const plain = '<invoice_number_prefix></invoice_number_prefix>'
    expect(spoilt('successful_payment', plain, prefix).facts).toMatchObject([{ intent }])
    expect(spoilt('successful_refund', plain, prefix).facts).toMatchObject([{ kind: 'loose-refund' }])
  })
  it('has no such name without an invoice number', () => {
    expect(spoilt('successful_payment', /<invoice_number type.*/, '').facts).toEqual([payment({ intent: null })])
  })

  it.each(['successful_payment', 'void_payment', 'failed_payment', 'successful_refund'])(
    'is play money in %s of a test gateway, on the production URL only',
    (what) => {
      const test = body(what)
      expect(read(test, { mode: 'production' }).verdict).toEqual({ state: 'ignored', reason: 'test payment' })
      expect(read(test).verdict).toBeNull()
      expect(read(body(what, { mode: 'production' }), { mode: 'production' }).verdict).toBeNull()
    },
  )
})

describe('which notification of Recurly it is', () => {
  const idOf = (xml: string): string => read(xml).eventId

  it('is told by the root, the transaction and how it stood', () => {
    expect(idOf(body('successful_payment'))).toBe('successful_payment_notification:abc123:purchase:success')
    expect(idOf(body('successful_payment', { amount: 1 }))).toBe(idOf(body('successful_payment')))
    expect(idOf(body('void_payment'))).not.toBe(idOf(body('successful_payment')))
  })
  it('is told by its bytes where no transaction names it, so that every change counts', () => {
    expect(idOf(body('updated_subscription'))).toBe(idOf(body('updated_subscription')))
    expect(idOf(body('updated_subscription', { amount: 1 }))).not.toBe(idOf(body('updated_subscription')))
  })
  it('is unsupported as JSON, with the way to XML', () => {
    const json = { id: 'n1', object_type: 'payment', site_id: 's', event_type: 'succeeded', uuid: 'u' }
    expect(read(` ${JSON.stringify(json)}`)).toEqual({
      account: '',
      eventId: 'n1',
      type: 'succeeded',
      facts: [],
      verdict: { state: 'unsupported', reason: expect.stringContaining('choose XML') },
    })
  })
  it('is malformed as JSON cut short', () => {
    expect(() => read('{"id":')).toThrow(expect.objectContaining({ code: 'MALFORMED_JSON' }))
  })
})
