/** What one process counts of its own work. Labels are words of ours, never of a caller: no address, no key, no name. */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics, type MetricObjectWithValues } from 'prom-client'
import type { MetricValue } from 'prom-client'
import type { Mode } from '../facts.ts'
import type { Books, Receipt } from '../ledger/books.ts'
import type { BatchDone } from '../ledger/ledger.ts'

/** A metric with its values, as it crosses from one process to another. */
export type Told = MetricObjectWithValues<MetricValue<string>>

export interface Meter {
  /** A request has begun; to be called when it is over: with the door it came to, and its answer's status. */
  request(): (surface: string, status: string, seconds: number) => void
  /** An entry is on its way to the ledger; to be called when it is committed or refused. */
  entry(): (seconds: number) => void
  batch(batch: BatchDone): void
  delivery(provider: string, mode: Mode, state: NonNullable<Receipt['delivery']>['state']): void
  /** An attempt to send a webhook to somebody. */
  send(isGood: boolean): void
  logged(level: string): void
  read(): Promise<Told[]>
}

export interface MeterOptions {
  /** Which of several workers; they are told apart by it, so that one which is replaced counts from 0 without the sum falling. */
  readonly worker?: number | null
  /** Of this program. */
  readonly version?: string
  /** Node's own figures, too: memory, processor, the lag of the event loop. */
  readonly process?: boolean
  /** Connections to the database, by what they do. */
  readonly connections?: () => Promise<Readonly<Record<string, number>>>
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const ENTRIES = [1, 2, 4, 8, 16, 32, 64, 128]
const LEVELS = ['warn', 'error', 'fatal']

export function createMeter({ worker = null, version = '', process, connections }: MeterOptions = {}): Meter {
  const registry = new Registry()
  if (worker !== null) registry.setDefaultLabels({ worker: String(worker) })
  if (process) collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const counter = <T extends string>(name: string, help: string, ...labelNames: T[]) =>
    new Counter({ name: `ingest_${name}`, help, labelNames, registers })
  const gauge = <T extends string>(name: string, help: string, ...labelNames: T[]) =>
    new Gauge({ name: `ingest_${name}`, help, labelNames, registers })
  const histogram = <T extends string>(name: string, help: string, buckets: number[], ...labelNames: T[]) =>
    new Histogram({ name: `ingest_${name}`, help, buckets, labelNames, registers })

  gauge('info', 'Always 1: which version this is.', 'version').labels(version).set(1)
  const requests = counter('http_requests_total', 'Requests answered; 499: the caller had gone.', 'surface', 'status')
  const durations = histogram('http_request_duration_seconds', 'From headers to the last byte.', SECONDS, 'surface')
  const underWay = gauge('http_requests_under_way', 'Requests that are being answered.')
  const waiting = gauge('entries_waiting', 'What was handed to the ledger and is not committed yet.')
  const committing = histogram('entry_duration_seconds', 'From handing over to the commit.', SECONDS)
  const sizes = histogram('batch_entries', 'How many entries one commit had.', ENTRIES)
  const batches = histogram('batch_duration_seconds', 'From reading rows to the commit of a batch.', SECONDS)
  const deliveries = counter('deliveries_total', 'What became of deliveries.', 'provider', 'mode', 'state')
  const sends = counter('sends_total', 'Attempts to tell others of a change.', 'outcome')
  const lines = counter('log_lines_total', 'Lines of the log that somebody should read.', 'level')
  for (const level of LEVELS) lines.labels(level).inc(0)
  for (const outcome of ['taken', 'failed']) sends.labels(outcome).inc(0)
  if (connections) {
    new Gauge({
      ...{
        name: 'ingest_database_connections',
        help: 'Connections of this process.',
        labelNames: ['state'],
        registers,
      },
      async collect() {
        for (const [state, count] of Object.entries(await connections())) this.labels(state).set(count)
      },
    })
  }

  return {
    request() {
      underWay.inc()
      return (surface, status, seconds) => {
        underWay.dec()
        requests.labels(surface, status).inc()
        durations.labels(surface).observe(seconds)
      }
    },
    entry() {
      waiting.inc()
      return (seconds) => {
        waiting.dec()
        committing.observe(seconds)
      }
    },
    batch({ entries, ms }) {
      sizes.observe(entries)
      batches.observe(ms / 1_000)
    },
    delivery: (provider, mode, state) => deliveries.labels(provider, mode, state).inc(),
    send: (isGood) => sends.labels(isGood ? 'taken' : 'failed').inc(),
    logged: (level) => void (LEVELS.includes(level) && lines.labels(level).inc()),
    read: () => registry.getMetricsAsJSON() as Promise<Told[]>,
  }
}

/** The same books; what goes through them is counted. */
export function meteredBooks(books: Books, meter: Meter, elapsed: () => number): Books {
  return {
    ...books,
    async record(entry) {
      const began = elapsed()
      const done = meter.entry()
      try {
        const receipt = await books.record(entry)
        if (entry.delivery && receipt.delivery)
          meter.delivery(entry.delivery.provider, entry.mode, receipt.delivery.state)
        return receipt
      } finally {
        done((elapsed() - began) / 1_000)
      }
    },
  }
}
