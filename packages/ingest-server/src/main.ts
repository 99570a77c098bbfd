#!/usr/bin/env node
/** The command line's entry, and the only file that reads the environment, the clock, the disk and a port. */
import { access, constants, readFile } from 'node:fs/promises'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setFlagsFromString } from 'node:v8'
import { ASSETS } from './assets.ts'
import type { Machine } from './commands/machine.ts'
import { run } from './commands/program.ts'
import { configError, readConfig } from './config.ts'
import { listen } from './listen.ts'
import { createLog } from './log.ts'
import { localFiles } from './local-files.ts'
import { localProbe } from './local-probe.ts'
import { inspectDatabase, openBooks, openStore } from './open-books.ts'
import { sameServer } from './same-server.ts'
import { formerSecretKey, keptSecretKey, readSecretKey, secretKeyFile } from './secret-key.ts'
import { endWorker, startWorkers, workerNumber } from './workers.ts'

// All memory is collected when it has doubled since the last time, in every thread; V8 would wait until it has grown fourfold.
setFlagsFromString('--heap-growing-percent=100')

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

async function readScripts(): Promise<{ script: Buffer; scriptMore: Buffer }> {
  try {
    return {
      script: await readFile(new URL('partnerstack.min.js', ASSETS.script)),
      scriptMore: await readFile(new URL('partnerstack.more.min.js', ASSETS.script)),
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    throw configError('The browser script', 'is not built yet. Build it once: npm run build')
  }
}

/** Bytes of a file read at a time. */
const CHUNK = 256 * 1024

/** A line that is written over on a terminal; elsewhere at most one every few seconds, for a log. */
function progressOn(stream: NodeJS.WriteStream): (line: string) => void {
  const every = 5_000
  let last = -every
  return (line) => {
    if (stream.isTTY) return void stream.write(`\r\u001b[K${line}`)
    if (line === '' || performance.now() - last < every) return
    last = performance.now()
    stream.write(`${line}\n`)
  }
}

// A log that cannot be written, as on a full disk, stops nobody's work.
process.stderr.on('error', () => undefined)
// Told to whoever wrote: `Machine.write`.
process.stdout.on('error', () => undefined)

const note = (line: string): void => void process.stderr.write(`${line}\n`)

const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string
}

const machine: Machine = {
  version: () => version,
  now: () => Date.now(),
  elapsed: () => performance.now(),
  config: () => readConfig(process.env),
  openBooks: ({ database }, watch) =>
    openBooks({
      ...database,
      now: () => Date.now(),
      threads: watch !== undefined,
      onBug: (error, what) => note(`${what}: ${error instanceof Error ? error.stack : String(error)}`),
      ...watch,
    }),
  openStore: async (database, { mustExist }) => {
    if (mustExist && 'file' in database && !existsSync(database.file)) {
      throw configError('The database', `is to be ${database.file}, which is not there.`)
    }
    return openStore(database)
  },
  inspect: inspectDatabase,
  files: localFiles,
  probe: localProbe(),
  progress: progressOn(process.stderr),
  secretKey: async ({ secretKey, database }) => {
    if (secretKey) return secretKey
    if ('file' in database) return keptSecretKey(database.file)
    throw configError('SECRET_KEY', 'is required with PostgreSQL.')
  },
  knownSecretKey: async ({ secretKey, database }) =>
    secretKey ?? ('file' in database ? readSecretKey(secretKeyFile(database.file)) : null),
  formerKeys: async ({ formerKeys, secretKey, database }) =>
    secretKey || 'url' in database ? formerKeys : [...formerKeys, ...(await formerSecretKey(database.file))],
  scripts: readScripts,
  // Not pino's own destination: at the end of the process it waits for room on the disk, for ever.
  logger: (level, onLine) => createLog({ level, to: process.stderr, ...(onLine && { onLine }) }),
  listen,
  worker: workerNumber(process.env),
  startWorkers,
  workers: sameServer(),
  toldToStop: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal))
    }),
  readFile: async (path) => {
    await access(path, constants.R_OK).catch((error: Error) => {
      throw configError(path, `cannot be read: ${error.message}`)
    })
    return { bytes: () => createReadStream(path, { highWaterMark: CHUNK }) }
  },
  writeFile: (path, text) => pipeline(Readable.from(text), createWriteStream(path)),
  write: (text) =>
    new Promise((resolve, reject) => process.stdout.write(text, (error) => (error ? reject(error) : resolve()))),
  print: (line) => void process.stdout.write(`${line}\n`),
  note,
  fail: () => void (process.exitCode = 1),
}

const code = await run(machine, process.argv.slice(2))
if (code !== 0) process.exitCode = code
endWorker()
