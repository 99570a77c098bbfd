/** What one customer does, over every surface: a click, a sign-up, payments by a platform and by both APIs, money back, a look. */
import type { ServerProcess } from '../../packages/ingest-server/test/support/server-process.ts'
import { PLATFORMS, tell, type Step } from '../../packages/ingest-server/test/support/platform-stories.ts'
import type { Caller } from './caller.ts'
import type { Tally } from './tally.ts'

const json = { 'content-type': 'application/json' }
const DAY_MS = 86_400_000
/** Of a payment that is partly given back, in hundredths. */
const BACK = 25

async function give({ server, insist }: Caller, step: Step): Promise<void> {
  const post = (path: string, body: object, headers = {}) => server.post(path, body, headers)
  const { kind } = step
  if (kind === 'delivery') await insist(`webhooks ${step.platform}`, () => server.send(step.platform, step.sample))
  else if (kind === 'customer') {
    const authorization = server.authorization('production')
    await insist('v1 customers', () => post('/v1/customers', step.body, { authorization }))
  } else {
    const body = { public_key: server.publicKey('production'), ...step.body }
    await insist('sign-ups', () => post('/v1/signups', body))
  }
}

/** A click that is not answered may have been counted or not: it is the one thing that nobody asks again for. */
async function click({ turn, request }: Caller, tally: Tally, partner: string): Promise<void> {
  await turn()
  const status = await request(`/r/${partner}?utm_source=soak`, { headers: { 'sec-fetch-dest': 'document' } })
  tally.answered('links', status)
  if (status === 302) tally.clicks.answered++
  else if (status === null || status === 503) tally.clicks.unanswered++
  else tally.faults.push(`links was answered ${status}`)
}

interface Payment {
  readonly customer: string
  readonly amount: number
  readonly key: string
}

async function pay(caller: Caller, server: ServerProcess, { customer, amount, key }: Payment): Promise<void> {
  const headers = { ...json, authorization: server.authorization('production'), 'idempotency-key': key }
  const call = (surface: string, path: string, body: object): Promise<boolean> =>
    caller.insist(surface, () => caller.request(path, { method: 'POST', headers, body: JSON.stringify(body) }))
  const body = { amount, currency: 'USD', key }
  if (amount % 2 === 0) await call('v1 transactions', `/v1/customers/${customer}/transactions`, body)
  else await call('v2 transactions', '/api/v2/transactions', { ...body, customer_key: customer })
}

/** The `n`-th customer's; when it resolves, all of it has arrived. */
export async function live(caller: Caller, tally: Tally, n: number): Promise<void> {
  const { server } = caller
  const platform = PLATFORMS[n % PLATFORMS.length] ?? 'stripe'
  const partner = n % 3 === 0 ? 'ben' : 'ada'
  const joins = (['script', 'api', 'both'] as const)[n % 3] ?? 'both'
  const [amount, isGivenBack] = [1_000 + ((n * 7_919) % 9_000), n % 4 === 1]
  const back = isGivenBack ? [BACK] : []
  const prefix = `s${n}x`
  const customer = `${prefix}c0`
  const payments = [{ amount, back, fails: false, names: true }]
  const { steps } = tell(platform, [{ joins, partner, payments }], { prefix, start: Date.now() - DAY_MS })
  const own = [2_000 + (n % 50) * 2, 3_001 + (n % 50) * 2]
  const refunded = isGivenBack ? Math.floor((amount * BACK) / 100) : 0
  tally.customers.set(customer, { partner, amounts: [amount, ...own], refunded })

  await click(caller, tally, partner)
  for (const step of steps) await give(caller, step)
  for (const [index, sum] of own.entries())
    await pay(caller, server, { customer, amount: sum, key: `${customer}-${index}` })
  const headers = { authorization: server.authorization('production') }
  await caller.insist('v1 reads', () => caller.request(`/v1/customers/${customer}`, { headers }))
  await caller.insist('v2 reads', () => caller.request(`/api/v2/transactions?customer_key=${customer}`, { headers }))
}
