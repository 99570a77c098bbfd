/** What a measurement runs: processes that listen, and the load against them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { Load, Measured } from './load.ts'

const FLAGS = ['--disable-warning=ExperimentalWarning']

export interface Listener {
  readonly origin: string
  readonly child: ChildProcess
  stop(): Promise<void>
}

/** Starts a program that prints `Listening on <origin>`. */
export async function listener(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Listener> {
  const child = spawn(process.execPath, [...FLAGS, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
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

/** Megabytes a process has resident, where the system tells. */
export function memoryOf({ pid }: ChildProcess): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Math.round(Number(kilobytes) / 1024)
  } catch {
    return Number.NaN // not a Linux: the table shows that it is not known
  }
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, two) => one - two)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
