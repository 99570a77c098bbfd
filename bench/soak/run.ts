/**
 * `npm run soak`: a server under half of what it can do, over all its surfaces at once, while its processes and its database are
 * killed. In the end the books are exact, memory is where it was, and nobody has seen a fault. Ends with 1 where that is not so.
 */
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setTimeout as wait } from 'node:timers/promises'
import { startPostgres } from '../../scripts/postgres.ts'
import { startServerProcess, type ServerProcess } from '../../packages/ingest-server/test/support/server-process.ts'
import { keepImporting, keepLooking, logIn, prepareImports, PUBLIC_URL } from './beside.ts'
import { audit, importsAreDone } from './books.ts'
import { createCaller, type Caller } from './caller.ts'
import { createGate } from './gate.ts'
import { readLog } from './log.ts'
import { sampleMemory, slopeOf } from './memory.ts'
import { live } from './stories.ts'
import { answersIn, createTally, type Tally } from './tally.ts'
import { makeTrouble } from './trouble.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    engine: { type: 'string', default: 'sqlite' },
    'kill-every': { type: 'string', default: '12' },
  },
})
const minutes = Number(values.minutes)
if (!(minutes > 0 && minutes <= 60)) throw new Error('--minutes takes a number, up to 60')
if (values.engine !== 'sqlite' && values.engine !== 'postgres') throw new Error('--engine is sqlite or postgres')

const PASSWORD = 'a password for the soak'
const LOG = 'server.log'
const CALLERS = 32
const MEASURED_MS = Math.min(15_000, minutes * 6_000)
/** Processes are killed for so much of the time; then they are left alone, so that a slope can be told. */
const KILLED = 0.6
/** Of what comes then, the first part is a process that was just started, and warms up. */
const WARMING = 0.25

/** Workers that come back find the port by its number. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

const postgres = values.engine === 'postgres' ? await startPostgres() : null
const server: ServerProcess = await startServerProcess({
  ...(postgres && { databaseUrl: postgres.url, workers: 2 }),
  ...{ logFile: LOG, logLevel: 'info', env: { ADMIN_PASSWORD: PASSWORD, PUBLIC_URL, PORT: String(await freePort()) } },
})
const tally: Tally = createTally()
const gate = createGate()
const caller: Caller = createCaller(server, gate, tally)
let over = false
const isOver = (): boolean => over
const say = (line: string): void => void process.stdout.write(`${line}\n`)

try {
  const session = await logIn(caller, PASSWORD)
  await prepareImports(caller, tally)
  let n = 0
  const callers = Array.from({ length: CALLERS }, async () => {
    while (!over) await live(caller, tally, n++)
  })
  const beside = [keepImporting(caller, tally, isOver), keepLooking(caller, session, isOver)]

  const before = answersIn(tally)
  await wait(MEASURED_MS)
  const capacity = ((answersIn(tally) - before) * 1_000) / MEASURED_MS
  gate.set(capacity / 2)
  say(`${values.engine}: ${Math.round(capacity)} requests a second at most; ${minutes} min at half of that`)

  const [began, length] = [performance.now(), minutes * 60_000]
  const options = { server, postgres, isOver, processesUntil: began + length * KILLED }
  const trouble = makeTrouble({ ...options, every: Number(values['kill-every']) * 1_000 })
  const asked = answersIn(tally)
  await wait(length * (KILLED + (1 - KILLED) * WARMING))
  const memory = sampleMemory(() => server.pid, 1_000)
  await wait(length * (1 - KILLED) * (1 - WARMING))
  const samples = memory.stop()
  over = true
  const rate = ((answersIn(tally) - asked) * 1_000) / (performance.now() - began)
  const troubles = await trouble
  const [files] = await Promise.all([beside[0], ...callers, ...beside])
  await importsAreDone(server)

  const notKept = readLog(join(server.folder, LOG)).errors.get('a click was not kept') ?? 0
  const { wrong, found } = await audit(server, tally, session, notKept)
  const code = await server.stop()
  const log = readLog(join(server.folder, LOG))
  say(
    `${Math.round(rate)} requests a second were answered; ${troubles.processes} processes and ${troubles.databases} databases were killed; ${Number(files)} files were imported`,
  )
  for (const [surface, of] of [...tally.answers].sort())
    say(
      `  ${surface.padEnd(20)} ${[...of]
        .sort()
        .map(([status, count]) => `${status}: ${count}`)
        .join(', ')}`,
    )
  say(
    `the books: ${Object.entries(found)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
  )
  const held = samples.map(({ megabytes }) => megabytes)
  say(
    `memory while processes were left alone (${samples.length} s): ${Math.round(Math.min(...held))} to ${Math.round(Math.max(...held))} MB, ${slopeOf(samples).toFixed(2)} MB a minute`,
  )
  say(
    `the log: ${log.lines} lines; errors: ${[...log.errors].map(([text, count]) => `${text} (${count})`).join('; ') || 'none'}`,
  )
  if (code !== 0) wrong.push(`the server ended with ${code}`)
  wrong.push(...log.strays.slice(0, 10).map((line) => `a line that is none of the log's: ${line}`))
  for (const line of wrong.slice(0, 30)) say(`WRONG ${line}`)
  say(wrong.length === 0 ? 'All is as it should be.' : `${wrong.length} things are wrong.`)
  if (wrong.length > 0) process.exitCode = 1
} finally {
  over = true
  await server.dispose()
  await postgres?.dispose()
}
