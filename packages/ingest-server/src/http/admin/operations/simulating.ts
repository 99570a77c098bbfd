/** Visitors and platforms that are made up, to try an integration with. In test mode only. */
import { z } from 'zod'
import { providers } from '../../../providers/index.ts'
import { samplers } from '../../../samples/index.ts'
import { operation } from '../../api/operation.ts'
import { amount, currency, email } from '../../fields.ts'
import { key } from '../../operations/parts.ts'
import { given } from '../../paging.ts'
import { mustBeTest, simulateClick, simulateDelivery, simulateSignup } from '../simulate.ts'
import { IN_MODE } from './parts.ts'

const Simulated = z
  .strictObject({
    status: z.int().meta({ description: 'What the server answered the simulated request with.' }),
    message: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Simulated' })
const exampleAnswer = { status: 200, message: 'Signup received', detail: {} }

const Simulator = z
  .strictObject({
    ...{ provider: z.string(), title: z.string(), events: z.array(z.string()) },
    story: z
      .strictObject({ customer: z.string(), payment: z.string(), refund: z.string() })
      .meta({ description: 'Which of the events tell of a new customer, a payment of theirs, and its refund.' }),
  })
  .meta({ id: 'Simulator' })

const about = { ...IN_MODE, tag: 'Testing' } as const

export const simulating = [
  operation({
    ...about,
    id: 'listSimulators',
    method: 'GET',
    path: '/testing/platforms',
    summary: 'List the platforms whose deliveries can be simulated',
    answers: z.strictObject({ items: z.array(Simulator) }),
    message: 'Platforms retrieved',
    example: {
      data: {
        items: [
          {
            ...{ provider: 'stripe', title: 'Stripe', events: ['customer.created', 'charge.succeeded'] },
            story: { customer: 'customer.created', payment: 'charge.succeeded', refund: 'charge.refunded' },
          },
        ],
      },
    },
    handle: async () => ({
      items: [...samplers].map(([provider, { events, story }]) => ({
        ...{ provider, title: providers.get(provider)?.title ?? provider, events: [...events], story },
      })),
    }),
  }),
  operation({
    ...about,
    id: 'simulateClick',
    method: 'POST',
    path: '/testing/click',
    summary: 'Follow the link of a partner of test mode',
    body: z.object({ partner_key: key.default('gstest') }),
    answers: Simulated,
    message: 'Click simulated',
    example: { body: {}, data: { status: 302, message: 'Redirected', detail: { xid: '0SlGpYh3Kq9Zb1' } } },
    refuses: ['PARTNER_NOT_FOUND'],
    async handle(call) {
      mustBeTest(call)
      return simulateClick(call, call.body.partner_key)
    },
  }),
  operation({
    ...about,
    id: 'simulateSignup',
    method: 'POST',
    path: '/testing/signup',
    summary: "Sign somebody up, as the script does from a visitor's browser",
    body: z.object({
      customer_key: key,
      email: email.optional(),
      partner_key: key.default('gstest'),
      xid: key.optional(),
    }),
    answers: Simulated,
    message: 'Sign-up simulated',
    example: { body: { customer_key: 'user-42' }, data: exampleAnswer },
    async handle(call) {
      mustBeTest(call)
      return simulateSignup(call, call.body)
    },
  }),
  operation({
    ...about,
    id: 'simulateDelivery',
    method: 'POST',
    path: '/testing/delivery',
    summary: 'Send a signed delivery of a platform, as its servers do',
    body: z.object({
      ...{ provider: key, event: key },
      ...{ customer_key: key.optional(), provider_key: key.optional(), partner_key: key.optional() },
      ...{ email: email.optional(), amount: amount.optional(), currency: currency.optional() },
      ...{ payment_id: key.optional(), refund_id: key.optional(), product_key: key.optional() },
    }),
    answers: Simulated,
    message: 'Delivery simulated',
    example: { body: { provider: 'stripe', event: 'charge.succeeded', customer_key: 'user-42' }, data: exampleAnswer },
    refuses: ['NOT_FOUND'],
    async handle(call) {
      mustBeTest(call)
      const { provider, event, email: mail, amount: sum, currency: code, ...ids } = call.body
      const values = {
        ...{ email: mail, amount: sum, currency: code, customerKey: ids.customer_key, providerKey: ids.provider_key },
        ...{ partnerKey: ids.partner_key, paymentId: ids.payment_id, refundId: ids.refund_id },
        productKey: ids.product_key,
      }
      return simulateDelivery(call, provider, event, given(values))
    },
  }),
]
