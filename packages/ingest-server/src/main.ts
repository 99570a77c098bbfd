#!/usr/bin/env node
/** The command line's entry, and the only file that reads the environment, the clock, the disk and a port. */
import { access, constants, readFile } from 'node:fs/promises'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { AddressInfo } from 'node:net'
import type { Express } from 'express'
import { pino } from 'pino'
import type { Listening, Machine } from './commands/machine.ts'
import { run } from './commands/program.ts'
import { configError, readConfig } from './config.ts'
import { openBooks, openStore } from './open-books.ts'
import { keptSecretKey } from './secret-key.ts'
import { endWorker, startWorkers, workerNumber } from './workers.ts'

const SCRIPTS = new URL('../../partnerstack-js/dist/', import.meta.url)

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

async function readScripts(): Promise<{ script: Buffer; scriptMore: Buffer }> {
  try {
    return {
      script: await readFile(new URL('partnerstack.min.js', SCRIPTS)),
      scriptMore: await readFile(new URL('partnerstack.more.min.js', SCRIPTS)),
    }
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    throw configError('The browser script', 'is not built yet. Build it once: npm run build')
  }
}

/** Bytes of a file read at a time. */
const CHUNK = 256 * 1024

/** Long enough for a large file to come in over a slow line. */
const SLOWEST_REQUEST_MS = 30 * 60_000

/** Resolves once the port is taken; keeps on only what is being answered when it is told to close. */
function listen(app: Express, host: string, port: number): Promise<Listening> {
  const server = createServer({ requestTimeout: SLOWEST_REQUEST_MS }, app)
  const close = (): Promise<void> =>
    new Promise((resolve, reject) => {
      // Whoever keeps asking over a kept connection is answered once more, and told that it ends.
      server.prependListener('request', (_req, res) => void res.setHeader('Connection', 'close'))
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      server.close((error) => {
        clearInterval(idle)
        if (error) reject(error)
        else resolve()
      })
    })
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const told: Record<string, string> = {
        EADDRINUSE: `${port} is in use on ${host}. Stop what listens there, or choose another port.`,
        EACCES: `${port} may not be used by this user. Choose a port above 1023.`,
      }
      const problem = told[String(codeOf(error))]
      reject(problem ? configError('PORT', problem) : error)
    })
    server.listen(port, host, () => resolve({ port: (server.address() as AddressInfo).port, close }))
  })
}

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

const machine: Machine = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  config: () => readConfig(process.env),
  openBooks: ({ database }, onBug) =>
    openBooks({
      ...database,
      now: () => Date.now(),
      threads: onBug !== undefined,
      onBug: onBug ?? ((error, what) => note(`${what}: ${error instanceof Error ? error.stack : String(error)}`)),
    }),
  openStore: async (database, { mustExist }) => {
    if (mustExist && 'file' in database && !existsSync(database.file)) {
      throw configError('The database', `is to be ${database.file}, which is not there.`)
    }
    return openStore(database)
  },
  progress: progressOn(process.stderr),
  secretKey: async ({ secretKey, database }) => {
    if (secretKey) return secretKey
    if ('file' in database) return keptSecretKey(database.file)
    throw configError('SECRET_KEY', 'is required with PostgreSQL.')
  },
  scripts: readScripts,
  // Not pino's own destination: at the end of the process it waits for room on the disk, for ever.
  logger: (level) => pino({ level, base: null }, process.stderr),
  listen,
  worker: workerNumber(process.env),
  startWorkers,
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
