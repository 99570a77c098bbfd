import type { Credentials } from '../../src/providers/provider.ts'
import { chargebee } from '../../src/providers/chargebee.ts'
import { body, payment, ref, who } from './chargebee-facts.ts'
import { testProvider } from './contract.ts'
import { allBodies, at, signWith } from './read-sample.ts'
import { anyJson } from './spoil.ts'

const holding = (username: string, ...passwords: string[]): Credentials => ({ secrets: [], username, passwords })

testProvider({
  provider: chargebee,
  signs: 'password',
  ages: false,
  credentials: holding('chargebee', 'standing-new', 'standing:old'),
  foreign: holding('chargebee', 'of-someone-else'),
  sign: signWith('chargebee'),
  shapes: {
    'a payment that succeeded': {
      body: body('payment_succeeded', { customerKey: 'ada', partnerKey: 'grace', amount: 1200, currency: 'JPY' }),
      facts: [payment({ who: who({ customerKey: 'ada', partnerKey: 'grace' }), amount: 1200, currency: 'JPY' })],
    },
    'a payment that failed late': {
      body: body('payment_failed'),
      facts: [{ kind: 'failure', at, payment: ref('txn_abc123'), intent: null }],
    },
    'a refund, by the payment it is of': {
      body: body('payment_refunded', { paymentId: 'txn_1', refundId: 'txn_2', amount: 700 }),
      facts: [
        { kind: 'refund', at, payment: ref('txn_1'), refundId: 'txn_2', amount: 700, failed: false, intent: null },
      ],
    },
    'a customer that was made': {
      body: body('customer_created', { customerKey: 'ada', partnerKey: 'grace', providerKey: 'cb_1' }),
      facts: [
        {
          kind: 'customer.seen',
          at,
          who: who({ customerKey: 'ada', partnerKey: 'grace', platform: ref('cb_1') }),
        },
      ],
    },
    'a subscription that was cancelled': {
      body: body('subscription_cancelled', { productKey: 'pro' }),
      facts: [
        {
          kind: 'subscription',
          at,
          subscription: ref('sample-customer-subscription'),
          who: who({ mayCreate: false }),
          status: 'cancelled',
          deleted: true,
          planKey: 'pro',
          quantity: 1,
          amount: 5000,
          currency: 'USD',
          currentPeriodEnd: at + 30 * 86_400_000,
          cancelledAt: at,
          createdAt: at - 5000,
        },
      ],
    },
  },
  unheardOf: JSON.stringify({ ...JSON.parse(body('customer_created')), event_type: 'moon_landed' }),
  malformed: { body: '<event/>', code: 'MALFORMED_JSON' },
  anyBody: anyJson(allBodies('chargebee')),
})
