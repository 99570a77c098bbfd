/** `doctor` on an installation that is sound, and on each that is wrong in one way. */
import { chmod, stat } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Machine } from '../../src/commands/machine.ts'
import { configError } from '../../src/config.ts'
import { inboxFindings, outboxFindings } from '../../src/doctor/books.ts'
import type { Finding } from '../../src/doctor/finding.ts'
import type { Answered, Probe } from '../../src/doctor/probe.ts'
import { localProbe } from '../../src/local-probe.ts'
import { inspectDatabase } from '../../src/open-books.ts'
import { serverIdOf } from '../../src/server-id.ts'
import type { Condition, Outbox } from '../../src/store/condition.ts'
import type { Attention } from '../../src/store/reports.ts'
import { newHere, type Here } from '../support/machine.ts'

const KEY = Buffer.alloc(32, 5)
const SCRIPT = Buffer.from('the script')
const DAY_MS = 86_400_000
const GB = 1e9
const NOW = Date.UTC(2026, 10, 28)

const SOUND = {
  PUBLIC_URL: 'https://partners.example.com',
  LINK_HOST: 'go.example.com',
  SECRET_KEY: KEY.toString('base64'),
  ADMIN_PASSWORD: 'correct horse battery',
  METRICS_TOKEN: 'a-token-of-some-length',
  TRUST_PROXY: 'loopback',
}

const answerOf = (body: Buffer | string, more: Partial<Answered> = {}): Answered => ({
  status: 200,
  headers: { date: new Date(NOW).toUTCString(), 'content-type': 'application/json' },
  body: Buffer.from(body),
  ...more,
})
const health = (id: string): Answered =>
  answerOf(JSON.stringify({ status: 200, message: 'alive', service: 'partnerstack-ingest', server: id }))
const refused = (): never => {
  throw new Error('connect ECONNREFUSED 203.0.113.1:443')
}

/** The world as it should be; each case changes a part. */
interface World {
  now: number
  health: () => Answered
  script: () => Answered
  certificate: Awaited<ReturnType<Probe['certificate']>>
  space: Awaited<ReturnType<Probe['space']>>
  /** Of the database, over what is found. */
  condition: Partial<Condition>
  scripts: Machine['scripts']
}
const sound = (): World => ({
  now: NOW,
  health: () => health(serverIdOf(KEY)),
  script: () => answerOf(SCRIPT, { headers: { 'content-type': 'text/javascript' } }),
  certificate: { validUntil: NOW + 60 * DAY_MS, problem: null },
  space: { free: 50 * GB, total: 100 * GB, network: null },
  condition: {},
  scripts: async () => ({ script: SCRIPT, scriptMore: SCRIPT }),
})
let world = sound()
beforeEach(() => {
  world = sound()
})

let here: Here
/** An installation in which nothing was ever set up but its database. */
let bare: Here
const machine: Partial<Machine> = {
  now: () => world.now,
  scripts: () => world.scripts(),
  inspect: async (database) => ({ ...(await inspectDatabase(database)), ...world.condition }),
  probe: {
    get: async (url) => (url.endsWith('/healthz') ? world.health() : world.script()),
    certificate: async () => world.certificate,
    space: async () => world.space,
    permissions: localProbe().permissions,
  },
}
beforeAll(async () => {
  here = await newHere(machine)
  await here.run(SOUND, 'keys', 'create')
  await here.run(SOUND, 'webhook', 'set', 'stripe', '--secret', 'whsec_1')
  bare = await newHere(machine)
  await bare.run(SOUND, 'settings', 'list')
})
afterAll(async () => {
  await here.remove()
  await bare.remove()
})

const POSTGRES = { engine: 'postgres', version: '16.4', logBytes: null } as const
const SAFE = {
  ...{ fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on', max_connections: '100', server_encoding: 'UTF8' },
  ...{ default_transaction_read_only: 'off', standby: 'off' },
}
const onPostgres = (settings: Readonly<Record<string, string>>): Partial<Condition> => ({
  ...{ ...POSTGRES, settings: { ...SAFE, ...settings }, now: world.now },
})

type Row = readonly [what: string, env: Readonly<Record<string, string>>, change: () => void, expected: string | RegExp]
const nothing = (): void => undefined

const BROKEN: readonly Row[] = [
  ['a port that is none', { PORT: 'http' }, nothing, /PORT: It must be a port number[^]*Set PORT anew/],
  [
    'PostgreSQL without a key',
    { DATABASE_URL: 'postgres://localhost/x', SECRET_KEY: '' },
    nothing,
    /SECRET_KEY: It is required[^]*openssl rand -base64 32/,
  ],
  [
    'PostgreSQL that is not there',
    { DATABASE_URL: 'postgres://someone:hidden@127.0.0.1:1/x' },
    nothing,
    /database: PostgreSQL does not answer: .*ECONNREFUSED[^]*Look whether PostgreSQL runs/,
  ],
  [
    'a database of a newer program',
    {},
    () => (world.condition = { schema: { found: 99, known: 9, state: 'ahead' } }),
    /schema: It is of a newer program \(99, this one knows 9\)\.\n +Upgrade this program/,
  ],
  [
    'PostgreSQL that may lose what it said it has',
    {},
    () => (world.condition = onPostgres({ synchronous_commit: 'off' })),
    /synchronous_commit: It is off: what was answered with 200 can be lost\.\n +ALTER DATABASE/,
  ],
  [
    'PostgreSQL without fsync',
    {},
    () => (world.condition = onPostgres({ fsync: 'off' })),
    /fsync: It is off: a power cut/,
  ],
  [
    'a standby',
    {},
    () => (world.condition = onPostgres({ standby: 'on' })),
    /standby: It is on: it only reads[^]*primary/,
  ],
  [
    'an encoding that knows few letters',
    {},
    () => (world.condition = onPostgres({ server_encoding: 'LATIN1' })),
    /server_encoding: It is LATIN1/,
  ],
  [
    'a disk that is full',
    {},
    () => (world.space = { ...world.space, free: 0.1 * GB }),
    /disk: 0\.1 GB of 100\.0 GB[^]*Make room/,
  ],
  [
    'a file over a network',
    {},
    () => (world.space = { ...world.space, network: 'nfs' }),
    /network file system \(nfs\)[^]*use PostgreSQL/,
  ],
  [
    'another key than the secrets were kept with',
    { SECRET_KEY: Buffer.alloc(32, 6).toString('base64') },
    nothing,
    /SECRET_KEY: It opens 0 of \d+ secrets[^]*Put back the one/,
  ],
  [
    'no key at all',
    { SECRET_KEY: '' },
    nothing,
    /SECRET_KEY: It is not there, and the secrets of webhooks are kept under it/,
  ],
  [
    'a password that anybody tries',
    { ADMIN_PASSWORD: 'password123' },
    nothing,
    /ADMIN_PASSWORD: It is one that anybody tries first/,
  ],
  [
    'a public address without https',
    { PUBLIC_URL: 'http://partners.example.com' },
    nothing,
    /PUBLIC_URL: http:\S+ is not https[^]*proxy with a certificate/,
  ],
  ['a link host without https', { LINK_HOST: 'http://go.example.com' }, nothing, /LINK_HOST: http:\S+ is not https/],
  [
    'nobody at the public address',
    {},
    () => (world.health = refused),
    /healthz cannot be reached: connect ECONNREFUSED[^]*Start the server/,
  ],
  [
    'a proxy that reaches nobody',
    {},
    () => (world.health = () => answerOf('', { status: 502 })),
    /answers 502: a proxy is there[^]*HOST and PORT/,
  ],
  [
    'an address that leads on',
    {},
    () => (world.health = () => answerOf('', { status: 301, headers: { location: 'https://www.example.com/' } })),
    /redirects to https:\/\/www\.example\.com\/ \(301\)[^]*follow no redirects/,
  ],
  [
    'a page of another program',
    {},
    () => (world.health = () => answerOf('<h1>Welcome</h1>')),
    /answers 200, and not as this server does/,
  ],
  [
    'another installation',
    {},
    () => (world.health = () => health('feedfeedfeedfeed')),
    /leads to another installation/,
  ],
  [
    'a script that a proxy keeps away',
    {},
    () => (world.script = () => answerOf('no', { status: 404 })),
    /The script is not at \S+\/v1\/: it answers 404[^]*Let every path/,
  ],
  [
    'a certificate that ran out',
    {},
    () => (world.certificate = { validUntil: NOW - DAY_MS, problem: 'CERT_HAS_EXPIRED' }),
    /ran out on 2026-11-27[^]*Renew it/,
  ],
  [
    'a certificate of its own making',
    {},
    () => (world.certificate = { ...world.certificate, problem: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    /is not trusted: DEPTH_ZERO_SELF_SIGNED_CERT[^]*browsers trust/,
  ],
  [
    'a script that is not built',
    {},
    () => (world.scripts = () => Promise.reject(configError('The script', 'is not built'))),
    /script: It is not built[^]*npm run build/,
  ],
  [
    'a clock far ahead',
    {},
    () => (world.now = NOW + 3_600_000),
    /clock: It is 3600\.0 s ahead of that of PUBLIC_URL[^]*timedatectl/,
  ],
  [
    "a clock far behind the database's",
    {},
    () => (world.condition = { ...onPostgres({}), now: NOW + 90_000 }),
    /clock: It is 90\.\d s behind that of the database/,
  ],
  ['a clock that begins anew', {}, () => (world.now = 0), /clock: It says 1970-01-01T00:00:00\.000Z/],
]

const WARNINGS: readonly Row[] = [
  [
    'a certificate that runs out soon',
    {},
    () => (world.certificate = { ...world.certificate, validUntil: NOW + 5 * DAY_MS }),
    /good until 2026-12-03 \(5 days\)[^]*Renew/,
  ],
  ['a disk that fills', {}, () => (world.space = { ...world.space, free: 1.5 * GB }), /disk: 1\.5 GB/],
  [
    'a database of an older program',
    {},
    () => (world.condition = { schema: { found: 1, known: 9, state: 'behind' } }),
    /schema: It is older[^]*Start the server/,
  ],
  [
    'an old PostgreSQL',
    {},
    () => (world.condition = { ...onPostgres({}), version: '13.9' }),
    /PostgreSQL 13\.9 is older than what is tested/,
  ],
  [
    'few connections',
    {},
    () => (world.condition = onPostgres({ max_connections: '10' })),
    /max_connections: 10 are few/,
  ],
  ['a short password', { ADMIN_PASSWORD: 'k3yb0ard' }, nothing, /ADMIN_PASSWORD: It is short/],
  ['any caller as its own proxy', { TRUST_PROXY: 'true' }, nothing, /TRUST_PROXY: It is true/],
  [
    'a proxy that is not named',
    { TRUST_PROXY: '' },
    nothing,
    /TRUST_PROXY: PUBLIC_URL is https[^]*TRUST_PROXY=loopback/,
  ],
  [
    'a script that a cache has kept',
    {},
    () => (world.script = () => answerOf('older', { headers: { 'content-type': 'text/javascript' } })),
    /is not the one that this program has/,
  ],
  [
    'a clock a little off',
    {},
    () => (world.condition = { ...onPostgres({}), now: NOW + 5_000 }),
    /clock: It is 5\.\d s behind/,
  ],
]

const doctor = (env: Readonly<Record<string, string>> = {}, where = here) => where.run({ ...SOUND, ...env }, 'doctor')
const statesIn = (out: string): Set<string> => new Set(out.match(/^(?:ok|note|warning|broken)(?= )/gm))

describe('doctor', () => {
  it('finds nothing where nothing is wrong, and ends with 0', async () => {
    const { code, out } = await doctor()
    expect([code, statesIn(out)]).toEqual([0, new Set(['ok'])])
    expect(out).toMatch(/All is well\.$/)
  })

  it.each(BROKEN)('ends with 1 and says what to mend: %s', async (_what, env, change, expected) => {
    change()
    const { code, out } = await doctor(env)
    expect(out).toMatch(expected)
    expect([code, statesIn(out).has('broken')]).toEqual([1, true])
    expect(out).toMatch(/\n\d+ to mend, \d+ to look at\.$/)
  })

  it.each(WARNINGS)('ends with 0, and says what to look at: %s', async (_what, env, change, expected) => {
    change()
    const { code, out } = await doctor(env)
    expect(out).toMatch(expected)
    expect([code, statesIn(out)]).toEqual([0, new Set(['ok', 'warning'])])
    expect(out).toMatch(/\n0 to mend, [12] to look at\.$/)
  })

  it('misses key pairs and the secrets of webhooks where there are none', async () => {
    const { code, out } = await doctor({}, bare)
    expect(code).toBe(0)
    expect(out).toMatch(/warning +keys: There is no key pair in production[^]*keys create/)
    expect(out).toMatch(/warning +webhooks: No signing secret of a payment platform is set[^]*webhook set stripe/)
  })

  it('says what the first start will make', async () => {
    const { code, out } = await doctor({ DATABASE_URL: `file:${here.at('none/books.db')}`, ADMIN_PASSWORD: '' })
    expect(code).toBe(0)
    expect(out).toMatch(/note +database: \S+ is not there yet: the first start of the server makes it/)
    expect(out).toMatch(/note +ADMIN_PASSWORD: There is none yet/)
    await expect(stat(here.at('none'))).rejects.toThrow('ENOENT')
  })

  it('sees who else may read the database', async () => {
    await chmod(bare.folder, 0o755)
    await chmod(bare.at('books.db'), 0o644)
    expect((await doctor({}, bare)).out).toMatch(/warning +permissions: Others on this machine may read[^]*chmod 700/)
    await chmod(bare.folder, 0o700)
    expect((await doctor({}, bare)).out).toMatch(/ok +permissions/)
  })

  it('is one JSON value for programs', async () => {
    world.space = { ...world.space, free: 0 }
    const { code, json } = await here.run(SOUND, 'doctor', '--json')
    expect([code, json]).toMatchObject([1, { sound: false, findings: expect.any(Array) }])
    const { findings } = json as { readonly findings: readonly Finding[] }
    expect(findings.filter(({ state }) => state !== 'ok')).toMatchObject([
      { check: 'disk', state: 'broken', mend: expect.stringContaining('retention_days') },
    ])
  })

  it('tells no secret', async () => {
    const outs = [await doctor(), await doctor({ DATABASE_URL: 'postgres://someone:hidden@127.0.0.1:1/x' })]
    const all = outs.map(({ out, err }) => out + err).join('\n')
    for (const secret of [SOUND.SECRET_KEY, SOUND.ADMIN_PASSWORD, SOUND.METRICS_TOKEN, 'hidden', 'whsec_1'])
      expect(all).not.toContain(secret)
  })
})

describe('what the books have to say', () => {
  const fine: Attention = { failed: 0, unmatched: 0, parked: 0, rewardsToApprove: 0, flagged: 0 }
  const told = (hooks: Partial<Outbox['hooks']>): Outbox => ({
    ...{ mode: 'production', waiting: 7, oldest: null, hooks: { standing: 0, failing: 0, off: 0, ...hooks } },
  })
  it.each([
    ['nothing', inboxFindings(fine), ['ok']],
    ['a fault of ours', inboxFindings({ ...fine, failed: 2 }), ['warning']],
    ['what waited in vain', inboxFindings({ ...fine, unmatched: 1_000 }), ['note']],
    ['nobody to tell', outboxFindings(told({})), []],
    ['all who listen', outboxFindings(told({ standing: 2 })), ['ok']],
    ['who does not', outboxFindings(told({ standing: 1, failing: 1, off: 1 })), ['warning', 'note']],
  ] as const)('%s', (_what, findings, states) => {
    expect(findings.map(({ state }) => state)).toEqual(states)
    for (const { state, mend } of findings) expect(mend === null).toBe(state === 'ok')
  })
})
