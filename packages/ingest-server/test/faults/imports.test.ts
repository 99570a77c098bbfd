/** An import whose server is killed again and again ends as one that nobody disturbed: each row once, none left out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newSchema } from '../support/postgres.ts'
import { startServerProcess } from '../support/server-process.ts'
import type { ServerProcess } from '../support/server-process.ts'

const CUSTOMERS = 500
/** `IMPORT_KILLS=10` kills it ten times. */
const KILLS = Number(process.env['IMPORT_KILLS'] ?? 2)
/** Enough that every kill comes in the middle. */
const ROWS = 15_000 + KILLS * 5_000

const customers = (): string =>
  `customer_key,partner_key\n${Array.from({ length: CUSTOMERS }, (_, n) => `c${n},ada\n`).join('')}`
/** With keys and without, some rows twice, some wrong. */
const transactions = (): string =>
  `customer_key,amount,currency,key\n${Array.from({ length: ROWS }, (_, n) => {
    if (n % 97 === 5) return 'nobody,1,USD,\n'
    if (n % 101 === 7) return `c${n % CUSTOMERS},ten,USD,\n`
    return `c${n % CUSTOMERS},${n},USD,${n % 3 === 0 ? '' : `order-${n - (n % 11 === 4 ? 1 : 0)}`}\n`
  }).join('')}`

type Told = Record<string, unknown> & { readonly key: string; readonly state: string }

const PATIENCE_MS = 60_000

function driving(server: ServerProcess) {
  const headers = { authorization: server.authorization('production') }
  const send = async (type: string, body: string): Promise<Told> => {
    const sent = { method: 'POST', headers: { ...headers, 'content-type': 'text/csv' }, body }
    const answer = (await (await fetch(`${server.origin}/v1/import/${type}`, sent)).json()) as { rdata: Told }
    return answer.rdata
  }
  const look = async (key: string): Promise<Told> => {
    const answer = await fetch(`${server.origin}/v1/import/${key}`, { headers })
    return ((await answer.json()) as { rdata: Told }).rdata
  }
  const ended = async (key: string): Promise<Told> => {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
      const told = await look(key)
      if (told.state === 'done' || told.state === 'failed') return told
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`import ${key} has not ended`)
  }
  /** The newest import, once more rows of it are done than `before`. */
  const under = async (type: string, before: number): Promise<Told> => {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
      const answer = await fetch(`${server.origin}/v1/import?limit=1`, { headers })
      const [newest] = ((await answer.json()) as { rdata: { items: Told[] } }).rdata.items
      if (newest?.['type'] === type && Number(newest['rows']) > before) return newest
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error('the import does not go on')
  }
  const text = async (path: string): Promise<string> => (await fetch(server.origin + path, { headers })).text()
  return { send, look, ended, under, text }
}

/** What the books show, but for keys that are made up and times of writing. */
async function shown(server: ServerProcess, key: string): Promise<unknown> {
  const drive = driving(server)
  const lines = (await drive.text('/v1/export/transactions?format=ndjson')).trimEnd().split('\n')
  const payments = lines.map((line) => {
    const { key: name, customer_key, amount, currency } = JSON.parse(line) as Record<string, unknown>
    return [name, customer_key, amount, currency].join(' ')
  })
  const { rows, created, updated, unchanged, failed, state } = await drive.look(key)
  return {
    payments: payments.sort(),
    told: { rows, created, updated, unchanged, failed, state },
    rejects: await drive.text(`/v1/import/${key}/errors.csv`),
  }
}

describe.each(['SQLite', 'PostgreSQL'])('on %s an import whose server is killed', (engine) => {
  const undo: (() => Promise<unknown>)[] = []
  const open = async (): Promise<ServerProcess> => {
    const schema = engine === 'PostgreSQL' ? await newSchema() : null
    const server = await startServerProcess(schema ? { databaseUrl: schema.url } : {})
    undo.push(async () => {
      await server.dispose()
      await schema?.drop()
    })
    const made = await driving(server).send('customers', customers())
    await driving(server).ended(made.key)
    return server
  }
  let calm: ServerProcess
  let killed: ServerProcess
  beforeAll(async () => {
    calm = await open()
    killed = await open()
  }, 120_000)
  afterAll(async () => {
    for (const work of undo) await work()
  })

  it(`${KILLS} times goes on by itself, and ends as an undisturbed one`, { timeout: 600_000 }, async () => {
    const undisturbed = await driving(calm).send('transactions', transactions())
    await driving(calm).ended(undisturbed.key)
    const answer = driving(killed)
      .send('transactions', transactions())
      .catch(() => null)
    let key = ''
    let before = 0
    for (let kills = 0; kills < KILLS; kills++) {
      const running = await driving(killed).under('transactions', before)
      key = running.key
      expect(running).toMatchObject({ state: 'running' })
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 200))
      await killed.kill()
      await answer
      await killed.start()
      before = Number((await driving(killed).look(key))['rows'])
    }
    await driving(killed).ended(key)
    expect(await shown(killed, key)).toEqual(await shown(calm, undisturbed.key))
  })
})
