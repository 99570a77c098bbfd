/** The real app on a port of its own, over real books in a file of its own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp, type Deps } from '../../src/app.ts'
import type { Database } from '../../src/config.ts'
import type { Mode } from '../../src/facts.ts'
import { ensureWebhooks, withSecret } from '../../src/inbox/webhook-rows.ts'
import type { Books } from '../../src/ledger/books.ts'
import { createLog } from '../../src/log.ts'
import { createMeter } from '../../src/metrics/meter.ts'
import { openBooks } from '../../src/open-books.ts'
import { providers } from '../../src/providers/index.ts'
import { createVault, randomBase62, sha256, type Vault } from '../../src/secrets.ts'
import type { PartnerFact } from '../../src/facts.ts'
import { created } from './stripe-events.ts'

/** When the tests' server starts: the moment the tests' Stripe events were made. */
export const START = created * 1000

/** Tests ask as fast as they can. */
const NO_LIMITS = { api: 0, signups: 0 }

export const WHSEC = 'whsec_for_tests'

export interface KeyPair {
  readonly mode: Mode
  readonly publicKey: string
  readonly secretKey: string
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** The JSON that came; `{}` where none did. */
  readonly body: Record<string, unknown> & { rdata: Record<string, unknown> }
}

export interface Ask {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** Sent as JSON. */
  readonly json?: unknown
  readonly as?: KeyPair
}

export interface TestServer {
  readonly books: Books
  readonly vault: Vault
  readonly origin: string
  readonly production: KeyPair
  readonly test: KeyPair
  /** What was logged, one object a line. */
  readonly logged: Record<string, unknown>[]
  now(): number
  /** Lets time pass; a second or more, and what is cached is read anew. */
  pass(ms: number): void
  /** Sets the clock forward, or back, while no time passes. */
  step(ms: number): void
  /** Whatever is asked, byte for byte: no header is added but the connection's own, no redirect followed. */
  ask(path: string, ask?: Ask): Promise<Answer>
  addPartner(partner: Partial<PartnerFact> & { readonly partnerKey: string; readonly mode?: Mode }): Promise<void>
  addKey(mode: Mode): Promise<KeyPair>
  /** Path of Stripe's webhook address. */
  webhookPath(mode: Mode): Promise<string>
  close(): Promise<void>
}

export const basic = ({ publicKey, secretKey }: KeyPair): string =>
  `Basic ${Buffer.from(`${publicKey}:${secretKey}`).toString('base64')}`

function parsed(text: string): Answer['body'] {
  return text.startsWith('{') ? JSON.parse(text) : { rdata: {} }
}

function send(origin: string, path: string, { method, headers, body, json, as }: Ask): Promise<Answer> {
  const bytes = json === undefined ? body : JSON.stringify(json)
  const sent = {
    ...(as && { authorization: basic(as) }),
    ...(json !== undefined && { 'content-type': 'application/json' }),
    ...(bytes !== undefined && { 'content-length': String(Buffer.byteLength(bytes)) }),
    ...headers,
  }
  return new Promise((resolve, reject) => {
    const asked = httpRequest(origin, { path, method: method ?? 'GET', headers: sent, agent: false }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const isJson =
          /json(?:;|$)/.test(res.headers['content-type'] ?? '') && !/ndjson/.test(res.headers['content-type'] ?? '')
        resolve({ status: res.statusCode ?? 0, headers: res.headers, text, body: parsed(isJson ? text : '') })
      })
      res.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(bytes)
  })
}

export type Overrides = Partial<Omit<Deps, 'books'>> & {
  readonly wrap?: (books: Books) => Books
  /** Another database than a SQLite file of its own. */
  readonly database?: Database
}

export async function startServer(options: Overrides = {}): Promise<TestServer> {
  const { wrap = (books) => books, database, ...overrides } = options
  const folder = await mkdtemp(join(tmpdir(), 'ingest-'))
  let time = START
  let passed = 0
  const now = (): number => time
  const elapsed = (): number => passed
  const bugs: unknown[] = []
  const where = database ?? { file: join(folder, 'books.db') }
  const books = await openBooks({ ...where, now, onBug: (error) => bugs.push(error) })
  const vault = createVault(Buffer.alloc(32, 7))
  const logged: Record<string, unknown>[] = []
  const log = createLog({ level: 'debug', to: { write: (line) => void logged.push(JSON.parse(line)) } })

  for (const row of await ensureWebhooks({ books, providers, vault, now })) {
    await books.putWebhook(withSecret(row, WHSEC, vault, time))
  }
  const script = Buffer.from('/* the script */')
  const fixed = {
    publicUrl: 'http://127.0.0.1',
    linkHosts: [],
    apiOrigins: [],
    privateTargets: false,
    trustProxy: false,
    scriptPath: null,
    endpointPath: null,
    script,
    scriptMore: Buffer.from('/* with more */'),
    limits: NO_LIMITS,
    meter: createMeter(),
    metrics: async () => '',
    metricsToken: null,
    isEnding: () => false,
    serverId: '0123456789abcdef',
  }
  const app = createApp({ ...fixed, providers, now, elapsed, log, vault, ...overrides, books: wrap(books) })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const addKey = async (mode: Mode): Promise<KeyPair> => {
    const [publicKey, secretKey] = [`pk_${randomBase62(32)}`, `sk_${randomBase62(32)}`]
    await books.putApiKey({
      publicKey,
      mode,
      secretHash: sha256(secretKey),
      trackingHash: '',
      createdAt: time,
      revokedAt: null,
    })
    return { mode, publicKey, secretKey }
  }

  return {
    books,
    vault,
    origin,
    logged,
    production: await addKey('production'),
    test: await addKey('test'),
    now,
    pass(ms) {
      time += ms
      passed += ms
    },
    step: (ms) => void (time += ms),
    ask: (path, ask = {}) => send(origin, path, ask),
    addKey,
    async addPartner({ mode = 'production', ...partner }) {
      const blank = { firstName: null, lastName: null, group: null, destination: 'https://shop.example/' }
      const fact = { kind: 'partner', email: `${partner.partnerKey}@partners.example`, ...blank, ...partner } as const
      await books.record({ mode, at: time, facts: [fact], delivery: null })
    },
    async webhookPath(mode) {
      const row = (await books.webhooks()).find((webhook) => webhook.mode === mode && webhook.provider === 'stripe')
      return `/webhooks/stripe/${vault.open(row!.tokens[0]!.sealed)}`
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await books.close()
      await rm(folder, { recursive: true })
      if (bugs.length > 0) throw new AggregateError(bugs, 'the books met errors of their own')
    },
  }
}
