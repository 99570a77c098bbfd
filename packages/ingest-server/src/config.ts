/** The environment as typed settings, or one clear error that names the variable. */
import { isIP } from 'node:net'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** A host whose whole path space is referral links. */
export interface LinkHost {
  /** Lower-case, without port. */
  readonly host: string
  readonly origin: string
}

/** A SQLite file, or a PostgreSQL database by its address. */
export type Database = { readonly file: string } | { readonly url: string }

export interface Config {
  readonly database: Database
  readonly host: string
  readonly port: number
  /** Without a slash at its end. */
  readonly publicUrl: string
  readonly linkHosts: readonly LinkHost[]
  /** Pages of these origins may call the API from a browser. */
  readonly apiOrigins: readonly string[]
  /** Null: kept beside the SQLite file. */
  readonly secretKey: Buffer | null
  /** What was sealed with these is still opened. */
  readonly formerKeys: readonly Buffer[]
  /** The dashboard's; null: one is made up at the first start. */
  readonly adminPassword: string | null
  readonly trustProxy: string | number | boolean
  readonly logLevel: string
  /** Who has it may read the metrics; null: nobody. */
  readonly metricsToken: string | null
  /** How long the server goes on after it was told to stop, so that whoever balances the load can take note of it, ms. */
  readonly drainMs: number
  /** How long requests under way may take from then on, ms. */
  readonly shutdownMs: number
  /** One more path that serves the browser script. */
  readonly scriptPath: string | null
  /** One more path that takes sign-ups, with `remember` beside it. */
  readonly endpointPath: string | null
  /** Webhooks may be sent to private addresses, and without https. */
  readonly privateTargets: boolean
  /** Calls a minute; 0 is no limit. */
  readonly limits: { readonly api: number; readonly signups: number }
}

/** A variable that cannot be used; the message says which and why. */
export const isConfigError = (error: unknown): error is Error => error instanceof Error && error.name === 'ConfigError'

export function configError(variable: string, problem: string): Error {
  return Object.assign(new Error(`${variable} ${problem}`), { name: 'ConfigError' })
}

const isWebAddress = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '')

const isPostgres = (url: string): boolean => /^postgres(ql)?:/.test(url)

const database = z
  .string()
  .default('file:./data/partnerstack.db')
  .refine(
    (url) => isPostgres(url) || /^file:./.test(url),
    'must be file:<path>, as file:./data/partnerstack.db, or postgres://<user>:<password>@<host>/<database>.',
  )
  .refine(
    (url) => !isPostgres(url) || URL.canParse(url),
    'must be an address: postgres://<user>:<password>@<host>/<database>, other signs in the password as %XX.',
  )
  .transform((url): Database => {
    if (isPostgres(url)) return { url }
    return { file: url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length) }
  })

const linkHosts = z
  .string()
  .default('')
  .transform((list) => list.split(',').map((entry) => entry.trim()))
  .transform((entries) => entries.filter(Boolean).map((entry) => (entry.includes('://') ? entry : `https://${entry}`)))
  .refine(
    (origins) => origins.every((origin) => isWebAddress(origin) && new URL(origin).pathname === '/'),
    'must be a comma list of hosts, as go.example.com (or http://go.localhost:8010, where https is not used).',
  )
  .transform((origins) => origins.map((text) => ({ host: new URL(text).hostname, origin: new URL(text).origin })))

const apiOrigins = z
  .string()
  .default('')
  .transform((list) => list.split(',').flatMap((entry) => entry.trim().replace(/\/$/, '') || []))
  .refine(
    (origins) => origins.every((origin) => isWebAddress(origin) && new URL(origin).origin === origin),
    'must be a comma list of origins, as https://app.example.com: scheme and host, no path.',
  )

const isKey = (text: string): boolean => /^[\w+/-]{43}=?$/.test(text) && Buffer.from(text, 'base64').length === 32

const formerKeys = z
  .string()
  .default('')
  .transform((list) => list.split(',').flatMap((entry) => entry.trim() || []))
  .refine(
    (keys) => keys.every(isKey),
    'must be a comma list of keys that SECRET_KEY has held, each 32 bytes in base64.',
  )
  .transform((keys) => keys.map((text) => Buffer.from(text, 'base64')))

const secretKey = z
  .string()
  .refine(isKey, 'must be 32 bytes in base64. Make one with: openssl rand -base64 32')
  .transform((text) => Buffer.from(text, 'base64'))
  .optional()

const isProxy = (text: string): boolean => {
  const [address = '', bits = '0'] = text.split('/')
  return ['loopback', 'linklocal', 'uniquelocal'].includes(text) || (isIP(address) > 0 && /^\d{1,3}$/.test(bits))
}

const trustProxy = z
  .string()
  .default('false')
  .refine(
    (text) => /^(true|false|\d{1,2})$/.test(text) || text.split(',').every((one) => isProxy(one.trim())),
    'must be a number of proxies, or a comma list of their addresses, as loopback, 10.0.0.0/8.',
  )
  .transform((text) =>
    text === 'true' || text === 'false' ? text === 'true' : /^\d+$/.test(text) ? Number(text) : text,
  )

const callsAMinute = (fallback: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d{1,9}$/.test(text), 'must be a whole number of calls a minute; 0 is no limit.')
    .transform(Number)

const ownPath = (example: string) =>
  z
    .string()
    .refine((path) => /^(\/[\w.~-]+)+$/.test(path), `must be a path of letters, digits and . _ ~ -, as ${example}.`)
    .optional()

const seconds = (fallback: number, least: number) =>
  z
    .string()
    .default(String(fallback))
    .refine(
      (text) => /^\d{1,4}$/.test(text) && Number(text) >= least,
      `must be a whole number of seconds, from ${least}.`,
    )
    .transform((text) => Number(text) * 1_000)

const Environment = z.object({
  DATABASE_URL: database,
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .default('8010')
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) < 65536, 'must be a port number, 0 to 65535.')
    .transform(Number),
  PUBLIC_URL: z
    .string()
    .refine(isWebAddress, 'must be an http or https address, as https://partners.example.com.')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  LINK_HOST: linkHosts,
  API_ORIGINS: apiOrigins,
  SECRET_KEY: secretKey,
  SECRET_KEY_PREVIOUS: formerKeys,
  ADMIN_PASSWORD: z
    .string()
    .min(8, 'must be at least 8 characters.')
    .max(1000, 'must be at most 1000 characters.')
    .optional(),
  TRUST_PROXY: trustProxy,
  API_LIMIT: callsAMinute(60_000),
  SIGNUP_LIMIT: callsAMinute(600),
  METRICS_TOKEN: z
    .string()
    .regex(
      /^[\w+/=~.-]{16,512}$/,
      'must be 16 to 512 letters, digits or . _ ~ + / = -. Make one with: openssl rand -hex 32',
    )
    .optional(),
  DRAIN_SECONDS: seconds(0, 0),
  SHUTDOWN_SECONDS: seconds(25, 1),
  WEBHOOK_PRIVATE_TARGETS: z.enum(['allow', 'refuse'], 'must be allow or refuse.').default('refuse'),
  LOG_LEVEL: z
    .string()
    .default('info')
    .refine(
      (level) => ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'].includes(level),
      'must be fatal, error, warn, info, debug, trace or silent.',
    ),
  SCRIPT_PATH: ownPath('/js/partners.js'),
  ENDPOINT_PATH: ownPath('/js/sign-ups'),
})

/** A database by its address, as an option gives it; `what` names the option. */
export function databaseOf(address: string, what: string): Database {
  const result = database.safeParse(address)
  if (!result.success) throw configError(what, result.error.issues[0]?.message ?? 'is no database.')
  return result.data
}

/** Reads the environment; an empty variable counts as absent. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const result = Environment.safeParse(given)
  if (!result.success) {
    const { path, message } = result.error.issues[0]!
    throw configError(String(path[0]), message)
  }
  const { data } = result
  if ('url' in data.DATABASE_URL && !data.SECRET_KEY) {
    throw configError(
      'SECRET_KEY',
      'is required with PostgreSQL, the same for every server on the database: 32 bytes in base64. Make one with: openssl rand -base64 32',
    )
  }
  const own = [data.ENDPOINT_PATH, data.ENDPOINT_PATH?.replace(/[^/]*$/, 'remember')]
  if (data.SCRIPT_PATH && own.includes(data.SCRIPT_PATH)) {
    throw configError('SCRIPT_PATH', 'may not be ENDPOINT_PATH, or the path remember beside it.')
  }
  const authority = `${data.HOST.includes(':') ? `[${data.HOST}]` : data.HOST}:${data.PORT}`
  const publicUrl = data.PUBLIC_URL ?? `http://${authority}`
  if (!isWebAddress(publicUrl)) throw configError('HOST', 'must be a host name or an address.')
  if (data.LINK_HOST.some(({ host }) => host === new URL(publicUrl).hostname)) {
    throw configError('LINK_HOST', 'may not be the host of PUBLIC_URL: every path of a link host is a referral link.')
  }
  return {
    database: data.DATABASE_URL,
    host: data.HOST,
    port: data.PORT,
    publicUrl,
    linkHosts: data.LINK_HOST,
    apiOrigins: data.API_ORIGINS,
    secretKey: data.SECRET_KEY ?? null,
    formerKeys: data.SECRET_KEY_PREVIOUS,
    adminPassword: data.ADMIN_PASSWORD ?? null,
    trustProxy: data.TRUST_PROXY,
    logLevel: data.LOG_LEVEL,
    metricsToken: data.METRICS_TOKEN ?? null,
    drainMs: data.DRAIN_SECONDS,
    shutdownMs: data.SHUTDOWN_SECONDS,
    scriptPath: data.SCRIPT_PATH ?? null,
    endpointPath: data.ENDPOINT_PATH ?? null,
    privateTargets: data.WEBHOOK_PRIVATE_TARGETS === 'allow',
    limits: { api: data.API_LIMIT, signups: data.SIGNUP_LIMIT },
  }
}
