/** What a measurement runs: processes that listen, and the load against them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Load, Measured } from './load.ts'

const FLAGS = ['--disable-warning=ExperimentalWarning']
/** As `npm run ingest` starts it. */
export const SERVE = [
  ...['--import', new URL('../packages/ingest-server/compile-cache.js', import.meta.url).href],
  '--max-semi-space-size=8',
  fileURLToPath(new URL('../packages/ingest-server/src/main.ts', import.meta.url)),
  'serve',
]

export interface Listener {
  readonly origin: string
  readonly child: ChildProcess
  stop(): Promise<void>
}

/** Starts a program that prints `Listening on <origin>`. */
export async function listener(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Listener> {
  const child = spawn(process.execPath, [...FLAGS, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // As the service and the image start it.
    env: { MALLOC_ARENA_MAX: '1', ...process.env, ...env },
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let told = ''
  const origin = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code}: ${told}`)))
    child.stdout.on('data', (chunk: Buffer) => {
      told += chunk.toString()
      const address = /Listening on (http:\S+)/.exec(told)?.[1]
      if (address) resolve(address)
    })
  })
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await gone // at once, where it has ended before
  }
  return { origin, child, stop }
}

export async function load(what: Load): Promise<Measured> {
  const child = spawn(process.execPath, [...FLAGS, fileURLToPath(new URL('./load.ts', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(JSON.stringify(what))
  return JSON.parse(await text(child.stdout)) as Measured
}

interface Stat {
  readonly parent: number
  /** Milliseconds of processor time, of its ended children too. */
  readonly cpu: number
}

/** How Linux counts processor time. */
const TICK_MS = 10

function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const ticks = fields.slice(11, 15).reduce((sum, value) => sum + value, 0)
    return { parent: fields[1] ?? 0, cpu: ticks * TICK_MS }
  } catch {
    return null // it has ended meanwhile, or this is not a Linux: the table shows that it is not known
  }
}

export const parentOf = (pid: number): number => statOf(pid)?.parent ?? 0

/** A process with all that descend from it. */
function familyOf(pid: number): { readonly pid: number; readonly stat: Stat }[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = statOf(Number(name))
      return stat ? [{ pid: Number(name), stat }] : []
    })
  const family = all.filter((one) => one.pid === pid)
  for (const member of family) family.push(...all.filter(({ stat }) => stat.parent === member.pid))
  return family
}

const totalled = (pid: number | undefined, what: (member: { pid: number; stat: Stat }) => number): number => {
  try {
    const family = familyOf(pid ?? 0)
    return family.length === 0 ? Number.NaN : family.reduce((sum, member) => sum + what(member), 0)
  } catch {
    return Number.NaN // not a Linux
  }
}

/** Milliseconds of processor time that a process and its descendants have used. */
export const cpuOf = (pid: number | undefined): number => totalled(pid, ({ stat }) => stat.cpu)

const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** Megabytes that a server has resident, in all its threads and processes. */
export const memoryOf = ({ pid }: ChildProcess): number => Math.round(totalled(pid, (member) => residentOf(member.pid)))

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, two) => one - two)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
