/**
 * The load, in a process of its own: one surface's requests over a number of connections for a number of seconds. Reads one JSON
 * line on stdin, prints one on stdout.
 */
import { text } from 'node:stream/consumers'
import autocannon from 'autocannon'
import { latencies } from './latencies.ts'
import { measureFetch } from './load-fetch.ts'
import { requests } from './requests.ts'
import type { Client, Request, Run, Surface, Target } from './requests.ts'

export interface Load {
  /** `autocannon` where not said. */
  readonly client?: Client
  readonly origin: string
  readonly surface: Surface
  readonly target: Target
  readonly run: Run
  readonly connections: number
  readonly seconds: number
  /** Requests made and signed before the clock starts; more are made as they are needed. `fetch` makes them all as it goes. */
  readonly ready: number
}
export interface Measured {
  /** Answers that are a 2xx or 3xx, per second. */
  readonly rate: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  readonly answered: number
  /** Anything else, errors and time-outs too. */
  readonly failed: number
  /** Microseconds of processor time that this generator took for each answer. */
  readonly cpu: number
}

async function measure({ origin, surface, target, run, connections, seconds, ready }: Load): Promise<Measured> {
  const next = requests(surface, target, run)
  const stock: (Request | undefined)[] = Array.from({ length: ready }, (_, n) => next(n))
  let taken = 0
  const take = (): Request => {
    const n = taken++
    const made = stock[n] ?? next(n)
    stock[n] = undefined
    return made
  }
  const took = latencies()
  const before = process.cpuUsage()
  const result = await autocannon({
    url: origin,
    connections,
    duration: seconds,
    requests: [
      {
        setupRequest: (request) => ({ ...request, ...take() }) as typeof request,
      },
    ],
    setupClient: (client) => {
      // Finer than autocannon's own whole milliseconds: a lone request takes less than one.
      client.on('response', (_status, _bytes, ms) => took.add(ms))
    },
  })
  const { user, system } = process.cpuUsage(before)
  const answered = result['2xx'] + result['3xx']
  return {
    rate: answered / result.duration,
    p50: took.percentile(0.5),
    p99: took.percentile(0.99),
    answered,
    failed: result['1xx'] + result['4xx'] + result['5xx'] + result.errors + result.timeouts,
    cpu: Math.round((user + system) / answered),
  }
}

const asked = JSON.parse(await text(process.stdin)) as Load
console.log(JSON.stringify(await (asked.client === 'fetch' ? measureFetch : measure)(asked)))
