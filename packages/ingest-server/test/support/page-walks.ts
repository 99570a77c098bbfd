/** Every list, walked page by page over a thousand rows while more come in: nothing is skipped, and nothing comes twice. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Fact } from '../../src/facts.ts'
import { customer, payment } from './api-world.ts'
import type { TestServer } from './http.ts'

const COUNT = 1_000
const AT_ONCE = 250
/** Rows that come in between two pages, while there are still some to come. */
const MEANWHILE = 30
const PAGES_MEANWHILE = 4
const LIMIT = '200'

/** The n-th row of a list. */
type Row = (n: number) => Fact

const rate = { kind: 'flat', amount: 5, currency: 'USD' } as const
const named = (kind: 'deal' | 'lead', n: number): Fact => ({
  ...{ kind: 'prospect.create', prospect: kind, partner: 'ada', group: null, externalKey: `${kind}-${n}`, data: {} },
})
const partner = (partnerKey: string): Fact => ({
  ...{ kind: 'partner', partnerKey, email: `${partnerKey}@partners.example`, firstName: null, lastName: null },
  ...{ group: null, destination: null },
})

const LISTS: readonly (readonly [path: string, row: Row])[] = [
  ['/v1/customers', (n) => customer(`a${n}`, `a${n}@example.com`)],
  ['/api/v2/customers', (n) => customer(`b${n}`, `b${n}@example.com`)],
  ['/api/v2/customers?partner_key=ada', (n) => customer(`d${n}`, `d${n}@example.com`)],
  // Of any time: what comes in may belong anywhere in the list.
  ['/v1/transactions', (n) => ({ ...payment('c0', `t-${n}`, n), createdAt: ((n * 7919) % 500) * 1000 })],
  ['/api/v2/transactions?partner_key=ada', (n) => ({ ...payment('c0', `u-${n}`, n), createdAt: n % 7 })],
  ['/v1/customers/c0/transactions', (n) => payment('c0', null, n)],
  ['/api/v2/rewards', (n) => payment('c0', `r-${n}`, 100 + n)],
  ['/api/v2/partnerships', (n) => partner(`p${n}`)],
  [
    '/api/v2/groups',
    (n) => ({ ...{ kind: 'group.create', actor: 'api', name: `G${n}`, slug: null }, destination: null, features: {} }),
  ],
  ['/api/v2/links/ada', () => ({ kind: 'link.create', partner: 'ada', path: null, destination: null, title: null })],
  [
    '/api/v2/actions',
    () => ({ kind: 'action.create', targetType: 'customer', ref: 'c0', type: 'upload', value: 1, externalKey: null }),
  ],
  ['/api/v2/deals', (n) => named('deal', n)],
  ['/api/v2/leads', (n) => named('lead', n)],
  [
    '/api/v2/triggers',
    (n) => ({ kind: 'trigger.create', actor: 'api', name: `T${n}`, event: 'signup', conditions: {}, rate }),
  ],
  [
    '/api/v2/webhooks',
    (n) => ({
      ...{
        kind: 'hook.create',
        actor: 'api',
        key: `hook_${String(n).padStart(6, '0')}`,
        style: 'v2',
        events: ['reward.updated'],
      },
      ...{ target: 'https://hooks.example/', secret: '' },
    }),
  ],
]

interface Page {
  readonly keys: string[]
  readonly more: boolean
}

const nothing = async (): Promise<void> => undefined

type Order = '-created_at' | 'created_at'

/** In which orders it is walked which way. */
export interface Ways {
  readonly forwards: readonly Order[]
  readonly backwards: readonly Order[]
}

/** All of it on the database that `open` starts a server with. */
export function testPageWalks(open: () => Promise<TestServer>, { forwards, backwards }: Ways): void {
  let server: TestServer
  beforeAll(async () => {
    server = await open()
    await server.addPartner({ partnerKey: 'ada' })
    await record([customer('c0', 'c0@example.com')])
  })
  afterAll(() => server.close())

  async function record(facts: readonly Fact[]): Promise<void> {
    await server.books.record({ mode: 'production', at: server.now(), facts, delivery: null })
  }

  async function page(path: string, query: Readonly<Record<string, string>>): Promise<Page> {
    const asked = `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ limit: LIMIT, ...query }).toString()}`
    const { status, body } = await server.ask(asked, { as: server.production })
    expect(status).toBe(200)
    const { items, has_more: more } = (body.rdata ?? body['data']) as { items: { key: string }[]; has_more: boolean }
    return { keys: items.map(({ key }) => key), more }
  }

  /** Walks to the end, from where it is told to on; between the pages `meanwhile` happens. */
  async function walk(
    path: string,
    query: Readonly<Record<string, string>>,
    direction: 'starting_after' | 'ending_before',
    from: string | undefined,
    meanwhile: () => Promise<void>,
  ): Promise<string[]> {
    const seen: string[] = []
    for (let cursor = from, more = true; more;) {
      const found = await page(path, { ...query, ...(cursor !== undefined && { [direction]: cursor }) })
      if (direction === 'starting_after') seen.push(...found.keys)
      else seen.unshift(...found.keys)
      cursor = direction === 'starting_after' ? seen.at(-1) : seen[0]
      more = found.more
      await meanwhile()
    }
    return seen
  }

  describe.each(LISTS)('%s', (path, row) => {
    let made = 0
    const add = async (count: number): Promise<void> => {
      server.pass(1000)
      await record(Array.from({ length: count }, () => row(made++)))
    }
    /** Some more rows between two pages, for so many pages. */
    const someMore = (): (() => Promise<void>) => {
      let left = PAGES_MEANWHILE
      return async () => {
        if (left-- > 0) await add(MEANWHILE)
      }
    }
    beforeAll(async () => {
      for (let n = 0; n < COUNT; n += AT_ONCE) await add(AT_ONCE)
    })

    it.each(forwards)('is walked forwards in the order %s', async (order_by) => {
      const before = await walk(path, { order_by }, 'starting_after', undefined, nothing)
      expect(before.length).toBeGreaterThanOrEqual(COUNT)
      const seen = await walk(path, { order_by }, 'starting_after', undefined, someMore())
      expect(new Set(seen).size).toBe(seen.length)
      const standing = new Set(before)
      expect(seen.filter((key) => standing.has(key))).toEqual(before)
    })

    it.each(backwards)('is walked backwards in the order %s', async (order_by) => {
      const before = await walk(path, { order_by }, 'starting_after', undefined, nothing)
      const last = before.at(-1)
      const seen = await walk(path, { order_by }, 'ending_before', last, someMore())
      expect(new Set(seen).size).toBe(seen.length)
      const standing = new Set(before)
      expect(seen.filter((key) => standing.has(key))).toEqual(before.slice(0, -1))
    })
  })
}
