import { chargify } from '../../src/providers/chargify.ts'
import { body, euros, holding, paid, payment, ref, subscription, who } from './chargify-facts.ts'
import { testProvider } from './contract.ts'
import { allBodies, at, signWith } from './read-sample.ts'
import { anyForm } from './spoil.ts'

testProvider({
  provider: chargify,
  signs: 'body',
  ages: false,
  credentials: holding('key-new', 'key-old'),
  foreign: holding('key-of-someone-else'),
  sign: signWith('chargify'),
  shapes: {
    'a payment of a customer with a reference, on a site that names its currency': {
      body: body('payment_success', { paymentId: 'p1', customerKey: '00123', currency: 'CAD' }),
      facts: [payment({ who: who({ customerKey: '00123' }), currency: 'CAD' })],
    },
    'a payment on a site that names none': { body: paid, options: euros, facts: [payment()] },
    'a payment that failed': {
      body: body('payment_failure', { paymentId: 'p1' }),
      facts: [{ kind: 'failure', at, payment: ref('p1'), intent: null }],
    },
    'a refund, flat': {
      body: body('refund_success', { paymentId: 'p1', refundId: 'r1', amount: 700 }),
      facts: [{ kind: 'refund', at, payment: ref('p1'), refundId: 'r1', amount: 700, failed: false, intent: null }],
    },
    'a sign-up: a customer and a subscription': {
      body: body('signup_success', { customerKey: 'ada' }),
      options: euros,
      facts: [
        { kind: 'customer.seen', at, who: who({ customerKey: 'ada' }) },
        subscription({ who: who({ customerKey: 'ada', mayCreate: false }) }),
      ],
    },
    'a customer that was changed': {
      body: body('customer_update', { customerKey: 'ada' }),
      facts: [{ kind: 'customer.seen', at, who: who({ customerKey: 'ada' }) }],
    },
    'a subscription that ended': {
      body: body('subscription_state_change'),
      options: euros,
      facts: [subscription({ status: 'canceled', deleted: true, cancelledAt: at })],
    },
    'a subscription to another product': {
      body: body('subscription_product_change', { productKey: 'gold' }),
      options: euros,
      facts: [subscription({ planKey: 'gold' })],
    },
    'a subscription with more of a component': {
      body: body('component_allocation_change'),
      options: euros,
      facts: [subscription({ quantity: 3 })],
    },
  },
  unheardOf: 'id=1&event=moon_landed&payload[moon][id]=1',
  malformed: { body: '{"event":"payment_success"}', code: 'BAD_REQUEST' },
  anyBody: anyForm(allBodies('chargify')),
})
