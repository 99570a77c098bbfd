/** Every operation of the API, called through the generated client on a real server; each answer is what its description says. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { sha256 } from '../../ingest-server/src/secrets.ts'
import { document, operationsOf, reader } from '../../ingest-server/test/support/document.ts'
import type { Documented } from '../../ingest-server/test/support/document.ts'
import { startServer } from '../../ingest-server/test/support/http.ts'
import type { TestServer } from '../../ingest-server/test/support/http.ts'
import { generated } from '../scripts/generate.ts'
import { createClient, isNotFound } from '../src/index.ts'
import type { Method } from '../src/types.ts'

interface Input {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Sent as a browser would send them, by itself. */
  readonly headers?: Readonly<Record<string, string>>
}
/** What a step finds: data of the steps before it, by operation. */
type Known = (operation: string) => { readonly key: string } & Readonly<Record<string, unknown>>
type Step = readonly [operation: string, input?: Input | ((known: Known, server: TestServer) => Input)]

const of = (id: string): Input => ({ path: { id } })
const made = (operation: string) => (known: Known) => of(known(operation).key)
const changed = (operation: string, body: unknown) => (known: Known) => ({ ...of(known(operation).key), body })
const customer = (key: string) => ({ customer_key: key, email: `${key}@shop.test`, partner_key: 'ada' })
const target = (key: string) => ({ target_type: 'customer', target_key: key, type: 'upload', value: 1 })
const hook = 'https://vendor.test/hooks'
const TRACKING_TOKEN = 'tt_round_trip'
/** A click that was recorded. */
const XID = '0SlGpYh3Kq9Zb1'
const byPublicKey = (body: object) => (_known: Known, server: TestServer) => ({
  body: { public_key: server.production.publicKey, ...body },
})
const file = (...lines: string[]): Input => ({ body: lines.map((line) => `${line}\n`).join('') })

const STEPS: readonly Step[] = [
  ['createGroup', { body: { name: 'Agencies', destination: 'https://acme.test/agencies' } }],
  ['listGroups'],
  ['getGroup', made('createGroup')],
  ['updateGroup', changed('createGroup', { name: 'Agents' })],
  ['replaceGroup', changed('createGroup', { name: 'Agents' })],
  ['createTrigger', { body: { event: 'transaction', reward: { type: 'percent', percent: 20 } } }],
  ['listTriggers'],
  ['getTrigger', made('createTrigger')],
  ['updateTrigger', changed('createTrigger', { name: 'a fifth' })],
  ['replaceTrigger', changed('createTrigger', { name: 'a fifth' })],
  ['createWebhook', { body: { target: `${hook}/2`, events: ['*'] } }],
  ['listWebhooks'],
  ['getWebhook', made('createWebhook')],
  ['updateWebhook', changed('createWebhook', { enabled: false })],
  ['replaceWebhook', changed('createWebhook', { enabled: false })],
  ['createWebhookV1', { body: { event: 'transaction_created', target_url: hook } }],
  ['listWebhooksV1'],
  ['deleteWebhookV1', { body: { event: 'transaction_created', target_url: hook } }],
  ['createPartnership', { body: { email: 'ada@partners.test', partner_key: 'ada' } }],
  ['createPartnershipV1', { body: { email: 'ben@partners.test', partner_key: 'ben' } }],
  [
    'createPartnershipOf',
    (_known, { production: { publicKey } }) => ({
      ...{ path: { public_key: publicKey }, body: { email: 'cleo@partners.test', partner_key: 'cleo' } },
    }),
  ],
  ['listPartnerships'],
  ['listPartnershipsV1'],
  ['getPartnership', of('ada')],
  ['updatePartnership', { ...of('ada'), body: { last_name: 'Byron' } }],
  ['replacePartnership', { ...of('ada'), body: { last_name: 'Byron' } }],
  ['createLink', { path: { partnership: 'ada' }, body: { path: 'ada-spring' } }],
  ['listLinks', { path: { partnership: 'ada' } }],
  ['createCustomer', { body: customer('c/1+ü%') }],
  ['createCustomerV1', { body: { ...customer('c2'), key: 'c2' } }],
  ['listCustomers', { query: { partner_key: 'ada' } }],
  ['listCustomersV1', { query: { limit: '1' } }],
  ['getCustomer', of('c/1+ü%')],
  ['getCustomerV1', of('c2@shop.test')],
  ['updateCustomer', { ...of('c2'), body: { name: 'Carla' } }],
  ['updateCustomerV1', { ...of('c2'), body: { name: 'Carla' } }],
  ['replaceCustomer', { ...of('c2'), body: { name: 'Carla' } }],
  ['replaceCustomerV1', { ...of('c2'), body: { name: 'Carla' } }],
  ['listSubscriptions', of('c2')],
  ['listSubscriptionsV1', of('c2')],
  ['signUp', byPublicKey({ customer_key: 'c3', partner_key: 'ada', signup_id: 's1' })],
  ['remember', (_known, server) => ({ ...byPublicKey({})(_known, server), headers: { origin: server.origin } })],
  ['convertClick', { body: { xid: XID, customer_key: 'c4' } }],
  ['createTransaction', { body: { customer_key: 'c2', amount: 4_900, currency: 'USD', key: 'order-1' } }],
  ['createTransactionV1', { ...of('c2'), body: { amount: 100, currency: 'JPY', key: 'order-2' } }],
  ['listTransactions'],
  ['listTransactionsV1'],
  ['listCustomerTransactionsV1', of('c2')],
  ['getTransaction', of('order-1')],
  ['getTransactionV1', of('order-2')],
  ['createAction', { body: { ...target('c2'), external_key: 'up-1' } }],
  ['createActionV1', { body: { ...target('c2'), external_key: 'up-2' } }],
  ['listActions'],
  ['createReward', { body: { amount: 500, description: 'Bonus', target: { key: 'c2', type: 'customer' } } }],
  ['listRewards'],
  ['getReward', made('createReward')],
  ['updateReward', changed('createReward', { reward_status: 'declined' })],
  ['createDeal', { body: { partner_key: 'ada', account_name: 'Initech', amount: 1, close_date: '2026-12-31' } }],
  ['listDeals'],
  ['getDeal', made('createDeal')],
  ['updateDeal', changed('createDeal', { stage: 'qualified' })],
  ['replaceDeal', changed('createDeal', { stage: 'won' })],
  ['listDealFiles', made('createDeal')],
  ['listDealFormTemplates'],
  ['assignDeal', (known) => ({ path: { deal: known('createDeal').key, partnership: 'ben', stack: 'any' } })],
  ['convertDeal', changed('createDeal', { email: 'peter@initech.test', customer_key: 'peter' })],
  ['createLead', { body: { partner_key: 'ada', email: 'milton@initech.test', name: 'Milton' } }],
  ['listLeads'],
  ['getLead', made('createLead')],
  ['updateLead', changed('createLead', { status: 'closed won' })],
  ['replaceLead', changed('createLead', { status: 'closed won' })],
  ['listLeadFiles', made('createLead')],
  ['listLeadFormTemplates'],
  ['convertLead', changed('createLead', { email: 'milton@initech.test', customer_key: 'milton' })],
  ['getPartnersTemplate'],
  ['getCustomersTemplate'],
  ['getTransactionsTemplate'],
  ['getRewardsTemplate'],
  ['importPartners', file('email', 'dora@partners.test')],
  ['importCustomers', file('customer_key,email,partner_key', 'c5,c5@shop.test,ada')],
  ['importTransactions', file('customer_key,amount,currency', 'c5,100,USD', 'c5,nothing,USD')],
  ['importRewards', file('partner_key,amount,description', 'ada,100,Bonus')],
  ['listImports'],
  ['getImport', made('importCustomers')],
  ['getImportErrors', made('importTransactions')],
  ['export', { path: { type: 'customers' } }],
  ['listPayouts'],
  ['listPrograms'],
  ['getProgram', (known) => of((known('listPrograms')['items'] as { readonly key: string }[])[0]?.key ?? '')],
  ['archiveTransaction', of('order-1')],
  ['archiveTransactionV1', of('order-2')],
  ['archiveAction', of('up-1')],
  ['archiveDeal', made('createDeal')],
  ['archiveLead', made('createLead')],
  ['archiveTrigger', made('createTrigger')],
  ['deleteWebhook', made('createWebhook')],
  ['archiveCustomer', of('c/1+ü%')],
  ['archiveCustomerV1', of('c2')],
  ['archiveGroup', made('createGroup')],
  ['archivePartnership', of('ben')],
]

/** By name, of the document as it is served. */
const OPERATIONS = new Map(operationsOf(document).map((one) => [one.operation.operationId, one]))

/** What a good answer is said to hold, without its envelope; files are text. */
function answerOf({ path, operation }: Documented): z.ZodType {
  const content = operation.responses['200']?.content
  if (!content) return z.undefined()
  const data = path.startsWith('/v1') ? 'rdata' : 'data'
  return content['application/json'] ? reader(content['application/json'].schema.properties?.[data] ?? {}) : z.string()
}

describe('a round trip', () => {
  let server: TestServer
  const [known, called] = [new Map<string, unknown>(), new Set<string>()]
  beforeAll(async () => {
    server = await startServer()
    const own = await server.books.apiKey(server.production.publicKey)
    await server.books.putApiKey({ ...own!, trackingHash: sha256(TRACKING_TOKEN) })
    await server.addPartner({ partnerKey: 'before' })
    const click = { kind: 'click', xid: XID, linkKey: 'link_before', partnerKey: 'before', counted: true } as const
    await server.books.record({ mode: 'production', at: server.now(), facts: [click], delivery: null })
  })
  afterAll(() => server.close())

  const call = async (name: string, { headers, ...input }: Input): Promise<unknown> => {
    const one = OPERATIONS.get(name)
    if (!one) throw new Error(`there is no operation '${name}'`)
    const asBrowser: typeof fetch = (url, init) => fetch(url, { ...init, headers: { ...init?.headers, ...headers } })
    const api = createClient({
      ...{ baseUrl: server.origin, ...server.production, trackingToken: TRACKING_TOKEN },
      ...{ retries: 0, fetch: asBrowser },
    })
    const untyped = api[one.method as Method] as unknown as (path: string, input: Input) => Promise<unknown>
    called.add(name)
    return answerOf(one).parse(await untyped(one.path, input))
  }

  for (const [operation, input = {}] of STEPS) {
    it(`of ${operation}`, async () => {
      const find: Known = (name) => known.get(name) as ReturnType<Known>
      known.set(operation, await call(operation, typeof input === 'function' ? input(find, server) : input))
    })
  }

  it('of a file that is not there', async () => {
    const missing = await call('getDealFile', { path: { deal: 'd', file: 'f' } }).catch((error: unknown) => error)
    expect(isNotFound(missing)).toBe(true)
  })

  it('has made a customer of the click', async () => {
    expect(await call('getCustomer', of('c4'))).toMatchObject({ partner_key: 'before' })
  })

  it('has brought out what it brought in, as files', () => {
    expect(known.get('export')).toMatch(/^customer_key,[\s\S]*\nc5,/)
    expect(known.get('getImportErrors')).toMatch(/nothing/)
    expect(known.get('getImport')).toMatchObject({ state: 'done', type: 'customers' })
  })

  it('has called every operation of the document', () => {
    expect([...OPERATIONS.keys()].filter((name) => !called.has(name))).toEqual([])
  })
})

describe('the generated types', () => {
  it('are those of the API as it is: npm run generate', async () => {
    const file = readFileSync(new URL('../src/generated.ts', import.meta.url), 'utf8')
    expect(file === (await generated())).toBe(true)
  })
})
