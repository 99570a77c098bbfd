/** The Testing Suite: following what happens, simulating it, and judging the seven steps of an integration. */
import { z } from 'zod'
import { adminAudit } from '../../../admin-audit.ts'
import { time } from '../../../objects/shapes.ts'
import { operation } from '../../api/operation.ts'
import { amount, currency, email, text } from '../../fields.ts'
import { given } from '../../paging.ts'
import { key } from '../../operations/parts.ts'
import { follow } from '../events.ts'
import { mustBeTest, simulateClick, simulateDelivery, simulateSignup } from '../simulate.ts'
import { judgeSteps, Step } from '../steps.ts'
import { ADMIN, IN_MODE, LIMIT } from './parts.ts'

const Simulated = z
  .strictObject({
    status: z.int().meta({ description: 'What the server answered the simulated request with.' }),
    message: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Simulated' })
const exampleAnswer = { status: 200, message: 'Signup received', detail: {} }
const exampleStep: z.input<typeof Step> = {
  ...{ step: 1, name: 'The snippet loads on your page', state: 'done', at: 1767225600000 },
  ...{ told: 'The script reported a sign-up', change: null, key: 'dlv_0SlGpYh3Kq9Zb1' },
}
const Steps = z.strictObject({ items: z.array(Step) }).meta({ id: 'TestSteps' })
const Report = z
  .strictObject({ key: z.string(), at: time, name: z.string(), items: z.array(Step) })
  .meta({ id: 'TestReport' })
const exampleReport = { key: 'aud_0SlGpYh3Kq9Zb1', at: 1767225600000, name: 'Before launch', items: [exampleStep] }

const about = { ...IN_MODE, tag: 'Testing' } as const
const REPORT = 'testing.report'

export const testing = [
  operation({
    ...about,
    id: 'followEvents',
    method: 'GET',
    path: '/testing/events',
    summary: 'Server-sent events: `click`, `signup`, `delivery` and `payment`, as they are committed',
    answers: z.undefined(),
    message: 'Following',
    example: { data: undefined },
    silent: true,
    async handle(call) {
      await follow(call)
      return undefined
    },
  }),
  operation({
    ...about,
    id: 'getTestSteps',
    method: 'GET',
    path: '/testing/steps',
    summary: 'The seven steps of a live integration: what arrived, or why it did not and what to change',
    answers: Steps,
    message: 'Steps judged',
    example: { data: { items: [exampleStep] } },
    handle: async (call) => ({ items: await judgeSteps(call) }),
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
    summary: "Send a signed delivery of a platform, as its servers do; `platforms` lists each one's events",
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
        ...{
          partnerKey: ids.partner_key,
          paymentId: ids.payment_id,
          refundId: ids.refund_id,
          productKey: ids.product_key,
        },
      }
      return simulateDelivery(call, provider, event, given(values))
    },
  }),
  operation({
    ...about,
    id: 'saveTestReport',
    method: 'POST',
    path: '/testing/reports',
    summary: 'Keep the steps as they are now, in the audit log',
    body: z.object({ name: text(200) }),
    answers: Report,
    message: 'Report saved',
    example: { body: { name: 'Before launch' }, data: exampleReport },
    async handle(call) {
      const { books, mode, now: at, body } = call
      const items = await judgeSteps(call)
      const detail = { name: body.name, items }
      const line = adminAudit({ mode, at, actor: ADMIN, action: REPORT, subject: REPORT, detail })
      await books.act({ audit: [line] })
      return { key: line.key, at, name: body.name, items }
    },
  }),
  operation({
    ...about,
    id: 'listTestReports',
    method: 'GET',
    path: '/testing/reports',
    summary: 'Reports that were kept, the newest first',
    query: z.object({ limit: LIMIT, starting_after: key.optional() }),
    answers: z.strictObject({ items: z.array(Report), has_more: z.boolean() }),
    message: 'Reports retrieved',
    example: { data: { items: [exampleReport], has_more: false } },
    async handle({ books, mode, query }) {
      const optional = given({ startingAfter: query.starting_after })
      const { items, hasMore } = await books.auditLog({ mode, limit: query.limit, subject: REPORT, ...optional })
      const shown = items.map(({ key: id, at, detail }) => {
        const { name, items: steps } = detail as { readonly name: string; readonly items: z.input<typeof Step>[] }
        return { key: id, at, name, items: steps }
      })
      return { items: shown, has_more: hasMore }
    },
  }),
]
