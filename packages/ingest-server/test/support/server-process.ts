/** The real server as a process of its own, with a database of its own, that can be killed and started again. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { openSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Mode } from '../../src/facts.ts'
import { samplers } from '../../src/samples/index.ts'
import type { Sample } from '../../src/samples/sample.ts'
import { sign } from './stripe-events.ts'
import type { StripeEventBody } from './stripe-events.ts'

/** A line of `webhook list --json`. */
interface Door {
  readonly mode: Mode
  readonly provider: string
  readonly url: string
  readonly username?: string
  readonly password?: string
}

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const FLAGS = ['--disable-warning=ExperimentalWarning', MAIN]
const SECRET = 'whsec_process'
const run = promisify(execFile)

/** What a server was set up with; another one beside it has the same. */
interface Installation {
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  readonly keys: ReadonlyMap<Mode, { readonly public_key: string; readonly secret_key: string }>
  /** Path of Stripe's webhook address. */
  readonly paths: ReadonlyMap<Mode, string>
  /** In production, by provider. */
  readonly doors: ReadonlyMap<string, Door>
}

export interface ServerProcess {
  readonly installation: Installation
  readonly origin: string
  readonly folder: string
  /** Of the process that is running, or ran last. */
  readonly pid: number
  /** `Authorization` of the mode's key pair. */
  authorization(mode: Mode): string
  publicKey(mode: Mode): string
  /** Runs a command on the same database, as another process; what it printed, read as JSON. */
  command(...args: string[]): Promise<unknown>
  /** Posts an event to Stripe's URL of the mode, signed now; the status, or null where no answer came. */
  deliver(mode: Mode, event: StripeEventBody): Promise<number | null>
  /** Posts a delivery of any platform to its production URL, signed now. */
  send(platform: string, sample: Sample): Promise<number | null>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<number | null>
  get(
    path: string,
    mode: Mode,
  ): Promise<{
    readonly status: number
    readonly rdata: { readonly items: Record<string, unknown>[]; readonly has_more: boolean }
  }>
  /** SIGKILL: nothing is finished, nothing is closed. */
  kill(): Promise<void>
  /** SIGKILL to one of its workers. */
  killWorker(): Promise<void>
  /** SIGTERM; its exit code. */
  stop(): Promise<number | null>
  start(): Promise<void>
  dispose(): Promise<void>
}

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', () => resolve()) : resolve(),
  )

export interface ServerOptions {
  /** Another database than a SQLite file in the server's folder. */
  readonly databaseUrl?: string
  /** Processes that serve; on PostgreSQL only. */
  readonly workers?: number
  readonly logLevel?: string
  /** The server on whose database this is another one, with the same keys and addresses. */
  readonly beside?: ServerProcess
  /** A file in the server's folder that its log is added to. */
  readonly logFile?: string
  /** A module that the server's process loads first. */
  readonly preload?: string
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string>>
}

async function commandOn(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, [...FLAGS, ...args, '--json'], { env })
  return JSON.parse(stdout)
}

/** A database with a key pair, partners `ada` and `ben`, and Stripe's secret, in both modes. */
async function install({ databaseUrl, logLevel = 'error', env: more }: ServerOptions): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'server-'))
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl ?? `file:${join(folder, 'books.db')}`,
    ...(databaseUrl && { SECRET_KEY: Buffer.alloc(32, 7).toString('base64') }),
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: logLevel,
    ...{ API_LIMIT: '0', SIGNUP_LIMIT: '0' },
    ...more,
  }
  const keys = new Map<Mode, { public_key: string; secret_key: string }>()
  const paths = new Map<Mode, string>()
  const doors = new Map<string, Door>()
  const command = (...args: string[]): Promise<unknown> => commandOn(env, args)
  const installMode = async (mode: Mode): Promise<void> => {
    keys.set(mode, (await command('keys', 'create', '--mode', mode)) as { public_key: string; secret_key: string })
    for (const name of ['ada', 'ben']) {
      const who = ['--email', `${name}.${mode}@partners.test`, '--partner-key', name]
      await command('partner', 'add', ...who, '--destination', 'https://shop.test/', '--mode', mode)
    }
    const { url } = (await command('webhook', 'set', 'stripe', '--mode', mode, '--secret', SECRET)) as { url: string }
    paths.set(mode, new URL(url).pathname)
  }
  await Promise.all([installMode('production'), installMode('test')])
  await command('webhook', 'set', 'chargify', '--secret', SECRET)
  for (const door of (await command('webhook', 'list')) as Door[]) {
    if (door.mode === 'production') doors.set(door.provider, door)
  }
  return { folder, env, keys, paths, doors }
}

/** Starts `serve` on a free port. */
export async function startServerProcess(options: ServerOptions = {}): Promise<ServerProcess> {
  const { workers = 1, beside, logFile, preload } = options
  const installation = beside?.installation ?? (await install(options))
  const { folder, env, keys, paths, doors } = installation
  let child: ChildProcess | null = null
  let origin = ''

  const start = async (): Promise<void> => {
    const loaded = preload === undefined ? [] : ['--import', preload]
    const started = spawn(process.execPath, [...loaded, ...FLAGS, 'serve', '--workers', String(workers)], {
      env,
      stdio: ['ignore', 'pipe', logFile === undefined ? 'inherit' : openSync(join(folder, logFile), 'a')],
    })
    child = started
    let told = ''
    origin = await new Promise<string>((resolve, reject) => {
      started.once('exit', (code) => reject(new Error(`the server ended with ${code} before it listened: ${told}`)))
      started.stdout?.on('data', (text: Buffer) => {
        told += text.toString()
        const address = /Listening on (http:\S+)/.exec(told)?.[1]
        if (address) resolve(address)
      })
    })
  }
  const kill = async (): Promise<void> => {
    child?.kill('SIGKILL')
    if (child) await gone(child)
  }
  const send = async (
    path: string,
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string>,
  ): Promise<number | null> => {
    try {
      const response = await fetch(origin + path, { method: 'POST', headers, body })
      await response.arrayBuffer()
      return response.status
    } catch {
      return null // the server was killed before it answered: nothing was promised
    }
  }
  await start()
  const authorization = (mode: Mode): string =>
    `Basic ${Buffer.from(`${keys.get(mode)?.public_key}:${keys.get(mode)?.secret_key}`).toString('base64')}`
  return {
    installation,
    get origin() {
      return origin
    },
    folder,
    get pid() {
      return child?.pid ?? 0
    },
    command: (...args) => commandOn(env, args),
    authorization,
    publicKey: (mode) => keys.get(mode)?.public_key ?? '',
    deliver(mode, event) {
      const body = JSON.stringify(event)
      return send(paths.get(mode) ?? '', body, {
        'content-type': 'application/json',
        'stripe-signature': sign(body, SECRET, Date.now()),
      })
    },
    async send(platform, sample) {
      const [door, sampler] = [doors.get(platform), samplers.get(platform)]
      if (!door || !sampler) throw new Error(`${platform} has no webhook here`)
      const credentials = {
        secrets: door.username ? [] : [SECRET],
        username: door.username ?? null,
        passwords: door.password ? [door.password] : [],
      }
      return send(new URL(door.url).pathname, sample.body, {
        ...sample.headers,
        ...sampler.sign(sample, credentials, Date.now()),
      })
    },
    post: (path, body, headers = {}) =>
      send(path, JSON.stringify(body), { 'content-type': 'application/json', ...headers }),
    async get(path, mode) {
      const response = await fetch(origin + path, { headers: { authorization: authorization(mode) } })
      const { rdata } = (await response.json()) as Awaited<ReturnType<ServerProcess['get']>>
      return { status: response.status, rdata }
    },
    kill,
    async killWorker() {
      const { stdout } = await run('pgrep', ['-P', String(child?.pid)])
      const pids = stdout.trim().split('\n').map(Number)
      process.kill(pids[Math.floor(Math.random() * pids.length)] ?? 0, 'SIGKILL')
    },
    async stop() {
      child?.kill('SIGTERM')
      if (child) await gone(child)
      return child?.exitCode ?? null
    },
    start,
    async dispose() {
      await kill()
      if (!beside) await rm(folder, { recursive: true, force: true })
    },
  }
}
