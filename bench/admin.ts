/** How long the dashboard's pages wait for the server: what each calls, one call after another, and all of a page's at once. */
import { openDatabases, standingDatabase } from './databases.ts'
import type { Engine } from './databases.ts'
import { pagesOf, type Called, type Known, type PageCalls } from './admin-calls.ts'
import { SERVE, listener } from './processes.ts'
import { fillProgram, type ProgramOptions } from './program.ts'
import { envOf, prepareServer, withBooks } from './server.ts'

export interface AdminOptions extends ProgramOptions {
  readonly engine: Engine
  /** A database of one's own, which stays: filled where it is empty, measured as it is where it is not. */
  readonly at?: string
  /** Of each page; fewer where they take long. */
  readonly rounds: number
}

export interface Waited {
  readonly page: string
  /** Null: all calls of the page at once, until the last has answered. */
  readonly call: string | null
  readonly rounds: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
}

const PUBLIC_URL = 'http://dashboard.test'
const PASSWORD = 'correct horse battery staple'
/** A page is given so long at most, and at least so many rounds. */
const MOST_MS = 6_000
const LEAST = 12
const WARM = 2

const percentile = (values: readonly number[], part: number): number =>
  Number((values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1] ?? NaN).toFixed(1))

type Ask = (call: Called) => Promise<Record<string, unknown>>

async function logIn(origin: string): Promise<Ask> {
  const json = { 'content-type': 'application/json', origin: PUBLIC_URL }
  const body = JSON.stringify({ password: PASSWORD })
  const answer = await fetch(`${origin}/admin/api/session`, { method: 'POST', headers: json, body })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { data } = (await answer.json()) as { data: { csrf_token: string } }
  const headers = { ...json, cookie, 'x-csrf-token': data.csrf_token }
  return async ({ method = 'GET', path, body: sent }) => {
    const made = await fetch(origin + path, { method, headers, ...(sent && { body: JSON.stringify(sent) }) })
    const told = (await made.json()) as { data: Record<string, unknown>; message: string }
    if (!made.ok) throw new Error(`${method} ${path}: ${made.status} ${told.message}`)
    return told.data
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function waited({ page, calls }: PageCalls, rounds: number, ask: Ask): Promise<Waited[]> {
  const names = Object.keys(calls(0))
  const isOne = names.length === 1
  const times = new Map<string | null, number[]>([...(isOne ? [] : names), null].map((name) => [name, []]))
  const begun = performance.now()
  for (let n = -WARM; n < rounds && (n < LEAST || performance.now() - begun < MOST_MS); n++) {
    const asked = Object.entries(calls(Math.abs(n)))
    for (const [name, call] of isOne ? [] : asked) {
      const took = await timed(() => ask(call))
      if (n >= 0) times.get(name)?.push(took)
    }
    const took = await timed(() => Promise.all(asked.map(([, call]) => ask(call))))
    if (n >= 0) times.get(null)?.push(took)
  }
  return [...times].map(([call, all]) => ({
    ...{ page, call, rounds: all.length, p50: percentile(all, 0.5), p95: percentile(all, 0.95) },
  }))
}

/** Keys from all over each list: the newest page, and those at the ends of ever earlier months. */
async function keysOf(ask: Ask): Promise<Known> {
  const month = 30 * 86_400_000
  const keys = async (resource: string): Promise<string[]> => {
    const of = async (months: number): Promise<string[]> => {
      const query = `limit=25&max_created=${Date.now() - months * month}`
      const { items } = await ask({ path: `/admin/api/production${resource}?${query}` })
      return (items as { key: string }[]).map(({ key }) => key)
    }
    return (await Promise.all([0, 2, 4, 6, 8, 10].map(of))).flat()
  }
  const { items } = await ask({ path: '/admin/api/production/deliveries?limit=250' })
  const named = await ask({ path: '/admin/api/production/partnerships?limit=50&order_by=created_at' })
  const path = '/admin/api/production/partnerships/partner0/page-link'
  const { token } = await ask({ method: 'POST', path, body: { days: 7 } })
  return {
    ...{
      transactions: await keys('/transactions'),
      customers: await keys('/customers'),
      rewards: await keys('/rewards'),
    },
    partnerships: (named['items'] as { key: string }[]).map(({ key }) => key),
    deliveries: (items as { key: string }[]).map(({ key }) => key),
    partnerPage: `/partner/${String(token)}/data`,
  }
}

const isFilled = (url: string): Promise<boolean> =>
  withBooks(url, async (books) => {
    const { items } = await books.transactions({ mode: 'production', limit: 1, orderBy: '-created_at' })
    return items.length > 0
  })

export async function admin({
  engine,
  at,
  rounds,
  ...program
}: AdminOptions): Promise<{ about: object; waits: Waited[] }> {
  const databases = await (at === undefined ? openDatabases(engine) : standingDatabase(at))
  try {
    const url = await databases.create('books')
    if (!(await isFilled(url))) {
      await prepareServer({ folder: databases.folder, url, customers: 0 })
      await fillProgram(url, program)
    }
    const server = await listener(SERVE, { ...envOf(url), PUBLIC_URL, ADMIN_PASSWORD: PASSWORD })
    try {
      const ask = await logIn(server.origin)
      const waits: Waited[] = []
      for (const page of pagesOf(program, await keysOf(ask))) {
        const found = await waited(page, rounds, ask)
        process.stderr.write(`${page.page}: ${found.map(({ call, p95 }) => `${call ?? 'all'} ${p95}`).join(', ')} ms\n`)
        waits.push(...found)
      }
      return { about: databases.about, waits }
    } finally {
      await server.stop()
    }
  } finally {
    await databases.dispose()
  }
}
