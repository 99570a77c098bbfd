import Stripe from 'stripe'
import { stripe } from '../../src/providers/stripe.ts'
import type { Credentials } from '../../src/providers/provider.ts'
import {
  chargeEvent,
  customerEvent,
  disputeEvent,
  event,
  invoiceEvent,
  invoicePaymentPaid,
  refundEvent,
  subscriptionEvent,
} from '../support/stripe-events.ts'
import { testProvider } from './contract.ts'
import { at, chargeFact, invoiceFact, invoices, ref, tieFact, who } from './read-stripe.ts'
import { anyJson } from './spoil.ts'

const { webhooks } = new Stripe('sk_test_none')
const holding = (...secrets: string[]): Credentials => ({ secrets, username: null, passwords: [] })
const sent = (body: unknown): string => JSON.stringify(body)

const known = [
  chargeEvent('charge.succeeded', { metadata: { customer_key: 'ada', partner_key: 'grace' } }),
  chargeEvent('charge.refunded', { amount_refunded: 1000 }, { api_version: '2020-08-27' }),
  chargeEvent('charge.failed', { status: 'failed', captured: false }),
  customerEvent('customer.updated'),
  refundEvent('refund.failed'),
  disputeEvent('charge.dispute.funds_withdrawn'),
  invoiceEvent('invoice.payment_succeeded'),
  invoiceEvent('invoice.payment_succeeded', {}, { api_version: '2024-10-28.acacia' }),
  invoicePaymentPaid(),
  subscriptionEvent('customer.subscription.updated'),
]

testProvider({
  provider: stripe,
  signs: 'body',
  ages: true,
  credentials: holding('whsec_standing_new', 'whsec_standing_old'),
  foreign: holding('whsec_of_someone_else'),
  sign: (body, { secrets }, now, index) => ({
    'stripe-signature': webhooks.generateTestHeaderString({
      payload: body,
      // Stripe's library will not sign with a blank secret; the refusal must not depend on that.
      secret: secrets[index]?.trim() || 'whsec_blank',
      timestamp: Math.floor(now / 1000),
    }),
  }),
  shapes: {
    'a charge that succeeded': { body: sent(chargeEvent('charge.succeeded')), facts: [chargeFact()] },
    'a charge where invoices count, as evidence': {
      body: sent(chargeEvent('charge.succeeded')),
      options: invoices,
      facts: [chargeFact({ records: false })],
    },
    'a charge that was captured': {
      body: sent(chargeEvent('charge.captured')),
      facts: [chargeFact({ role: 'capture' })],
    },
    'a charge that failed': {
      body: sent(chargeEvent('charge.failed', { status: 'failed', captured: false })),
      facts: [{ kind: 'failure', at, payment: ref('ch_ada'), intent: null }],
    },
    'a charge that was refunded': {
      body: sent(chargeEvent('charge.refunded', { amount_refunded: 1000 })),
      facts: [chargeFact({ role: 'refund', refundedTotal: 1000 })],
    },
    'a refund that failed': {
      body: sent(refundEvent('refund.failed')),
      facts: [
        {
          kind: 'refund',
          at,
          payment: ref('ch_ada'),
          refundId: 're_ada',
          amount: 1000,
          failed: true,
          intent: 'pi_ada',
        },
      ],
    },
    'disputed money that left': {
      body: sent(disputeEvent('charge.dispute.funds_withdrawn')),
      facts: [
        {
          kind: 'dispute',
          at,
          payment: ref('ch_ada'),
          disputeId: 'dp_ada',
          amount: 5000,
          state: 'withdrawn',
          intent: 'pi_ada',
        },
      ],
    },
    'an invoice that was paid': {
      body: sent(invoiceEvent('invoice.payment_succeeded')),
      options: invoices,
      facts: [invoiceFact()],
    },
    'what paid an invoice': { body: sent(invoicePaymentPaid()), facts: [tieFact('pi_ada')] },
    'a customer that was made': {
      body: sent(customerEvent('customer.created')),
      facts: [{ kind: 'customer.seen', at, who: who({ email: 'ada@example.test', name: 'Ada Lovelace' }) }],
    },
    'a subscription that changed': {
      body: sent(subscriptionEvent('customer.subscription.updated')),
      facts: [
        {
          kind: 'subscription',
          at,
          subscription: ref('sub_ada'),
          who: who({ mayCreate: false }),
          status: 'active',
          deleted: false,
          planKey: 'price_seat',
          quantity: 2,
          amount: 3000,
          currency: 'USD',
          currentPeriodEnd: at + 30 * 86_400_000,
          cancelledAt: null,
          createdAt: at,
        },
      ],
    },
  },
  unheardOf: sent(event('moon.landed', { id: 'moon_1', object: 'moon' })),
  malformed: { body: 'id=evt_1&type=charge.succeeded', code: 'MALFORMED_JSON' },
  anyBody: anyJson(known.map(sent)),
})
