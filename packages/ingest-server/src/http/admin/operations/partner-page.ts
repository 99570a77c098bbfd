/** A link that lets a partner see their own figures, and what it shows. Nothing else can be reached by it. */
import { z } from 'zod'
import { adminAudit } from '../../../admin-audit.ts'
import { linkUrl } from '../../../link-url.ts'
import { REWARD_STATUSES } from '../../../objects/reward.ts'
import { currencyCode, money, textOrNull, time } from '../../../objects/shapes.ts'
import { operation } from '../../api/operation.ts'
import { findPartner } from '../../operations/find.ts'
import { one } from '../../operations/parts.ts'
import { webOf } from '../guard.ts'
import { admit, sealTicket } from '../partner-ticket.ts'
import { ADMIN, IN_MODE } from './parts.ts'

const DAY_MS = 86_400_000
const DAYS = 30
const SHOWN = 100

/** The first letter of each word; whose they are is the vendor's. */
const masked = (name: string | null): string =>
  (name ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${[...new Intl.Segmenter().segment(word)][0]?.segment ?? ''}•••`)
    .join(' ') || '•••'

const list = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), has_more: z.boolean().meta({ description: `There are more than ${SHOWN}.` }) })

const Page = z
  .strictObject({
    partner: z.strictObject({ partner_key: z.string(), first_name: textOrNull, last_name: textOrNull }),
    test: z.boolean(),
    until: time.meta({ description: 'When the link ends.' }),
    clicks: z.array(z.strictObject({ day: time, count: z.int() })).meta({ description: `Of ${DAYS} days, UTC.` }),
    links: list(z.strictObject({ url: z.string(), title: textOrNull })),
    customers: list(z.strictObject({ name: z.string(), created_at: time, paying: z.boolean() })),
    earned: z
      .array(z.strictObject({ currency: currencyCode, status: z.enum(REWARD_STATUSES), amount: money }))
      .meta({ description: 'All rewards, added up.' }),
    rewards: list(
      z.strictObject({
        ...{ amount: money, currency: currencyCode, status: z.enum(REWARD_STATUSES), description: textOrNull },
        created_at: time,
      }),
    ),
  })
  .meta({ id: 'PartnerPage' })

export const partnerLinks = [
  operation({
    ...IN_MODE,
    id: 'createPartnerPageLink',
    method: 'POST',
    path: '/partnerships/{id}/page-link',
    tag: 'Partnerships',
    summary: 'Make a link by which a partner sees their own figures, for a while',
    params: one('partner_key, internal key or e-mail.'),
    body: z.object({
      days: z.int('must be a whole number').min(1, 'must be 1 or more').max(90, 'must be at most 90').default(7),
    }),
    answers: z.strictObject({ url: z.string(), token: z.string(), until: time }).meta({ id: 'PartnerPageLink' }),
    message: 'Link made',
    example: {
      body: { days: 7 },
      data: { url: 'https://partners.example.com/partner/…', token: '…', until: 1767830400000 },
    },
    refuses: ['PARTNER_NOT_FOUND'],
    async handle(call) {
      const { books, deps, mode, now, path, body } = call
      const { partner } = await findPartner(call, path.id, false)
      const until = now + body.days * DAY_MS
      const token = sealTicket(deps.vault, { mode, partner: partner.partnerKey, until })
      const line = { mode, at: now, actor: ADMIN, action: 'partner.page-link', subject: partner.key, detail: { until } }
      await books.act({ audit: [adminAudit(line)] })
      return { url: `${deps.publicUrl}/partner/${token}`, token, until }
    },
  }),
]

/** Each of the last days, the quiet ones too. */
function byDay(days: readonly { readonly at: number; readonly clicks: number }[], today: number) {
  return Array.from({ length: DAYS }, (_, index) => {
    const day = today - (DAYS - 1 - index) * DAY_MS
    return { day, count: days.reduce((sum, { at, clicks }) => (at === day ? sum + clicks : sum), 0) }
  })
}

export const partnerPage = operation({
  id: 'getPartnerPage',
  method: 'GET',
  path: '/partner/{token}/data',
  bases: [''],
  tag: 'Partner page',
  summary: "A partner's own links, clicks, customers with masked names, and rewards",
  callers: [],
  params: z.object({ token: z.string() }),
  answers: Page,
  message: 'Page retrieved',
  example: {
    data: {
      ...{ partner: { partner_key: 'ada', first_name: 'Ada', last_name: null }, test: false, until: 1767830400000 },
      clicks: [{ day: 1767225600000, count: 40 }],
      links: { items: [{ url: 'https://partners.example.com/r/ada', title: null }], has_more: false },
      customers: { items: [{ name: 'C••• R•••', created_at: 1767225600000, paying: true }], has_more: false },
      earned: [{ currency: 'USD', status: 'pending', amount: 490 }],
      rewards: {
        items: [{ amount: 490, currency: 'USD', status: 'pending', description: null, created_at: 1767225600000 }],
        has_more: false,
      },
    },
  },
  refuses: ['NOT_FOUND', 'GONE'],
  async handle({ books, deps, caller, now, path }) {
    webOf(caller).res.set('Referrer-Policy', 'no-referrer')
    const { ticket, partner } = await admit(deps, path.token)
    const { mode, until } = ticket
    const { partnerKey } = partner
    const today = Math.floor(now / DAY_MS) * DAY_MS
    const page = { mode, partnerKey, limit: SHOWN, orderBy: '-created_at' } as const
    const [days, links, customers, rewards, earned] = await Promise.all([
      books.partnerDays(mode, partnerKey, [today - (DAYS - 1) * DAY_MS, today + DAY_MS]),
      books.linksOf(page),
      books.customers(page),
      books.rewards(page),
      books.totals('rewards', { mode, partnerKey }),
    ])
    return {
      partner: { partner_key: partnerKey, first_name: partner.firstName, last_name: partner.lastName },
      test: mode === 'test',
      until,
      clicks: byDay(days, today),
      links: {
        items: links.items.map(({ path: link, title }) => ({ url: linkUrl(deps, link), title })),
        has_more: links.hasMore,
      },
      customers: {
        items: customers.items.map(({ customer }) => ({
          ...{ name: masked(customer.name), created_at: customer.createdAt, paying: customer.paidAt !== null },
        })),
        has_more: customers.hasMore,
      },
      earned: earned.items.flatMap(({ currency, status, amount }) => (status ? [{ currency, status, amount }] : [])),
      rewards: {
        items: rewards.items.map(({ reward: { amount, currency, status, description, createdAt } }) => ({
          ...{ amount, currency, status, description, created_at: createdAt },
        })),
        has_more: rewards.hasMore,
      },
    }
  },
})
