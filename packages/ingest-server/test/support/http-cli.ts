/** The command line as its users have it: a process of its own on a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
  /** The one JSON value on stdout. */
  readonly json: unknown
}

export interface Serving {
  readonly origin: string
  /** What was printed so far, on both streams. */
  printed(): string
  readonly process: ChildProcess
  /** Sends the signal and gives the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

export interface Cli {
  readonly folder: string
  run(...args: string[]): Promise<Ran>
  runWith(env: Record<string, string>, ...args: string[]): Promise<Ran>
  serve(env?: Record<string, string>): Promise<Serving>
  remove(): Promise<void>
}

export async function newCli(): Promise<Cli> {
  const folder = await mkdtemp(join(tmpdir(), 'cli-'))
  const start = (env: Record<string, string>, args: string[]): ChildProcess =>
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...args], {
      cwd: folder,
      // Nothing of the tests' own environment but where to find programs, and what was compiled of ours before.
      env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'], ...env },
    })

  async function runWith(env: Record<string, string>, ...args: string[]): Promise<Ran> {
    const child = start(env, args)
    let [out, err] = ['', '']
    child.stdout?.on('data', (text) => (out += text))
    child.stderr?.on('data', (text) => (err += text))
    const [code] = (await once(child, 'close')) as [number | null]
    const isOneLine = out.trimEnd() !== '' && !out.trimEnd().includes('\n')
    return { code, out, err, json: args.includes('--json') && isOneLine ? JSON.parse(out) : undefined }
  }

  return {
    folder,
    runWith,
    run: (...args) => runWith({}, ...args),
    async serve(env = {}) {
      const child = start({ PORT: '0', ...env }, ['serve'])
      let text = ''
      const origin = await new Promise<string>((resolve, reject) => {
        const read = (chunk: Buffer): void => {
          text += chunk
          const found = /Listening on (http:\S+)\nThe script is at .*\n/.exec(text)?.[1]
          if (found) resolve(found)
        }
        child.stdout?.on('data', read)
        child.stderr?.on('data', read)
        child.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)))
      })
      return {
        origin,
        process: child,
        printed: () => text,
        async stop(signal = 'SIGTERM') {
          if (child.exitCode !== null) return child.exitCode
          const ended = once(child, 'exit')
          child.kill(signal)
          return ((await ended) as [number | null])[0]
        },
      }
    },
    remove: () => rm(folder, { recursive: true }),
  }
}
