import Stripe from 'stripe'
import { describe, expect, it } from 'vitest'
import { verify } from '../../src/providers/stripe/signature.ts'
import { chargeEvent, sign } from '../support/stripe-events.ts'

const { webhooks } = new Stripe('sk_test_none')
const secret = 'whsec_here'
const now = 1_780_000_000_000
const body = JSON.stringify(chargeEvent('charge.succeeded', { description: 'Zoë’s café ☕' }))
const good = sign(body, secret, now).split('v1=')[1] ?? ''
const wrong = sign(body, 'whsec_elsewhere', now).split('v1=')[1] ?? ''
const time = 't=1780000000'

interface Attempt {
  readonly header?: string
  readonly secrets?: readonly string[]
  readonly content?: string | Buffer
  readonly receivedAt?: number
}

function attempt({ header, secrets = [secret], content = body, receivedAt = now }: Attempt): () => void {
  const headers = header === undefined ? {} : { 'stripe-signature': header }
  return () =>
    verify({ body: Buffer.from(content as string), headers, receivedAt }, { secrets, username: null, passwords: [] })
}

describe('the signature of a Stripe delivery', () => {
  it('is what it was worked out to be once, by hand, with openssl', () => {
    const header = 't=1780000000,v1=aae2ba747005a11859120dccce2f19d1bd5b1162fc1120da6c57e88c1623cdc7'
    expect(attempt({ header, content: '{"id":"evt_1","type":"charge.succeeded"}' })).not.toThrow()
  })

  it("is what Stripe's own library makes", () => {
    const timestamp = now / 1000
    expect(sign(body, secret, now)).toBe(webhooks.generateTestHeaderString({ payload: body, secret, timestamp }))
  })

  it("is what Stripe's own library accepts", () => {
    const seconds = Math.floor(Date.now() / 1000)
    expect(webhooks.constructEvent(body, sign(body, secret, seconds * 1000), secret).type).toBe('charge.succeeded')
  })

  it.each([
    ['one v1', `${time},v1=${good}`],
    ['the v1 before the time', `v1=${good},${time}`],
    ['two v1, the second ours, as while Stripe rolls a secret', `${time},v1=${wrong},v1=${good}`],
    ['two v1, the first ours', `${time},v1=${good},v1=${wrong}`],
    ['a v0 beside the v1', `${time},v1=${good},v0=${wrong}`],
    ['a scheme of the future beside the v1', `${time},v1=${good},v2=abc`],
    ['spaces after the commas', `${time}, v1=${good}`],
  ])('is accepted with %s', (_name, header) => {
    expect(attempt({ header })).not.toThrow()
  })

  it.each([
    ['only a v0, though it fits', `${time},v0=${good}`, /no v1/],
    ['a v0 that fits and a v1 that does not', `${time},v0=${good},v1=${wrong}`, /No signature fits/],
    ['an empty v1', `${time},v1=`, /no v1/],
    ['a v1 that is not hex', `${time},v1=${'z'.repeat(64)}`, /No signature fits/],
    ['only the beginning of the v1', `${time},v1=${good.slice(0, 32)}`, /No signature fits/],
    ['a v1 with more behind it', `${time},v1=${good}00`, /No signature fits/],
    ['no time', `v1=${good}`, /could not be read/],
    ['a time that is not a number', `t=now,v1=${good}`, /could not be read/],
    ['a time with a fraction', `${time}.5,v1=${good}`, /could not be read/],
    ['a negative time', `t=-1780000000,v1=${good}`, /could not be read/],
    ['two times', `${time},t=1780000001,v1=${good}`, /could not be read/],
    ['another time than was signed', `t=1780000001,v1=${good}`, /No signature fits/],
    ['nothing', '', /header is missing/],
    ['something else entirely', 'Bearer whsec_here', /could not be read/],
  ])('is refused with %s', (_name, header, message) => {
    expect(attempt({ header })).toThrow(expect.objectContaining({ code: 'INVALID_SIGNATURE', status: 401 }))
    expect(attempt({ header })).toThrow(message)
  })

  it('is asked for where the header is missing, with a word on proxies', () => {
    expect(attempt({})).toThrow(/Stripe-Signature header is missing.*proxy/)
  })

  it('is over the bytes themselves, not over what they mean', () => {
    const header = `${time},v1=${good}`
    const pretty = JSON.stringify(JSON.parse(body), null, 2)
    expect(attempt({ header, content: pretty })).toThrow(/wrong|not the one|altered/)
    expect(attempt({ header, content: Buffer.from(body, 'latin1') })).toThrow(/No signature fits/)
  })

  it('says which command sets the secret where none is set', () => {
    const said = attempt({ header: `${time},v1=${good}`, secrets: [] })
    expect(said).toThrow(expect.objectContaining({ code: 'WEBHOOK_NOT_CONFIGURED', status: 401 }))
    expect(said).toThrow('partnerstack-ingest webhook set stripe --secret whsec_')
  })

  it('is refused where the only secret is blank, though it was signed with that', () => {
    const header = sign(body, ' ', now)
    expect(attempt({ header, secrets: [' '] })).toThrow(expect.objectContaining({ code: 'WEBHOOK_NOT_CONFIGURED' }))
  })

  it.each([
    ['the first', [secret, 'whsec_b', 'whsec_c']],
    ['the last', ['whsec_a', 'whsec_b', secret]],
    ['the one beside a blank', ['', secret]],
  ])('is accepted by %s of several standing secrets', (_name, secrets) => {
    expect(attempt({ header: `${time},v1=${good}`, secrets })).not.toThrow()
  })

  it.each([
    ['old', now + 300_001, 'STALE_SIGNATURE', /Signed 300 s ago.*clock is fast/],
    ['from the future', now - 301_000, 'STALE_SIGNATURE', /301 s in the future.*clock is probably slow/],
    ['of a time nobody can tell', NaN, 'STALE_SIGNATURE', /clock/],
  ])('is refused when it is %s, naming the clock', (_name, receivedAt, code, message) => {
    const said = attempt({ header: `${time},v1=${good}`, receivedAt })
    expect(said).toThrow(expect.objectContaining({ code, status: 401 }))
    expect(said).toThrow(message)
  })

  it('is called wrong, not old, when it is both: the time of a forgery means nothing', () => {
    expect(attempt({ header: `t=1,v1=${wrong}` })).toThrow(expect.objectContaining({ code: 'INVALID_SIGNATURE' }))
  })
})
