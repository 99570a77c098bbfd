/** What has come of a live integration within a time: all that its seven steps are judged by. */
import { isObject } from '../../inbox/json.ts'
import { customerHint, DAY_MS, platformHint } from '../../ledger/parking.ts'
import { samplers } from '../../samples/index.ts'
import { leastXid } from '../../secrets.ts'
import { readSettings } from '../../settings.ts'
import type { SightingRow } from '../../store/admin-rows.ts'
import type { ClickRow, CustomerRow, ListedDelivery, PaymentRow } from '../../store/rows.ts'
import type { Call } from '../api/operation.ts'
import { originOf } from '../sightings.ts'

export type Said = Readonly<Record<string, unknown>>

export interface Seen {
  readonly now: number
  /** Pages that fetched the script, the newest first; a day more than the rest, since browsers keep it for one. */
  readonly loads: readonly SightingRow[]
  /** The newest sign-up that was turned away, unless one was taken after it. */
  readonly refusedSignup: SightingRow | null
  /** The newest delivery that was turned away, unless one was taken after it. */
  readonly refusedDelivery: SightingRow | null
  readonly click: ClickRow | null
  /** Where the click led: the origin of its landing page; empty where that is not known. */
  readonly landing: string
  /** The newest sign-up that the script reported, and what it said. */
  readonly signup: ListedDelivery | null
  readonly said: Said
  /** The click that the sign-up named, where this mode knows it. */
  readonly brought: ClickRow | null
  /** Of that sign-up; else the newest that came some other way. */
  readonly customer: CustomerRow | null
  /** Deliveries of platforms that tell something, the newest first. */
  readonly platform: readonly ListedDelivery[]
  /** What the customer paid, reported by whom we believe. */
  readonly payments: readonly PaymentRow[]
}

const AT_ONCE = 50

/** Where the link of a partner leads; null where nothing names a destination. */
export async function destinationOf(
  { books, mode }: Pick<Call, 'books' | 'mode'>,
  path: string,
): Promise<string | null> {
  const view = await books.link(path)
  if (!view) return null
  return view.link.destination ?? view.group.destination ?? readSettings(await books.settings(mode)).siteUrl
}

async function landingOf(call: Call, click: ClickRow | null): Promise<string> {
  if (!click) return ''
  const link = (await call.books.links(call.mode, click.partnerKey)).find(({ key }) => key === click.linkKey)
  return originOf((link && (await destinationOf(call, link.path))) ?? undefined)
}

/** What a page said with a sign-up, while that is kept: all of it comes from outside. */
export async function saidBy(books: Call['books'], signup: ListedDelivery | null | undefined): Promise<Said> {
  const body = signup && (await books.deliveryBody(signup.key))
  const said: unknown = body ? JSON.parse(Buffer.from(body).toString('utf8')) : {}
  return isObject(said) ? said : {}
}

async function customerOf({ books, mode }: Call, signup: ListedDelivery | null, since: number) {
  if (signup?.customer) {
    const view = await books.customer(mode, signup.customer)
    return view && view !== 'several' ? view.customer : null
  }
  if (signup) return null
  const newest = await books.customers({ mode, limit: 1, orderBy: '-created_at', minCreated: since })
  return newest.items[0]?.customer ?? null
}

/** What a platform's file acts on, and what it could not: its other events are nobody's concern. */
const tells = ({ provider, type, state }: ListedDelivery): boolean =>
  state === 'unsupported' || state === 'failed' || (samplers.get(provider)?.events.includes(type) ?? false)

const newest = (rows: readonly SightingRow[], kind: SightingRow['kind'], after: number): SightingRow | null =>
  rows.find((row) => row.kind === kind && row.reason !== null && row.at >= after) ?? null

export async function look(call: Call, since: number): Promise<Seen> {
  const { books, mode, now } = call
  const [signups, deliveries, clicks, sightings] = await Promise.all([
    books.deliveries({ mode, provider: 'script', limit: 1, since }),
    books.deliveries({ mode, limit: AT_ONCE, since }),
    books.clicksSince(mode, leastXid(since), 1),
    books.sightings(),
  ])
  const [signup = null] = signups.items
  const [click = null] = clicks
  const [landing, said, customer] = await Promise.all([
    landingOf(call, click),
    saidBy(books, signup),
    customerOf(call, signup, since),
  ])
  const lately = { mode, limit: AT_ONCE, orderBy: '-updated_at', minUpdated: since, includeArchived: true } as const
  const [paid, theirs, brought] = await Promise.all([
    customer ? books.transactions({ ...lately, customer: customer.key }) : { items: [] },
    customer
      ? books.deliveries({ mode, limit: AT_ONCE, since, customer: customer.key, hints: hintsOf(customer) })
      : null,
    typeof said['xid'] === 'string' ? books.click(mode, said['xid']) : null,
  ])
  const isOurs = ({ scope }: SightingRow): boolean => scope === null || scope === mode
  const here = sightings.filter(isOurs)
  const platform = [...deliveries.items, ...(theirs?.items ?? [])]
    .filter(({ provider }) => samplers.has(provider))
    .filter((row, index, all) => all.findIndex(({ key }) => key === row.key) === index && tells(row))
    .sort((a, b) => b.receivedAt - a.receivedAt)
  return {
    ...{ now, click, landing, signup, said, brought, customer, platform },
    loads: here.filter(({ kind, at }) => kind === 'script' && at >= since - DAY_MS),
    refusedSignup: newest(here, 'signup', Math.max(since, signup?.receivedAt ?? 0)),
    refusedDelivery: newest(here, 'webhook', Math.max(since, platform[0]?.receivedAt ?? 0)),
    payments: paid.items.map(({ payment }) => payment).filter(({ source }) => source !== 'script'),
  }
}

const hintsOf = ({ customerKey, providerKey }: CustomerRow): string[] => [
  customerHint(customerKey),
  ...(providerKey === null ? [] : [platformHint(providerKey)]),
]
