/** What happened in a period beside the one before, and what needs attention. */
import { z } from 'zod'
import { DAY_MS } from '../../../ledger/parking.ts'
import { readSettings } from '../../../settings.ts'
import type { WebhookRow } from '../../../store/config-rows.ts'
import { FIGURES, NO_FIGURES, type Figures } from '../../../store/rollup-rows.ts'
import type { Span, SpanFigures } from '../../../store/reports.ts'
import { currencyCode, money, time } from '../../../objects/shapes.ts'
import { operation, type Call } from '../../api/operation.ts'
import { daysBefore, daysOf, type Days } from '../days.ts'
import { IN_MODE } from './parts.ts'

const count = z.int()
const counts = { clicks: count, signups: count, paying: count }
const sums = { payments: count, revenue: money, refunds: money, rewards: money }
const Counts = z.strictObject(counts).meta({ id: 'HomeCounts' })
const Sums = z.strictObject(sums).meta({ id: 'HomeSums' })
const series = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject(
    Object.fromEntries(Object.keys(shape).map((name) => [name, z.array(count)])) as Record<
      keyof T,
      z.ZodArray<z.ZodInt>
    >,
  )

const Top = z
  .strictObject({
    partner_key: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    ...counts,
    ...sums,
  })
  .meta({ id: 'TopPartner' })

const Home = z
  .strictObject({
    from: time,
    until: time.meta({ description: 'When the last day ends.' }),
    days: z.array(z.string()).meta({
      description: 'As 2026-11-22; figures by day are in their order, those of the days before in that of theirs.',
    }),
    counts: z.strictObject({ now: Counts, before: Counts, by_day: series(counts), by_day_before: series(counts) }),
    money: z
      .array(
        z.strictObject({
          currency: currencyCode,
          now: Sums,
          before: Sums,
          by_day: series(sums),
          by_day_before: series(sums),
        }),
      )
      .meta({ description: 'The currency of most payments first.' }),
    top_partners: z.array(z.strictObject({ currency: currencyCode.nullable(), partners: z.array(Top) })).meta({
      description: 'By what they brought net in each currency; by sign-ups where it is null. Whole days, UTC.',
    }),
  })
  .meta({ id: 'Home' })

const Query = z.object({
  from: z.string().meta({ description: 'The first day, as 2026-11-01.', example: '2026-11-01' }),
  to: z.string().meta({ description: 'The last day, included.', example: '2026-11-30' }),
  zone: z.string().default('UTC').meta({ description: 'Whose days: a time zone, or an offset as +05:30.' }),
})

const COUNTS = Object.keys(counts) as (keyof typeof counts)[]
const SUMS = Object.keys(sums) as (keyof typeof sums)[]
const picked = <K extends keyof Figures>(names: readonly K[], figures: Figures): Record<K, number> =>
  Object.fromEntries(names.map((name) => [name, figures[name]])) as Record<K, number>
const total = (rows: readonly Figures[]): Figures =>
  rows.reduce<Figures>(
    (sum, row) =>
      Object.fromEntries(FIGURES.map((name) => [name, sum[name] + row[name]])) as Record<keyof Figures, number>,
    NO_FIGURES,
  )

/** The figures of one currency, together and by day, of the days and of as many before them: a span each, those before first. */
function told<K extends keyof Figures>(
  names: readonly K[],
  currency: string,
  rows: readonly SpanFigures[],
  { dates }: Days,
) {
  const own = rows.filter((row) => row.currency === currency)
  const bySpan = new Map(own.map((row) => [row.span, row]))
  const byDay = (from: number) => {
    const ofDay = (name: K): number[] => dates.map((_, day) => bySpan.get(from + day)?.[name] ?? 0)
    return Object.fromEntries(names.map((name) => [name, ofDay(name)])) as Record<K, number[]>
  }
  const count = dates.length
  return {
    now: picked(names, total(own.filter(({ span }) => span >= count))),
    before: picked(names, total(own.filter(({ span }) => span < count))),
    by_day: byDay(count),
    by_day_before: byDay(0),
  }
}

const TOP = 10

async function topPartners({ books, mode }: Call, span: Span): Promise<z.input<typeof Home>['top_partners']> {
  const found = await books.topPartners(mode, span, TOP)
  const partnerKeys = [...new Set(found.map(({ partnerKey }) => partnerKey))]
  const named = { mode, partnerKeys, limit: partnerKeys.length, orderBy: '-created_at', includeArchived: true } as const
  const { items } = partnerKeys.length === 0 ? { items: [] } : await books.partners(named)
  const known = new Map(items.map(({ partner }) => [partner.partnerKey, partner]))
  return [...Map.groupBy(found, ({ currency }) => currency)].map(([currency, rows]) => ({
    currency: currency === '' ? null : currency,
    partners: rows.map(({ partnerKey, ...row }) => {
      const partner = known.get(partnerKey)
      const name = [partner?.firstName, partner?.lastName].filter(Boolean).join(' ') || null
      return {
        partner_key: partnerKey,
        name,
        email: partner?.email ?? null,
        ...picked(COUNTS, row),
        ...picked(SUMS, row),
      }
    }),
  }))
}

const zero = { clicks: 0, signups: 0, paying: 0 }
const someCounts = { clicks: 40, signups: 6, paying: 2 }
const someSums = { payments: 3, revenue: 14700, refunds: 4900, rewards: 980 }
const before = { ...someSums, refunds: 0 }
const byDay = <T extends object>(of: T) =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, [value as number]])) as Record<keyof T, number[]>

/** Deliveries looked through for one of a platform. */
const LOOKED_AT = 50

/** Somebody has changed how it comes in, and it cannot come in. */
const isHalfSetUp = ({ secrets, passwords, recordFrom, currency, tokens }: WebhookRow): boolean =>
  secrets.length + passwords.length === 0 && (recordFrom.length > 0 || currency !== null || tokens.length > 1)

const Attention = z
  .strictObject({
    parked: count.meta({ description: 'Deliveries that wait for a customer or payment; each count goes to 1000.' }),
    unmatched: count.meta({ description: 'Those that waited in vain: a person has to say whose they are.' }),
    failed: count.meta({ description: 'Deliveries whose work failed by our fault.' }),
    rewards_to_approve: count,
    flagged_customers: count.meta({ description: 'Their rewards wait until somebody has looked at them.' }),
    failing_hooks: z.array(
      z.strictObject({ key: z.string(), target: z.string(), since: z.int().nullable(), reason: z.string().nullable() }),
    ),
    payments_come_in: z.boolean().meta({
      description:
        'Whether a platform has its secret or has delivered, or a transaction is there. Else nothing is earned.',
    }),
    platforms_without_secret: z
      .array(z.string())
      .meta({ description: 'Those that were set up but for their secret: their deliveries are refused.' }),
  })
  .meta({ id: 'Attention' })

export const home = [
  operation({
    ...IN_MODE,
    id: 'getHome',
    method: 'GET',
    path: '/home',
    tag: 'Home',
    summary: 'The figures of a period, by day, beside those of as many days before it',
    query: Query,
    answers: Home,
    message: 'Home retrieved',
    example: {
      data: {
        ...{ from: 1767225600000, until: 1767312000000, days: ['2026-01-01'] },
        counts: { now: someCounts, before: zero, by_day: byDay(someCounts), by_day_before: byDay(zero) },
        money: [{ currency: 'USD', now: someSums, before, by_day: byDay(someSums), by_day_before: byDay(before) }],
        top_partners: [
          {
            currency: 'USD',
            partners: [{ partner_key: 'ada', name: 'Ada L.', email: 'ada@example.com', ...zero, ...someSums }],
          },
        ],
      },
    },
    async handle(call) {
      const { books, mode, query } = call
      const days = daysOf(query.from, query.to, query.zone)
      const before = daysBefore(days, query.zone)
      const spans = [before, days].flatMap(({ bounds }) =>
        bounds.slice(1).map((until, day): Span => [bounds[day]!, until]),
      )
      const [from, until] = [days.bounds[0]!, days.bounds.at(-1)!]
      const [rows, top] = await Promise.all([books.figures(mode, spans), topPartners(call, [from, until])])
      const byCurrency = [...Map.groupBy(rows, ({ currency }) => currency)].filter(([currency]) => currency !== '')
      const paid = (own: readonly SpanFigures[]): number => total(own).payments
      const currencies = byCurrency.sort(([, a], [, b]) => paid(b) - paid(a)).map(([currency]) => currency)
      return {
        ...{ from, until, days: [...days.dates] },
        counts: told(COUNTS, '', rows, days),
        money: currencies.map((currency) => ({ currency, ...told(SUMS, currency, rows, days) })),
        top_partners: top,
      }
    },
  }),
  operation({
    ...IN_MODE,
    id: 'getAttention',
    method: 'GET',
    path: '/attention',
    tag: 'Home',
    summary: 'What a person should look at',
    answers: Attention,
    message: 'Attention retrieved',
    example: {
      data: {
        ...{ parked: 2, unmatched: 0, failed: 0, rewards_to_approve: 5, flagged_customers: 1, failing_hooks: [] },
        ...{ payments_come_in: false, platforms_without_secret: ['stripe'] },
      },
    },
    async handle({ books, mode, now }) {
      const { parkingDays } = readSettings(await books.settings(mode))
      const [{ rewardsToApprove, flagged, ...deliveries }, hooks, webhooks, came, paid] = await Promise.all([
        books.attention(mode, now - parkingDays * DAY_MS),
        books.hooks({ mode, limit: 250, orderBy: '-created_at' }),
        books.webhooks(),
        books.deliveries({ mode, limit: LOOKED_AT }),
        books.transactions({ mode, limit: 1, orderBy: '-created_at', includeArchived: true }),
      ])
      const failing = hooks.items.filter(({ enabled, failingSince }) => !enabled || failingSince !== null)
      const platforms = webhooks.filter((row) => row.mode === mode)
      return {
        ...deliveries,
        rewards_to_approve: rewardsToApprove,
        flagged_customers: flagged,
        failing_hooks: failing.map(({ key, target, failingSince, disabledReason }) => ({
          ...{ key, target, since: failingSince, reason: disabledReason },
        })),
        payments_come_in:
          paid.items.length > 0 ||
          platforms.some(({ secrets }) => secrets.length > 0) ||
          came.items.some(({ provider }) => provider !== 'script'),
        platforms_without_secret: platforms.filter(isHalfSetUp).map(({ provider }) => provider),
      }
    },
  }),
]
