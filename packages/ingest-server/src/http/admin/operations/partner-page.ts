/** A link that lets a partner see their own figures, and what it shows. Nothing else can be reached by it. */
import { z } from 'zod'
import { adminAudit } from '../../../admin-audit.ts'
import { AppError } from '../../../errors.ts'
import { linkUrl } from '../../../link-url.ts'
import { REWARD_STATUSES } from '../../../objects/reward.ts'
import { currencyCode, money, textOrNull, time } from '../../../objects/shapes.ts'
import type { Vault } from '../../../secrets.ts'
import { operation } from '../../api/operation.ts'
import { findPartner } from '../../operations/find.ts'
import { one } from '../../operations/parts.ts'
import { webOf } from '../guard.ts'
import { ADMIN, IN_MODE } from './parts.ts'

const DAY_MS = 86_400_000
const SHOWN = 100

/** Sealed with the installation's key: nobody else makes one, or changes what it says. */
const Ticket = z.strictObject({
  for: z.literal('partner page'),
  mode: z.enum(['production', 'test']),
  partner: z.string(),
  until: z.number(),
})

const refused = (): AppError => new AppError('NOT_FOUND', 'This link is no longer valid. Ask for a new one.')

function opened(vault: Vault, token: string, now: number): z.output<typeof Ticket> {
  try {
    const ticket = Ticket.parse(JSON.parse(vault.open(token)))
    if (ticket.until > now) return ticket
  } catch {
    // Not one of ours, or not as we made it.
  }
  throw refused()
}

/** The first letter of each word; whose they are is the vendor's. */
const masked = (name: string | null): string =>
  (name ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${[...new Intl.Segmenter().segment(word)][0]?.segment ?? ''}•••`)
    .join(' ') || '•••'

const Page = z
  .strictObject({
    partner: z.strictObject({ partner_key: z.string(), first_name: textOrNull, last_name: textOrNull }),
    until: time.meta({ description: 'When the link ends.' }),
    clicks: z.int().meta({ description: 'Of the last 30 days, UTC.' }),
    links: z.array(z.strictObject({ url: z.string(), title: textOrNull })),
    customers: z.array(z.strictObject({ name: z.string(), created_at: time, paying: z.boolean() })),
    rewards: z.array(
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
      const ticket: z.input<typeof Ticket> = { for: 'partner page', mode, partner: partner.partnerKey, until }
      const token = deps.vault.seal(JSON.stringify(ticket))
      const line = { mode, at: now, actor: ADMIN, action: 'partner.page-link', subject: partner.key, detail: { until } }
      await books.act({ audit: [adminAudit(line)] })
      return { url: `${deps.publicUrl}/partner/${token}`, token, until }
    },
  }),
]

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
      ...{ partner: { partner_key: 'ada', first_name: 'Ada', last_name: null }, until: 1767830400000, clicks: 40 },
      links: [{ url: 'https://partners.example.com/r/ada', title: null }],
      customers: [{ name: 'C••• R•••', created_at: 1767225600000, paying: true }],
      rewards: [{ amount: 490, currency: 'USD', status: 'pending', description: null, created_at: 1767225600000 }],
    },
  },
  refuses: ['NOT_FOUND'],
  async handle({ books, deps, caller, now, path }) {
    webOf(caller).res.set('Referrer-Policy', 'no-referrer')
    const { mode, partner: partnerKey, until } = opened(deps.vault, path.token, now)
    const partner = await books.partner(mode, partnerKey)
    if (!partner || partner.archived) throw refused()
    const page = { mode, partnerKey, limit: SHOWN, orderBy: '-created_at' } as const
    const [days, links, customers, rewards] = await Promise.all([
      books.partnerDays(mode, partnerKey, [now - 30 * DAY_MS, now + DAY_MS]),
      books.linksOf(page),
      books.customers(page),
      books.rewards(page),
    ])
    return {
      partner: { partner_key: partnerKey, first_name: partner.firstName, last_name: partner.lastName },
      until,
      clicks: days.reduce((sum, day) => sum + day.clicks, 0),
      links: links.items.map(({ path: link, title }) => ({ url: linkUrl(deps, link), title })),
      customers: customers.items.map(({ customer }) => ({
        ...{ name: masked(customer.name), created_at: customer.createdAt, paying: customer.paidAt !== null },
      })),
      rewards: rewards.items.map(({ reward: { amount, currency, status, description, createdAt } }) => ({
        ...{ amount, currency, status, description, created_at: createdAt },
      })),
    }
  },
})
