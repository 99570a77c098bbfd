/** The database: there, of this program, and as safe as it has to be. */
import { dirname } from 'node:path'
import type { Database } from '../config.ts'
import type { Condition } from '../store/condition.ts'
import { broken, note, ok, warning, wordsOf, type Finding } from './finding.ts'
import type { Probe } from './probe.ts'

const CHECK = 'database'
const OLDEST_POSTGRES = 15
/** What one process of a server holds at most. */
const CONNECTIONS = 12

const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' } as const

const schemaFinding = ({ schema: { found, known, state } }: Condition): Finding[] => {
  if (found === 0) return [note('schema', 'There is none yet: the first start of the server makes it.')]
  if (state === 'ahead')
    return [broken('schema', `It is of a newer program (${found}, this one knows ${known}).`, 'Upgrade this program.')]
  if (state === 'behind')
    return [
      warning(
        'schema',
        `It is older than this program (${found} of ${known}).`,
        'Start the server: it brings it up to date.',
      ),
    ]
  return [ok('schema', `Version ${found}, as this program knows it.`)]
}

/** By name: the value that is safe, what another costs, and how it is mended. */
const SAFE: readonly (readonly [name: string, safe: readonly string[], cost: string, mend: string])[] = [
  ['fsync', ['on'], 'a power cut can destroy the database', 'ALTER SYSTEM SET fsync = on; then reload.'],
  [
    ...(['synchronous_commit', ['on', 'remote_apply', 'remote_write', 'local']] as const),
    ...(['what was answered with 200 can be lost', "ALTER DATABASE … SET synchronous_commit = 'on';"] as const),
  ],
  ['full_page_writes', ['on'], 'a power cut can destroy pages', 'ALTER SYSTEM SET full_page_writes = on; then reload.'],
  ['server_encoding', ['UTF8'], 'names of other alphabets cannot be kept', 'Make the database with ENCODING UTF8.'],
  ['standby', ['off'], 'it only reads', 'Name the primary in DATABASE_URL.'],
  [
    'default_transaction_read_only',
    ['off'],
    'nothing can be written',
    'ALTER DATABASE … SET default_transaction_read_only = off;',
  ],
  [
    'journal_mode',
    ['wal'],
    'writing and reading wait for each other',
    'Start the server: it sets it. A file system that refuses it will not do.',
  ],
]

function settingFindings({ settings }: Condition): Finding[] {
  const unsafe = SAFE.filter(([name, safe]) => settings[name] !== undefined && !safe.includes(settings[name]))
  const most = settings['max_connections']
  const few = most !== undefined && Number(most) < 2 * CONNECTIONS
  return [
    ...unsafe.map(([name, , cost, mend]) => broken(name, `It is ${settings[name]}: ${cost}.`, mend)),
    ...(few
      ? [
          warning(
            'max_connections',
            `${most} are few: each process of a server takes up to ${CONNECTIONS}.`,
            `ALTER SYSTEM SET max_connections = 100; then restart PostgreSQL.`,
          ),
        ]
      : []),
    ...(unsafe.length === 0
      ? [
          ok(
            'durability',
            Object.entries(settings)
              .map((one) => one.join('='))
              .join(', '),
          ),
        ]
      : []),
  ]
}

function versionFinding({ engine, version, bytes }: Condition): Finding {
  const name = `${NAMES[engine]} ${version}`
  if (engine === 'postgres' && Number.parseInt(version) < OLDEST_POSTGRES)
    return warning(CHECK, `${name} is older than what is tested.`, `Upgrade PostgreSQL to ${OLDEST_POSTGRES} or newer.`)
  return ok(CHECK, `${name}, ${(bytes / 1e6).toFixed(1)} MB.`)
}

export const conditionFindings = (condition: Condition): Finding[] => [
  versionFinding(condition),
  ...schemaFinding(condition),
  ...settingFindings(condition),
]

/** A database that cannot be looked at. */
export function unreachable(database: Database, error: unknown): Finding {
  const why = wordsOf(error)
  if ('file' in database)
    return broken(
      CHECK,
      `${database.file} cannot be read: ${why}`,
      'Look at who owns it, and whether it is a database; else take back a backup: restore.',
    )
  const hint = /password|authentication|role/.test(why)
    ? 'Mend the user name or the password in DATABASE_URL; signs in a password are written as %XX.'
    : 'Look whether PostgreSQL runs, and whether DATABASE_URL names its host, port and database.'
  return broken(CHECK, `PostgreSQL does not answer: ${why}`, hint)
}

const GB = 1e9
const LEAST = 0.2 * GB
const LITTLE = 2 * GB

/** The disk that a SQLite file is on. */
export async function diskFindings(file: string, probe: Probe): Promise<Finding[]> {
  const { free, total, network } = await probe.space(file)
  const found = `${(free / GB).toFixed(1)} GB of ${(total / GB).toFixed(1)} GB are free for ${dirname(file)}.`
  const mend = 'Make room, or shorten how long deliveries are kept: settings set retention_days.'
  const room =
    free < LEAST ? broken('disk', found, mend) : free < LITTLE ? warning('disk', found, mend) : ok('disk', found)
  if (network === null) return [room]
  const far = `${file} is on a network file system (${network}), whose locks cannot be relied on.`
  return [room, broken('disk', far, 'Put it on a disk of this machine, or use PostgreSQL.')]
}

const OTHERS = 0o077

/** Whether others on the machine may read what only the server should. */
export async function permissionFindings(file: string, probe: Probe): Promise<Finding[]> {
  const [folder, mode] = [await probe.permissions(dirname(file)), await probe.permissions(file)]
  if (folder === null || mode === null) return []
  // Whoever may not enter the folder reads nothing in it.
  if ((folder & OTHERS) === 0 || (mode & OTHERS) === 0) return [ok('permissions', `Only its owner reads ${file}.`)]
  return [warning('permissions', `Others on this machine may read ${file}.`, `chmod 700 ${dirname(file)}`)]
}
