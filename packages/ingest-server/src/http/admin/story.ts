/** Why a customer is whose: all that is known of them, each with its source and time, the oldest first. */
import { z } from 'zod'
import { customerHint, platformHint } from '../../ledger/parking.ts'
import { time } from '../../objects/shapes.ts'
import type { CustomerView } from '../../store/queries.ts'
import type { RewardView } from '../../store/reward-reads.ts'
import type { AuditRow, ClickRow, Evidence, ListedDelivery, PartnerRow, PaymentRow } from '../../store/rows.ts'
import type { Call } from '../api/operation.ts'
import { saidBy, type Said } from './seen.ts'
import { spanText } from './span-text.ts'

/** In the order in which things of one moment follow from each other. */
export const KINDS = [
  'joined',
  'link',
  'click',
  'cookie',
  'signup',
  'decision',
  'flag',
  'payment',
  'refund',
  'reward',
  'delivery',
  'change',
] as const

export const StoryItem = z
  .strictObject({
    at: time,
    kind: z.enum(KINDS),
    source: z.string().meta({ description: 'Who told: `link`, `script`, `api`, a platform, or who acted.' }),
    key: z.string().nullable().meta({ description: 'Of the row it is about.' }),
    text: z.string().meta({ description: 'In a few words.' }),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'StoryItem' })
type Item = z.input<typeof StoryItem>

const ofClick = ({ createdAt, xid, partnerKey, counted, linkKey }: ClickRow): Item => ({
  ...{ at: createdAt, kind: 'click', source: 'link', key: xid, text: `Followed a link of '${partnerKey}'` },
  detail: { partner_key: partnerKey, link: linkKey, counted },
})

/** What carried the referral from the landing page to the sign-up, as the sign-up itself shows it. */
function ofCookie({ receivedAt: at, key }: ListedDelivery, said: Said, click: ClickRow | null): Item[] {
  const text = (name: string): string | null => (typeof said[name] === 'string' && said[name]) || null
  const [partnerKey, xid, page] = [text('partner_key'), text('xid'), text('page')]
  if (partnerKey === null && xid === null) return []
  const isLanding = page !== null && /[?&](gspk|gsxid|ps_partner_key|ps_xid)=/.test(page)
  const kept = click && `The browser kept the click for ${spanText(at - click.createdAt)}, and brought it`
  const unknown =
    xid === null ? 'The browser brought the partner key, without a click' : 'The browser brought a click of nobody here'
  const told = isLanding ? 'Signed up on the very page that the link led to' : (kept ?? unknown)
  return [{ at, kind: 'cookie', source: 'script', key, text: told, detail: { partner_key: partnerKey, xid, page } }]
}

function ofCustomer(
  { customer }: CustomerView,
  signup: ListedDelivery | undefined,
  changes: readonly AuditRow[],
): Item[] {
  const { createdAt: at, key, source, partnerKey, confirmed } = customer
  const first = changes.find(({ detail }) => detail['partner_key'] !== undefined)?.detail['partner_key']
  const credited = (first as { readonly from?: string } | undefined)?.from ?? partnerKey
  const detail = { partner_key: credited, reason: signup?.reason ?? null, confirmed, xid: customer.xid }
  return [
    {
      at,
      kind: 'signup',
      source,
      key,
      text: `Signed up as '${customer.customerKey}'`,
      detail: { delivery: signup?.key ?? null },
    },
    {
      at,
      kind: 'decision',
      source,
      key,
      text: signup?.reason ?? `Credited to '${credited}', as ${source} said`,
      detail,
    },
    ...customer.flags.map((flag): Item => ({
      ...{ at: flag.at, kind: 'flag', source: 'rule', key, text: `Flagged: ${flag.reason}` },
      detail: { rule: flag.rule, cleared_at: flag.clearedAt },
    })),
  ]
}

const taken = (
  evidence: Evidence | null,
): { readonly at: number; readonly amount: number; readonly what: string }[] => [
  ...(evidence?.refunded && evidence.refunded.amount > 0 ? [{ ...evidence.refunded, what: 'Refunded, as a sum' }] : []),
  ...Object.values(evidence?.refunds ?? {}).map(({ at, amount, failed }) => ({
    at,
    amount,
    what: failed ? 'A refund failed' : 'Refunded',
  })),
  ...Object.values(evidence?.disputes ?? {}).map(({ at, amount, state }) => ({
    at,
    amount,
    what: `Dispute: ${state}`,
  })),
]

function ofPayment(row: PaymentRow, text = `Paid, credited to '${row.partnerKey}'`): Item[] {
  const { source, key, currency, amount, refunded, archived, partnerKey, approved } = row
  const paid = { amount, currency, refunded, archived, approved, partner_key: partnerKey, source_key: row.sourceKey }
  const back = taken(row.evidence)
  const unsaid = back.length === 0 && refunded > 0 ? [{ at: row.updatedAt, amount: refunded, what: 'Refunded' }] : []
  return [
    { at: row.createdAt, kind: 'payment', source, key, text, detail: paid },
    ...[...back, ...unsaid].map(({ at, what, ...sum }): Item => ({
      ...{ at, kind: 'refund', source, key, text: what, detail: { ...sum, currency } },
    })),
  ]
}

const ofReward = ({ reward, trigger }: RewardView): Item => ({
  ...{ at: reward.createdAt, kind: 'reward', source: reward.source, key: reward.key },
  text: trigger?.name ?? reward.description ?? 'A reward',
  detail: {
    ...{ amount: reward.amount, currency: reward.currency, status: reward.status, archived: reward.archived },
    ...{ partner_key: reward.partnerKey, holds: [...reward.holds], transaction: reward.payment },
  },
})
const ofDelivery = ({ receivedAt, provider, key, type, reason, state, changed }: ListedDelivery): Item => ({
  ...{ at: receivedAt, kind: 'delivery', source: provider, key, text: `${type}: ${reason}` },
  detail: { state, changed: [...changed] },
})
/** How somebody came is told by itself: a line about it would tell it twice. */
const isChange = ({ action }: AuditRow): boolean => !action.endsWith('.created')

export const ofAudit = ({ at, actor, subject, action, detail }: AuditRow): Item => ({
  ...{ at, kind: 'change', source: actor, key: subject, text: action, detail: { ...detail } },
})

export const inOrder = (a: Item, b: Item): number => a.at - b.at || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind)

const EACH = 250

export interface Story {
  readonly items: Item[]
  /** There is nothing more. */
  readonly complete: boolean
}

export async function customerStory({ books, mode }: Call, view: CustomerView): Promise<Story> {
  const { key, customerKey, providerKey, xid } = view.customer
  const page = { mode, limit: EACH, orderBy: 'created_at', includeArchived: true, customer: key } as const
  const hints = [customerHint(customerKey), ...(providerKey === null ? [] : [platformHint(providerKey)])]
  const [click, payments, rewards, deliveries, changes] = await Promise.all([
    xid === null ? null : books.click(mode, xid),
    books.transactions(page),
    books.rewards(page),
    books.deliveries({ mode, limit: EACH, customer: key, hints }),
    books.auditLog({ mode, limit: EACH, subject: key }),
  ])
  const signup = deliveries.items.findLast(({ provider }) => provider === 'script')
  const said = await saidBy(books, signup)
  const items = [
    ...(click ? [ofClick(click)] : []),
    ...(signup ? ofCookie(signup, said, click) : []),
    ...ofCustomer(view, signup, changes.items.toReversed()),
    ...payments.items.flatMap(({ payment }) => ofPayment(payment)),
    ...rewards.items.map(ofReward),
    ...deliveries.items.map(ofDelivery),
    ...changes.items.filter(isChange).map(ofAudit),
  ]
  return {
    items: items.sort(inOrder),
    complete: ![payments, rewards, deliveries, changes].some(({ hasMore }) => hasMore),
  }
}

/** So many of each kind: the newest. */
const LATELY = 50

/** What happened with a partner lately, the oldest first. */
export async function partnerStory({ books, mode }: Call, { partnerKey, key, joinedAt }: PartnerRow): Promise<Item[]> {
  const page = { mode, limit: LATELY, orderBy: '-created_at', includeArchived: true, partnerKey } as const
  const [links, customers, payments, rewards, changes] = await Promise.all([
    books.linksOf(page),
    books.customers(page),
    books.transactions(page),
    books.rewards(page),
    books.auditLog({ mode, limit: LATELY, subject: key }),
  ])
  const joined: Item = { at: joinedAt, kind: 'joined', source: 'program', key, text: 'Joined', detail: {} }
  const linked = links.items.map(({ createdAt, key: link, path }): Item => ({
    ...{ at: createdAt, kind: 'link', source: 'program', key: link, text: `Got the link '${path}'`, detail: { path } },
  }))
  const brought = customers.items.map(({ customer }): Item => ({
    ...{ at: customer.createdAt, kind: 'signup', source: customer.source, key: customer.key },
    ...{ text: `Brought '${customer.customerKey}'`, detail: { customer_key: customer.customerKey } },
  }))
  const paid = payments.items.flatMap(({ payment, customer }) =>
    ofPayment(payment, `Paid by '${customer.customerKey}'`),
  )
  const told = [joined, ...linked, ...brought, ...paid, ...rewards.items.map(ofReward)]
  return [...told, ...changes.items.filter(isChange).map(ofAudit)].sort(inOrder)
}
