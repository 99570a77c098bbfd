/** What goes on beside the customers: files that are imported, and somebody who looks at the dashboard. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Mode } from '../../packages/ingest-server/src/facts.ts'
import type { Caller } from './caller.ts'
import type { Tally } from './tally.ts'

const FILE_ROWS = 400
const FILES_EVERY_MS = 5_000
const LOOKS_EVERY_MS = 500
const IMPORTED = 20

const keyOf = (n: number): string => `imported-${n}`

/** Customers that files tell of payments of. */
export async function prepareImports({ insist, server }: Caller, tally: Tally): Promise<void> {
  const headers = { authorization: server.authorization('production') }
  for (let n = 0; n < IMPORTED; n++) {
    const body = { key: keyOf(n), email: `${keyOf(n)}@shop.test`, partner_key: 'ada' }
    await insist('v1 customers', () => server.post('/v1/customers', body, headers))
    tally.customers.set(keyOf(n), { partner: 'ada', amounts: [], refunded: 0 })
  }
}

function file(tally: Tally, number: number): string {
  const rows = Array.from({ length: FILE_ROWS }, (_, n) => {
    const [customer, amount] = [keyOf(n % IMPORTED), 100 + ((number * FILE_ROWS + n) % 900)]
    tally.customers.get(customer)?.amounts.push(amount)
    return `${customer},${amount},USD,file-${number}-${n}`
  })
  return ['customer_key,amount,currency,key', ...rows, ''].join('\n')
}

export async function keepImporting(caller: Caller, tally: Tally, isOver: () => boolean): Promise<number> {
  let number = 0
  for (; !isOver(); number++) {
    const own = { 'content-type': 'text/csv', 'idempotency-key': `file-${number}` }
    const headers = { ...own, authorization: caller.server.authorization('production') }
    const body = file(tally, number)
    await caller.insist('imports', () => caller.request('/v1/import/transactions', { method: 'POST', headers, body }))
    await wait(FILES_EVERY_MS)
  }
  return number
}

/** Where the server says that it is: its dashboard takes pages of no other. */
export const PUBLIC_URL = 'http://partners.localhost'

/** A session of the dashboard: calls with its cookie. */
export async function logIn({ server }: Caller, password: string): Promise<Readonly<Record<string, string>>> {
  const headers = { 'content-type': 'application/json', origin: PUBLIC_URL }
  const body = JSON.stringify({ password })
  const answer = await fetch(`${server.origin}/admin/api/session`, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`the dashboard let nobody in: ${answer.status} ${await answer.text()}`)
  await answer.arrayBuffer()
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

const day = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
export const homePath = (mode: Mode = 'production'): string => `/admin/api/${mode}/home?from=${day(-5)}&to=${day(1)}`

export async function keepLooking(
  caller: Caller,
  headers: Readonly<Record<string, string>>,
  isOver: () => boolean,
): Promise<void> {
  const lists = ['customers', 'transactions', 'rewards', 'deliveries', 'partnerships', 'audit']
  const paths = [
    () => homePath(),
    () => '/admin/api/production/attention',
    ...lists.map((name) => () => `/admin/api/production/${name}?limit=25`),
  ]
  for (let n = 0; !isOver(); n++) {
    const path = paths[n % paths.length]?.() ?? ''
    await caller.insist('dashboard', () => caller.request(path, { headers }))
    await wait(LOOKS_EVERY_MS)
  }
}
