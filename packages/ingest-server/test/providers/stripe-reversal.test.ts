import { describe, expect, it } from 'vitest'
import { disputeEvent, refundEvent, versions } from '../support/stripe-events.ts'
import { at, invoices, read, ref } from './read-stripe.ts'

const refund = {
  kind: 'refund',
  at,
  payment: ref('ch_ada'),
  refundId: 're_ada',
  amount: 1000,
  failed: true,
  intent: 'pi_ada',
}
const dispute = { kind: 'dispute', at, payment: ref('ch_ada'), disputeId: 'dp_ada', amount: 5000, intent: 'pi_ada' }

describe('a refund that did not arrive', () => {
  it.each([
    ['refund.failed', refundEvent('refund.failed')],
    ['refund.failed without a status', refundEvent('refund.failed', { status: undefined })],
    ['charge.refund.updated to failed', refundEvent('charge.refund.updated', { status: 'failed' })],
    ['charge.refund.updated to canceled', refundEvent('charge.refund.updated', { status: 'canceled' })],
    ['refund.updated to failed', refundEvent('refund.updated', { status: 'failed' })],
    ['a refund whose charge is expanded', refundEvent('refund.failed', { charge: { id: 'ch_ada', object: 'charge' } })],
  ])('is told by %s', (_name, sent) => {
    expect(read(sent)).toMatchObject({ facts: [refund], verdict: null })
    expect(read(sent, invoices).facts).toEqual([refund])
  })

  it.each(versions)('is read in the shape of API version %s', (api_version) => {
    expect(read(refundEvent('charge.refund.updated', { status: 'failed' }, { api_version })).facts).toEqual([refund])
  })

  it('needs no intent', () => {
    expect(read(refundEvent('refund.failed', { payment_intent: null })).facts).toEqual([{ ...refund, intent: null }])
  })

  it.each(['succeeded', 'pending', 'requires_action', null])('is not told by a refund that is %s', (status) => {
    expect(read(refundEvent('charge.refund.updated', { status }))).toMatchObject({
      facts: [],
      verdict: { state: 'ignored', reason: 'the refund stands; what went back is read from the charge' },
    })
  })

  it.each([
    ['id', undefined],
    ['amount', '1000'],
    ['amount', -1],
    ['charge', null],
    ['payment_intent', 7],
  ])('is ignored, naming %s, when that is %j', (field, value) => {
    const { facts, verdict } = read(refundEvent('refund.failed', { [field]: value }))
    expect(facts).toEqual([])
    expect(verdict?.reason).toContain(`data.object.${field} could not be read`)
  })
})

describe('disputed money', () => {
  it.each([
    ['charge.dispute.funds_withdrawn', 'withdrawn'],
    ['charge.dispute.funds_reinstated', 'reinstated'],
  ])('moves with %s', (type, state) => {
    expect(read(disputeEvent(type))).toMatchObject({ facts: [{ ...dispute, state }], verdict: null })
    expect(read(disputeEvent(type), invoices).facts).toEqual([{ ...dispute, state }])
  })

  it.each(versions)('is read in the shape of API version %s', (api_version) => {
    const sent = disputeEvent('charge.dispute.funds_withdrawn', {}, { api_version })
    expect(read(sent).facts).toEqual([{ ...dispute, state: 'withdrawn' }])
  })

  it.each([
    ['over a part of the charge', { amount: 1200 }, { amount: 1200 }],
    ['with the charge expanded', { charge: { id: 'ch_ada' } }, {}],
    ['without an intent, as before 2019', { payment_intent: undefined }, { intent: null }],
  ])('is read %s', (_name, over, expected) => {
    const sent = disputeEvent('charge.dispute.funds_withdrawn', over)
    expect(read(sent).facts).toEqual([{ ...dispute, state: 'withdrawn', ...expected }])
  })

  it.each(['charge.dispute.created', 'charge.dispute.updated', 'charge.dispute.closed'])(
    'does not move with %s',
    (type) => {
      expect(read(disputeEvent(type))).toMatchObject({ facts: [], verdict: { state: 'ignored' } })
    },
  )

  it.each([
    ['id', ''],
    ['amount', 0.5],
    ['charge', undefined],
  ])('is ignored, naming %s, when that is %j', (field, value) => {
    const { facts, verdict } = read(disputeEvent('charge.dispute.funds_withdrawn', { [field]: value }))
    expect(facts).toEqual([])
    expect(verdict?.reason).toContain(`data.object.${field} could not be read`)
  })
})
