/** Every operation of the API, called through the generated client on a real server; each answer is what its description says. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApi, operationId, servedBy } from '../../ingest-server/src/http/api/openapi.ts'
import type { Served } from '../../ingest-server/src/http/api/operation.ts'
import { OPERATIONS } from '../../ingest-server/src/http/operations/index.ts'
import { startServer } from '../../ingest-server/test/support/http.ts'
import type { TestServer } from '../../ingest-server/test/support/http.ts'
import { generated } from '../scripts/generate.ts'
import { createClient, isNotFound } from '../src/index.ts'
import type { Method } from '../src/types.ts'

interface Input {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}
/** What a step finds: data of the steps before it, by operation. */
type Known = (operation: string) => { readonly key: string } & Readonly<Record<string, unknown>>
type Step = readonly [operation: string, input?: Input | ((known: Known) => Input)]

const of = (id: string): Input => ({ path: { id } })
const made = (operation: string) => (known: Known) => of(known(operation).key)
const changed = (operation: string, body: unknown) => (known: Known) => ({ ...of(known(operation).key), body })
const customer = (key: string) => ({ customer_key: key, email: `${key}@shop.test`, partner_key: 'ada' })
const target = (key: string) => ({ target_type: 'customer', target_key: key, type: 'upload', value: 1 })
const hook = 'https://vendor.test/hooks'

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
  ['listImports'],
  ['listPayouts'],
  ['listPrograms'],
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

/** Not in the story: what its reason says. */
const APART: Readonly<Record<string, string>> = {
  convertClick: 'takes a tracking token, which this client does not hold',
  getDealFile: 'always 404: see below',
  createPartnershipOf: 'the same as createPartnershipV1, by an address with the public key in it: see below',
  getImport: 'needs a file that was imported, which this client does not send',
  getProgram: 'needs the key of the one program: see below',
}

const served = new Map<string, Served>(servedBy(OPERATIONS).map((one) => [operationId(one), one]))

describe('a round trip', () => {
  let server: TestServer
  const known = new Map<string, unknown>()
  beforeAll(async () => {
    server = await startServer()
  })
  afterAll(() => server.close())

  const call = async (operation: string, input: Input): Promise<unknown> => {
    const one = served.get(operation)
    if (!one) throw new Error(`there is no operation '${operation}'`)
    const { publicKey, secretKey } = server.production
    const api = createClient({ baseUrl: server.origin, publicKey, secretKey, retries: 0 })
    const method = one.operation.method.toLowerCase() as Method
    const untyped = api[method] as unknown as (path: string, input: Input) => Promise<unknown>
    const data = await untyped(one.base + one.operation.path, input)
    return one.operation.answers.parse(data)
  }

  for (const [operation, input = {}] of STEPS) {
    it(`of ${operation}`, async () => {
      const find: Known = (name) => known.get(name) as ReturnType<Known>
      known.set(operation, await call(operation, typeof input === 'function' ? input(find) : input))
    })
  }

  it('of the address with the public key in it', async () => {
    const { publicKey } = server.production
    const input = { path: { public_key: publicKey }, body: { email: 'cleo@partners.test', partner_key: 'cleo' } }
    expect(await call('createPartnershipOf', input)).toMatchObject({ partner_key: 'cleo' })
  })

  it('of the one program', async () => {
    const [program] = (known.get('listPrograms') as { readonly items: readonly { readonly key: string }[] }).items
    expect(await call('getProgram', of(program?.key ?? ''))).toMatchObject({ key: program?.key })
  })

  it('of a file that is not there', async () => {
    const missing = await call('getDealFile', { path: { deal: 'd', file: 'f' } }).catch((error: unknown) => error)
    expect(isNotFound(missing)).toBe(true)
  })

  it('is made of every operation there is', () => {
    const told = new Set([...STEPS.map(([operation]) => operation), ...Object.keys(APART)])
    expect([...served.keys()].filter((id) => !told.has(id))).toEqual([])
    expect([...told].filter((id) => !served.has(id))).toEqual([])
  })
})

describe('the generated types', () => {
  it('are those of the API as it is: npm run generate', async () => {
    const file = readFileSync(new URL('../src/generated.ts', import.meta.url), 'utf8')
    expect(file === (await generated())).toBe(true)
  })

  it('are made of a document with an address for every operation', () => {
    const { paths } = openApi(OPERATIONS, 'https://partners.test')
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId: id }) => id))
    expect(ids.toSorted()).toEqual([...served.keys()].toSorted())
  })
})
