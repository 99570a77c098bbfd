/** The command line in this process: on a machine whose databases and files are real, and whose words are collected. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Machine } from '../../src/commands/machine.ts'
import { run } from '../../src/commands/program.ts'
import { readConfig } from '../../src/config.ts'
import { localFiles } from '../../src/local-files.ts'
import { localProbe } from '../../src/local-probe.ts'
import { inspectDatabase, openBooks, openStore } from '../../src/open-books.ts'
import { keptSecretKey, readSecretKey, secretKeyFile } from '../../src/secret-key.ts'

export interface Here {
  readonly folder: string
  /** The path of a file in it. */
  at(name: string): string
  /** `DATABASE_URL` is `books.db` in the folder, unless `env` says otherwise. */
  run(env: Readonly<Record<string, string>>, ...args: string[]): Promise<Ran>
  remove(): Promise<void>
}

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The one JSON value on stdout. */
  readonly json: unknown
}

const never = (): never => expect.unreachable('no command of these needs it')

/** `over` takes the place of parts of the machine. */
export async function newHere(over: Partial<Machine> = {}): Promise<Here> {
  const folder = await mkdtemp(join(tmpdir(), 'here-'))
  const at = (name: string): string => join(folder, name)

  const machineOf = (
    env: Readonly<Record<string, string>>,
    out: string[],
    err: string[],
    fail: () => void,
  ): Machine => {
    const config = () => readConfig({ DATABASE_URL: `file:${at('books.db')}`, ...env })
    const key = ({ secretKey, database }: ReturnType<typeof config>) =>
      secretKey ?? ('file' in database ? database.file : never())
    return {
      ...{ listen: never, startWorkers: never, toldToStop: never, scripts: never, readFile: never, writeFile: never },
      ...{ write: never, logger: never, version: () => '0.0.0', worker: null },
      workers: { onAsk: never, askAll: never },
      now: Date.now,
      elapsed: () => performance.now(),
      config,
      openBooks: ({ database }) => openBooks({ ...database, now: Date.now, onBug: never }),
      openStore: (database) => openStore(database),
      inspect: inspectDatabase,
      files: localFiles,
      probe: localProbe(),
      progress: () => undefined,
      secretKey: async (given) => {
        const found = key(given)
        return typeof found === 'string' ? keptSecretKey(found) : found
      },
      knownSecretKey: async (given) => {
        const found = key(given)
        return typeof found === 'string' ? readSecretKey(secretKeyFile(found)) : found
      },
      formerKeys: async ({ formerKeys }) => formerKeys,
      print: (line) => void out.push(line),
      note: (line) => void err.push(line),
      fail,
      ...over,
    }
  }
  return {
    folder,
    at,
    async run(env, ...args) {
      const [out, err]: [string[], string[]] = [[], []]
      let failed = false
      const code = await run(
        machineOf(env, out, err, () => (failed = true)),
        args,
      )
      const isJson = args.includes('--json') && out.length === 1
      const json: unknown = isJson ? JSON.parse(out[0] ?? '') : undefined
      return { code: failed && code === 0 ? 1 : code, out: out.join('\n'), err: err.join('\n'), json }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
