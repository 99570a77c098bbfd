/** What is counted: by one process, by several, and read from the books; and that nothing of it names anybody. */
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSchema, type TestSchema } from '../support/postgres.ts'
import { eventOf } from '../support/server-load.ts'
import { startServerProcess, type ServerProcess } from '../support/server-process.ts'
import { readMetrics, type Sample } from '../support/metrics.ts'
import { chargeEvent } from '../support/stripe-events.ts'

const METRICS_TOKEN = 'metrics-token-for-tests'

async function scrape(server: ServerProcess): Promise<{ readonly text: string; readonly samples: Sample[] }> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}`, connection: 'close' }
  const response = await fetch(`${server.origin}/metrics`, { headers })
  const text = await response.text()
  expect(response.status).toBe(200)
  return { text, samples: readMetrics(text) }
}

/** The sum over all series of a metric that have these labels. */
async function sum(server: ServerProcess, name: string, labels: Record<string, string> = {}): Promise<number> {
  const { samples } = await scrape(server)
  const fits = (sample: Sample): boolean =>
    sample.name === name && Object.entries(labels).every(([label, value]) => sample.labels[label] === value)
  return samples.filter(fits).reduce((all, { value }) => all + value, 0)
}

const once = (path: string, server: ServerProcess, init: RequestInit = {}) =>
  fetch(server.origin + path, { redirect: 'manual', ...init, headers: { connection: 'close', ...init.headers } })

describe.each([
  ['on SQLite, alone', 1],
  ['on PostgreSQL, two workers', 2],
])('a server %s', (_where, workers) => {
  let schema: TestSchema | null = null
  let server: ServerProcess
  const mark = `mark-${randomUUID()}`
  beforeAll(async () => {
    schema = workers > 1 ? await newSchema() : null
    const database = schema ? { databaseUrl: schema.url } : {}
    server = await startServerProcess({ ...database, workers, env: { METRICS_TOKEN } })
  })
  afterAll(async () => {
    await server.dispose()
    await schema?.drop()
  })

  it('counts requests by door and status, whichever process answered', async () => {
    for (let n = 0; n < 12; n++) expect((await once('/r/ada', server)).status).toBe(302)
    for (let n = 0; n < 3; n++) await once(`/v1/customers/${mark}@example.com`, server)
    expect(await sum(server, 'ingest_http_requests_total', { surface: 'links', status: '302' })).toBe(12)
    expect(await sum(server, 'ingest_http_requests_total', { surface: 'v1', status: '401' })).toBe(3)
    expect(await sum(server, 'ingest_http_request_duration_seconds_count', { surface: 'links' })).toBe(12)
    expect(await sum(server, 'ingest_http_requests_under_way')).toBe(1) // the one that asks
  })

  it('counts what became of deliveries, and the batches they came in', async () => {
    const [batches, entries] = [
      await sum(server, 'ingest_batch_entries_count'),
      await sum(server, 'ingest_batch_entries_sum'),
    ]
    const event = eventOf(`ch_${mark}`, mark)
    expect([await server.deliver('production', event), await server.deliver('production', event)]).toEqual([200, 200])
    const created = Math.floor(Date.now() / 1000)
    const charge = { id: `ch_lost_${mark}`, customer: null, metadata: { customer_key: `lost-${mark}` }, created }
    const lost = chargeEvent('charge.succeeded', charge, { livemode: true, created })
    expect(await server.deliver('production', lost)).toBe(200)
    const of = (state: string) =>
      sum(server, 'ingest_deliveries_total', { provider: 'stripe', mode: 'production', state })
    expect([await of('applied'), await of('duplicate'), await of('parked')]).toEqual([1, 1, 1])
    expect(await sum(server, 'ingest_batch_entries_sum')).toBe(entries + 3)
    expect(await sum(server, 'ingest_batch_entries_count')).toBe(batches + 3)
    expect(await sum(server, 'ingest_batch_duration_seconds_count')).toBe(batches + 3)
    expect(await sum(server, 'ingest_entries_waiting')).toBe(0)
  })

  it('tells how the installation stands, once, whoever is asked', async () => {
    await wait(5_000) // so long the database is not asked again
    const { samples } = await scrape(server)
    const read = (name: string, labels: object = {}) =>
      samples.filter((one) => one.name === name && Object.entries(labels).every(([key, is]) => one.labels[key] === is))
    expect(read('ingest_database_up')).toEqual([{ name: 'ingest_database_up', labels: {}, value: 1 }])
    expect(read('ingest_inbox', { mode: 'production' }).map(({ labels, value }) => [labels['state'], value])).toEqual([
      ['parked', 1],
      ['unmatched', 0],
      ['failed', 0],
    ])
    expect(read('ingest_database_bytes')[0]?.value).toBeGreaterThan(100_000)
    for (const name of ['ingest_imports', 'ingest_outbox_lag_seconds', 'ingest_outbox_messages', 'ingest_hooks'])
      expect(
        read(name).map(({ value }) => value),
        name,
      ).toEqual(read(name).map(() => 0))
  })

  it('tells of each process by itself', async () => {
    const { samples } = await scrape(server)
    const memory = samples.filter(({ name }) => name === 'process_resident_memory_bytes')
    const names = workers === 1 ? [undefined] : ['1', '2']
    expect(memory.map(({ labels }) => labels['worker']).sort()).toEqual(names)
    for (const { value } of memory) expect(value).toBeGreaterThan(10_000_000)
    expect(samples.filter(({ name }) => name === 'ingest_info').map(({ labels }) => labels['version'])).toEqual(
      names.map(() => '0.1.0'),
    )
  })

  it('names nobody, and holds no secret', async () => {
    await once(`/webhooks/stripe/${mark}`, server, { method: 'POST', body: '{}' })
    await once(`/r/${mark}?email=${mark}@example.com`, server)
    await once(`/${mark}`, server, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${mark}`, 'user-agent': mark },
    })
    const { text, samples } = await scrape(server)
    const said = [mark, METRICS_TOKEN, server.publicKey('production'), 'ada', 'stripe/', server.installation.folder]
    for (const one of said) expect(text).not.toContain(one)
    const labels = new Set(samples.flatMap((sample) => Object.keys(sample.labels)))
    const ours = ['surface', 'status', 'le', 'mode', 'state', 'provider', 'outcome', 'level', 'version', 'worker']
    const nodes = ['type', 'kind', 'space', 'quantile', 'major', 'minor', 'patch']
    expect([...labels].filter((label) => ![...ours, ...nodes].includes(label))).toEqual([])
  })
})
