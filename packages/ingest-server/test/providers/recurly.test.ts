import type { Credentials } from '../../src/providers/provider.ts'
import { recurly } from '../../src/providers/recurly.ts'
import { testProvider, type ProviderCase } from './contract.ts'
import { allBodies, at, signWith } from './read-sample.ts'
import { body, number, payment, ref, subscription, who } from './recurly-facts.ts'
import { anyXml } from './spoil.ts'

const euros = { currency: 'EUR' }

const common: Omit<ProviderCase, 'signs' | 'ages' | 'credentials' | 'foreign'> = {
  provider: recurly,
  sign: signWith('recurly'),
  shapes: {
    'a payment': {
      body: body('successful_payment', { customerKey: '00123', productKey: 'gold' }),
      options: euros,
      facts: [payment({ who: who('00123'), productKey: 'gold', intent: `00123#${number}` })],
    },
    'a payment that was voided': {
      body: body('void_payment'),
      facts: [{ kind: 'failure', at, payment: ref('abc123'), intent: null }],
    },
    'a payment that failed': {
      body: body('failed_payment', { paymentId: 'p1' }),
      facts: [{ kind: 'failure', at, payment: ref('p1'), intent: null }],
    },
    'a refund, which names no payment': {
      body: body('successful_refund', { paymentId: 'abc123', refundId: 'r1', amount: 235 }),
      options: euros,
      facts: [
        {
          kind: 'loose-refund',
          at,
          refund: ref('r1'),
          amount: 235,
          currency: 'EUR',
          customer: ref('sample-account'),
          intent: `sample-account#${number}`,
          chosen: null,
        },
      ],
    },
    'a new account': { body: body('new_account'), facts: [{ kind: 'customer.seen', at, who: who() }] },
    'an account whose card changed': {
      body: body('billing_info_updated'),
      facts: [{ kind: 'customer.seen', at, who: who() }],
    },
    'an account that came back with its subscription': {
      body: body('reactivated_account'),
      options: euros,
      facts: [{ kind: 'customer.seen', at, who: who() }, subscription()],
    },
    'a subscription that expired': {
      body: body('expired_subscription'),
      options: euros,
      facts: [subscription({ status: 'expired', deleted: true, cancelledAt: at })],
    },
    'a subscription that is canceled, and runs to the end of its term': {
      body: body('canceled_subscription'),
      options: euros,
      facts: [subscription({ status: 'canceled', cancelledAt: at })],
    },
  },
  unheardOf: '<?xml version="1.0"?><moon_landed_notification><moon>1</moon></moon_landed_notification>',
  malformed: { body: 'id=1&event=payment_success', code: 'BAD_REQUEST' },
  anyBody: anyXml(allBodies('recurly')),
}

const basic = { username: 'recurly', passwords: ['standing-new', 'standing-old'] }
const foreign: Credentials = { username: 'recurly', passwords: ['of-someone-else'], secrets: ['key-of-someone-else'] }

testProvider({
  ...common,
  way: 'by password',
  signs: 'password',
  ages: false,
  credentials: { ...basic, secrets: [] },
  foreign: { ...foreign, secrets: [] },
})

testProvider({
  ...common,
  way: 'by password and signature',
  signs: 'body',
  ages: true,
  credentials: { ...basic, secrets: ['key-new', 'key-old'] },
  foreign,
})
