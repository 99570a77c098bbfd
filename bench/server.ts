/** A database made ready for a measurement: a key pair, a partner, customers with their Stripe ids, and payments already there. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Entry } from '../packages/ingest-server/src/entry.ts'
import type { Fact } from '../packages/ingest-server/src/facts.ts'
import type { Books } from '../packages/ingest-server/src/ledger/books.ts'
import { openBooks } from '../packages/ingest-server/src/open-books.ts'
import { newXid } from '../packages/ingest-server/src/secrets.ts'
import type { Target } from './requests.ts'
import { fullCharge } from './stripe-charge.ts'

const run = promisify(execFile)
const MAIN = fileURLToPath(new URL('../packages/ingest-server/src/main.ts', import.meta.url))
const SECRET = 'whsec_bench'
const CURSORS = 200

export interface Prepared {
  readonly target: Target
  readonly env: Readonly<Record<string, string>>
  /** Adds payments until there are so many; with progress on stderr. Where in the list they lie is told to `target`. */
  fill(payments: number): Promise<Target>
}

/** Time-ordered ids, before those of any run; or ids in no order at all, the same at every call. */
const idOf = (n: number, random: boolean): string =>
  random ? createHash('sha1').update(String(n)).digest('hex').slice(0, 24) : `old${String(n).padStart(9, '0')}`

const customerFact = (n: number): Fact => ({
  ...{ kind: 'customer.create', customerKey: `c${n}`, email: `c${n}@shop.test`, partnerKey: 'ada' },
  ...{ name: null, providerKey: `cus_bench${n}`, meta: null },
})

function paymentEntry(n: number, id: string, customers: number, at: number): Entry {
  const platform = { provider: 'stripe', account: '', id: `cus_bench${(n * 7_919) % customers}` }
  const fact: Fact = {
    ...{
      kind: 'payment',
      at,
      payment: { provider: 'stripe', account: '', id: `ch_${id}` },
      happenedAt: at,
      role: 'payment',
    },
    ...{
      records: true,
      amount: 5_000,
      captured: 5_000,
      paid: null,
      currency: 'USD',
      refundedTotal: 0,
      productKey: null,
    },
    ...{ categoryKey: null, metadata: {}, intent: `pi_${id}` },
    who: { customerKey: null, platform, email: null, name: null, partnerKey: null, mayCreate: true },
  }
  const body = Buffer.from(fullCharge({ id: `ch_${id}` }))
  const delivery = {
    provider: 'stripe',
    account: '',
    eventId: `evt_${id}`,
    type: 'charge.succeeded',
    body,
    headers: {},
    verdict: null,
  }
  return { mode: 'test', at, facts: [fact], delivery }
}

export async function inBatches(count: number, from: number, work: (n: number) => Promise<unknown>): Promise<void> {
  for (let n = from; n < count; n += 1_000) {
    await Promise.all(Array.from({ length: Math.min(1_000, count - n) }, (_, k) => work(n + k)))
    if (count - from > 50_000 && (n - from) % 50_000 === 0) process.stderr.write(`  ${n} of ${count} payments\n`)
  }
}

export async function withBooks<T>(url: string, work: (books: Books) => Promise<T>): Promise<T> {
  const database = url.startsWith('file:') ? { file: url.slice('file:'.length) } : { url }
  const books = await openBooks({ ...database, now: Date.now, onBug: (error) => console.error(error) })
  try {
    return await work(books)
  } finally {
    await books.close()
  }
}

/** Adds clicks on a link. */
export const fillClicks = (url: string, count: number): Promise<void> =>
  withBooks(url, (books) =>
    inBatches(count, 0, (n) => {
      const at = Date.now() - 3_600_000 + n
      const xid = newXid(at)
      const fact = { kind: 'click', xid, linkKey: 'link_0000000000bench', partnerKey: 'ada', counted: true } as const
      return books.record({ mode: 'test', at, delivery: null, facts: [fact] })
    }),
  )

/** Keys of transactions spread over the whole list, for pages at any depth. */
async function cursorsOf(books: Books, payments: number, random: boolean): Promise<string[]> {
  const step = Math.max(1, Math.floor(payments / CURSORS))
  const keys: string[] = []
  for (let n = 0; n < payments && keys.length < CURSORS; n += step) {
    const view = await books.transaction('test', `ch_${idOf(n, random)}`)
    if (view) keys.push(view.payment.key)
  }
  return keys
}

export interface PrepareOptions {
  readonly folder: string
  /** As DATABASE_URL. */
  readonly url: string
  readonly customers: number
  readonly randomIds?: boolean
}

/** What a server on this database is started with. */
export const envOf = (url: string): Readonly<Record<string, string>> => ({
  DATABASE_URL: url,
  ...{ HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error', API_LIMIT: '0', SIGNUP_LIMIT: '0' },
  SECRET_KEY: Buffer.alloc(32, 'bench').toString('base64'),
})

export async function prepareServer({ folder, url, customers, randomIds = false }: PrepareOptions): Promise<Prepared> {
  const env = envOf(url)
  const command = async (...args: string[]): Promise<Record<string, string>> => {
    const options = { env: { ...process.env, ...env }, cwd: folder }
    const { stdout } = await run(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', MAIN, ...args, '--json'],
      options,
    )
    return JSON.parse(stdout) as Record<string, string>
  }
  const { public_key: publicKey = '', secret_key: secretKey = '' } = await command('keys', 'create', '--mode', 'test')
  const ada = ['--email', 'ada@partners.test', '--partner-key', 'ada', '--destination', 'https://shop.test/']
  const { link = '' } = await command('partner', 'add', '--mode', 'test', ...ada)
  const { url: webhook = '' } = await command('webhook', 'set', 'stripe', '--mode', 'test', '--secret', SECRET)
  await withBooks(url, (books) =>
    inBatches(customers, 0, (n) =>
      books.record({ mode: 'test', at: Date.now(), delivery: null, facts: [customerFact(n)] }),
    ),
  )
  const target: Target = {
    ...{
      webhook: new URL(webhook).pathname,
      secret: SECRET,
      publicKey,
      link: new URL(link).pathname,
      customers,
      cursors: [],
    },
    authorization: `Basic ${Buffer.from(`${publicKey}:${secretKey}`).toString('base64')}`,
  }
  let standing = 0
  return {
    target,
    env,
    fill: (payments) =>
      withBooks(url, async (books) => {
        const start = Date.now() - 86_400_000
        await inBatches(payments, standing, (n) =>
          books.record(paymentEntry(n, idOf(n, randomIds), customers, start + Math.floor(n / 20))),
        )
        standing = Math.max(standing, payments)
        return { ...target, cursors: await cursorsOf(books, standing, randomIds) }
      }),
  }
}
