/** A program with one of everything, and ways to call each operation of the API on it. */
import { sha256 } from '../../src/secrets.ts'
import { ERRORS, type ErrorCode } from '../../src/errors.ts'
import type { Fact } from '../../src/facts.ts'
import type { CallerKind } from '../../src/http/api/caller.ts'
import type { Served } from '../../src/http/api/operation.ts'
import type { Receipt } from '../../src/ledger/books.ts'
import { basic, startServer, type Answer, type Ask, type Overrides, type TestServer } from './http.ts'
import { importRow } from './import-rows.ts'

export const PARTNER_TOKEN = 'pt_of_ada'
export const TRACKING_TOKEN = 'tt_of_the_program'

export interface World {
  readonly server: TestServer
  /** Keys of what there is, by what it is. */
  readonly keys: Readonly<Record<string, string>>
  record(...facts: Fact[]): Promise<Receipt>
}

export interface Named {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: unknown
}

const person = { firstName: null, lastName: null, destination: 'https://shop.example/' } as const
const nothing = { name: null, providerKey: null, meta: null } as const

export const customer = (customerKey: string, email: string, partnerKey = 'ada'): Fact => ({
  ...{ kind: 'customer.create', customerKey, email, partnerKey, ...nothing },
})
export const payment = (ref: string, key: string | null, amount = 4900): Fact => ({
  ...{ kind: 'transaction.create', customer: ref, key, amount, currency: null, categoryKey: null },
  ...{ productKey: null, metadata: null },
})
const prospect = (kind: 'deal' | 'lead', externalKey: string, partner: string | null): Fact => ({
  ...{ kind: 'prospect.create', prospect: kind, partner, group: partner === null ? 'gold' : null },
  ...{ externalKey, data: {} },
})

/** Two partners, three customers of whom two share an e-mail, a payment, and one of everything else. */
async function furnish(record: World['record'], server: TestServer): Promise<Record<string, string>> {
  await record({ kind: 'partner', partnerKey: 'ada', email: 'ada@partners.example', group: null, ...person })
  const gold = {
    kind: 'group.create',
    actor: 'api',
    name: 'Gold',
    slug: 'gold',
    destination: null,
    features: {},
  } as const
  await record(gold)
  await record({ ...gold, name: 'Silver', slug: 'silver' })
  await record({ kind: 'partner', partnerKey: 'bob', email: 'bob@partners.example', group: 'gold', ...person })
  await record({ kind: 'partner', partnerKey: 'eve', email: 'eve@partners.example', group: null, ...person })
  await record({ kind: 'partner.token', actor: 'operator', ref: 'ada', tokenHash: sha256(PARTNER_TOKEN) })
  const c1 = await record(customer('c1', 'c1@example.com'))
  await record(customer('c2', 'twin@example.com'))
  await record(customer('c3', 'twin@example.com', 'bob'))
  await record({ kind: 'customer.edit', ref: 'c3', providerKey: 'cus_taken' })
  const paid = await record(payment('c1', 'order-1'))
  const deal = await record(prospect('deal', 'D1', 'ada'))
  await record(prospect('deal', 'D2', null))
  await record(prospect('deal', 'Deal without partner', null))
  await record(prospect('lead', 'Lead without partner', null))
  await record(prospect('deal', 'Deal of eve', 'eve'))
  await record(prospect('lead', 'Lead of eve', 'eve'))
  await record({ kind: 'partner.archive', actor: 'api', ref: 'eve' })
  const lead = await record(prospect('lead', 'L1', 'ada'))
  await record(prospect('lead', 'L2', 'bob'))
  await record({
    kind: 'action.create',
    targetType: 'customer',
    ref: 'c1',
    type: 'upload',
    value: 1,
    externalKey: 'act-1',
  })
  const given = { kind: 'reward.give', actor: 'api', source: 'api', partner: null, description: 'Bonus' } as const
  const bonus = await record({ ...given, customer: 'c1', transaction: null, amount: 500, currency: null })
  await record(payment('c1', 'order-0'))
  await record({ kind: 'transaction.archive', ref: 'order-0' })
  const triggers = await server.books.triggers({ mode: 'production', limit: 1, orderBy: 'created_at' })
  await server.books.addImport(importRow({ key: 'impo_1', state: 'done' }))
  const hook = { key: 'hook_1', events: ['customer.created'], secret: server.vault.seal('whsec_x') }
  await record({ kind: 'hook.create', actor: 'api', style: 'v1', target: 'https://hooks.example/', ...hook })
  await record({ kind: 'click', xid: 'x1', linkKey: 'link_1', partnerKey: 'ada', counted: true })
  return {
    ...{ customer: c1.customer?.customer.key ?? '', partner: c1.customer?.partner.key ?? '' },
    ...{ transaction: paid.transaction?.payment.key ?? '', deal: deal.prospect?.prospect.key ?? '' },
    ...{ lead: lead.prospect?.prospect.key ?? '', hook: 'hook_1', import: 'impo_1' },
    ...{ reward: bonus.reward?.reward.key ?? '', trigger: triggers.items[0]?.key ?? '' },
    program: `co_${server.production.publicKey.slice(3, 11)}`,
  }
}

export async function openWorld(overrides: Overrides = {}): Promise<World> {
  const server = await startServer({ privateTargets: true, ...overrides })
  const record: World['record'] = (...facts) =>
    server.books.record({ mode: 'production', at: server.now(), facts, delivery: null })
  const own = await server.books.apiKey(server.production.publicKey)
  if (own) await server.books.putApiKey({ ...own, trackingHash: sha256(TRACKING_TOKEN) })
  return { server, record, keys: await furnish(record, server) }
}

/** The address of an operation, its parameters in it. */
export function addressOf({ base, operation }: Served, { path = {}, query = '' }: Named): string {
  const filled = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(path[name] ?? 'nothing'),
  )
  return `${base}${filled}${query === '' ? '' : `?${query}`}`
}

export const authorizations = (server: TestServer): Record<CallerKind, string> => ({
  keys: basic(server.production),
  partner: `Bearer ${PARTNER_TOKEN}`,
  tracking: `Bearer ${TRACKING_TOKEN}`,
  admin: '',
})

/** Calls it as its first kind of caller does, unless `more` says otherwise. */
export function call(world: World, served: Served, named: Named, more: Ask = {}): Promise<Answer> {
  const { operation } = served
  const authorization = authorizations(world.server)[operation.callers[0] ?? 'keys']
  return world.server.ask(addressOf(served, named), {
    method: operation.method,
    ...(named.body !== undefined && more.body === undefined && { json: named.body }),
    ...more,
    headers: { authorization, ...more.headers },
  })
}

/** The code of an error, which only the log has. */
export function codeOf({ server }: World, answer: Answer): ErrorCode | null {
  const line = server.logged.findLast((one) => 'code' in one && one['request'] === answer.headers['x-request-id'])
  const code = line?.['code']
  return typeof code === 'string' && code in ERRORS ? (code as ErrorCode) : null
}

export interface Called {
  readonly status: number
  readonly message: string
  /** What is answered, whatever the version calls it. */
  readonly data: Readonly<Record<string, unknown>>
}

/** Calls by key pair; a path without a version is one of version 2. */
export const calling =
  (world: () => World) =>
  async (method: string, path: string, json?: unknown): Promise<Called> => {
    const { server } = world()
    const asked = /^\/(v1|api)\//.test(path) ? path : `/api/v2${path}`
    const answer = await server.ask(asked, { method, as: server.production, ...(json !== undefined && { json }) })
    const data = (answer.body['data'] ?? answer.body.rdata ?? {}) as Called['data']
    return { status: answer.status, message: String(answer.body['message']), data }
  }
