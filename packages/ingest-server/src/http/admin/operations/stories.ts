/** Why things are as they are, and deciding otherwise. */
import { z } from 'zod'
import { Customer, customerObject, exampleCustomer } from '../../../objects/customer.ts'
import { currencyCode, money, time } from '../../../objects/shapes.ts'
import { FIGURES } from '../../../store/rollup-rows.ts'
import { operation } from '../../api/operation.ts'
import { text } from '../../fields.ts'
import { findCustomer, findPartner } from '../../operations/find.ts'
import { key, known, one } from '../../operations/parts.ts'
import { customerStory, partnerStory, StoryItem } from '../story.ts'
import { ADMIN, IN_MODE, moment } from './parts.ts'

const exampleItem: z.input<typeof StoryItem> = {
  ...{ at: 1767225600000, kind: 'click', source: 'link', key: '0SlGpYh3Kq9Zb1', text: "Followed a link of 'ada'" },
  detail: { partner_key: 'ada' },
}
const count = z.int()
const Day = z
  .strictObject({
    ...{ at: time, currency: currencyCode.nullable(), clicks: count, signups: count, paying: count, payments: count },
    ...{ revenue: money, refunds: money, rewards: money },
  })
  .meta({ id: 'PartnerDay' })

const ofCustomer = one('customer_key, internal key or e-mail.')
const MONTH_MS = 30 * 86_400_000

export const stories = [
  operation({
    ...IN_MODE,
    id: 'getCustomerStory',
    method: 'GET',
    path: '/customers/{id}/story',
    tag: 'Customers',
    summary:
      'Why a customer is whose: click, sign-up, decision, payments, refunds, rewards and deliveries, with source and time',
    params: ofCustomer,
    answers: z
      .strictObject({
        items: z.array(StoryItem).meta({ description: 'The oldest first.' }),
        complete: z.boolean().meta({ description: 'Of each kind, 250 are shown at most.' }),
      })
      .meta({ id: 'CustomerStory' }),
    message: 'Story retrieved',
    example: { data: { items: [exampleItem], complete: true } },
    refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS'],
    handle: async (call) => customerStory(call, await findCustomer(call, call.path.id, true)),
  }),
  operation({
    ...IN_MODE,
    id: 'changeAttribution',
    method: 'POST',
    path: '/customers/{id}/attribution',
    tag: 'Customers',
    summary: 'Decide whose customer somebody is; the reason stands in the audit log',
    params: ofCustomer,
    body: z.object({
      partner: key.meta({ description: 'partner_key, internal key or e-mail.' }),
      reason: text(500, 3),
      past: z.boolean('must be true or false').meta({
        description: 'Whether past payments follow with what they earned; what was paid out for them is taken back.',
      }),
    }),
    answers: Customer,
    message: 'Attribution changed',
    example: { body: { partner: 'ada', reason: 'They met at a fair.', past: false }, data: exampleCustomer },
    refuses: ['CUSTOMER_NOT_FOUND', 'EMAIL_AMBIGUOUS', 'PARTNER_NOT_FOUND'],
    async handle({ path, body, record }) {
      const { customer } = await record({ kind: 'customer.reattribute', ref: path.id, actor: ADMIN, ...body })
      return customerObject(known(customer))
    },
  }),
  operation({
    ...IN_MODE,
    id: 'getPartnerStory',
    method: 'GET',
    path: '/partnerships/{id}/story',
    tag: 'Partnerships',
    summary: 'What happened with a partner lately, and figures by day, UTC',
    params: one('partner_key, internal key or e-mail.'),
    query: z.object({ from: moment.optional(), until: moment.optional() }),
    answers: z.strictObject({ items: z.array(StoryItem), days: z.array(Day) }).meta({ id: 'PartnerStory' }),
    message: 'Story retrieved',
    example: {
      data: {
        items: [exampleItem],
        days: [
          {
            ...{ at: 1767225600000, currency: 'USD', clicks: 0, signups: 0, paying: 0, payments: 1 },
            ...{ revenue: 4900, refunds: 0, rewards: 490 },
          },
        ],
      },
    },
    refuses: ['PARTNER_NOT_FOUND'],
    async handle(call) {
      const { partner } = await findPartner(call, call.path.id, true)
      const until = call.query.until ?? call.now + 86_400_000
      const from = call.query.from ?? until - MONTH_MS
      const [items, days] = await Promise.all([
        partnerStory(call, partner),
        call.books.partnerDays(call.mode, partner.partnerKey, [from, until]),
      ])
      const figuresOf = (day: (typeof days)[number]) =>
        Object.fromEntries(FIGURES.map((name) => [name, day[name]])) as Record<(typeof FIGURES)[number], number>
      return { items, days: days.map((day) => ({ at: day.at, currency: day.currency || null, ...figuresOf(day) })) }
    },
  }),
]
