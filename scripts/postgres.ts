/**
 * A PostgreSQL server for the tests: found where Debian keeps it or on the PATH, installed where that can be done, started in a
 * temporary folder on a free port, and ended by its process id. It is as durable as the real one: fsync stays on.
 */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export interface TestPostgres {
  readonly url: string
  /** Ends it by a signal: SIGINT as an operator would, SIGQUIT and SIGKILL as an accident. */
  stop(signal?: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): Promise<void>
  /** Starts it again on the same data and port. */
  start(): Promise<void>
  /** Ends it, and leaves nothing behind. */
  dispose(): Promise<void>
}

const DEBIAN = '/usr/lib/postgresql'
const STARTING_MS = 30_000

/** The folder of the newest server's programs. */
function findPrograms(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((one, two) => Number(two) - Number(one)) : []
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ]
  return folders.find((folder) => ['postgres', 'initdb'].every((name) => existsSync(join(folder, name)))) ?? null
}

/** Runs a step in sight of the user; true when it went well. */
function step(command: string, ...args: string[]): boolean {
  console.log(`No PostgreSQL here yet: ${command} ${args.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

const isRoot = (): boolean => process.getuid?.() === 0
const hasApt = (): boolean => spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0

function ensurePrograms(): string {
  const install = (): boolean =>
    step('apt-get', 'update', '-q') && step('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'postgresql')
  const found = findPrograms() ?? (isRoot() && hasApt() && install() ? findPrograms() : null)
  if (found !== null) return found
  throw new Error(
    'The tests of the store on PostgreSQL need its server, 15 or newer. Install it (Debian: apt-get install postgresql), or name a server of your own with TEST_DATABASE_URL, and run the tests again.',
  )
}

/** PostgreSQL refuses to run as root: then it runs as its package's own user, or as nobody. */
function runAs(): { readonly uid: number; readonly gid: number } | Record<never, never> {
  if (!isRoot()) return {}
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = ['postgres', 'nobody'].map((name) => users.find(([its]) => its === name)).find(Boolean)
  if (!user)
    throw new Error("PostgreSQL does not run as root, and there is no user 'postgres' or 'nobody' to run it as.")
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    }),
  )
}

export async function startPostgres(): Promise<TestPostgres> {
  const programs = ensurePrograms()
  const owner = runAs()
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'))
  const [data, passwordFile] = [join(folder, 'data'), join(folder, 'password')]
  const password = randomBytes(16).toString('hex') // others on this machine can reach the port
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if ('uid' in owner) for (const path of [folder, passwordFile]) chownSync(path, owner.uid, owner.gid)
  const kind = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--username=tests', `--pwfile=${passwordFile}`]
  execFileSync(join(programs, 'initdb'), ['-D', data, '--no-sync', ...kind], { ...owner, cwd: folder, stdio: 'pipe' })

  const port = await freePort()
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'log_min_messages=fatal']
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  let server: ChildProcess | null = null

  const launch = (): Promise<boolean> => {
    const started = spawn(join(programs, 'postgres'), args, { ...owner, cwd: folder, stdio: 'ignore' })
    server = started
    return new Promise((resolve) => {
      started.once('exit', () => resolve(false))
      void isReady(join(data, 'postmaster.pid'), started).then(resolve)
    })
  }
  const start = async (): Promise<void> => {
    // After a SIGKILL its children hold the data for a moment longer, and a new server refuses it until they are gone.
    for (const end = Date.now() + STARTING_MS; Date.now() < end; await wait(100)) if (await launch()) return
    throw new Error(`PostgreSQL did not start in ${folder} within ${STARTING_MS / 1000} s`)
  }
  const stop: TestPostgres['stop'] = async (signal = 'SIGINT') => {
    const running = server
    server = null
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const gone = new Promise((resolve) => running.once('exit', resolve))
    running.kill(signal)
    await gone
  }
  // A run that ends without tidying up must not leave a server behind.
  process.once('exit', () => server?.kill('SIGQUIT'))
  await start()
  return {
    url: `postgres://tests:${password}@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async dispose() {
      await stop('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The server writes `ready` into its pid file once it takes connections. */
async function isReady(pidFile: string, server: ChildProcess): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const lines = existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : []
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return true
    await wait(20)
  }
  return false
}
