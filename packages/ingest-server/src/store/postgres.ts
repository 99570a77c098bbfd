/** The store on PostgreSQL: any number of processes on one database, a batch a handful of statements. */
import type pg from 'pg'
import type { Table } from './columns.ts'
import { adminWrites } from './postgres/admin.ts'
import { asking } from './postgres/ask.ts'
import { openReaders, openWriters } from './postgres/connect.ts'
import type { PostgresOptions } from './postgres/connect.ts'
import { asCallerSees } from './postgres/errors.ts'
import { erasing } from './postgres/erasing.ts'
import { hookWrites } from './postgres/hooks.ts'
import { importWrites } from './postgres/imports.ts'
import { migrate } from './postgres/migrate.ts'
import { openMonths } from './postgres/months.ts'
import { PURGE } from './postgres/purge.ts'
import { postgresReads } from './postgres/reads.ts'
import { restoring } from './postgres/restoring.ts'
import { recounting } from './postgres/rollups.ts'
import { addStatement, putStatement } from './postgres/save.ts'
import { snapshots } from './postgres/snapshot.ts'
import { turns } from './postgres/turns.ts'
import type { Configuration, Store } from './store.ts'
import * as tables from './tables.ts'

export type { PostgresOptions } from './postgres/connect.ts'

/** How often at most months are looked after: the retention, which asks for it, goes on in small steps. */
const TEND_MS = 1_800_000

const withClient = async (pool: pg.Pool, work: (client: pg.ClientBase) => Promise<void>): Promise<void> => {
  const client = await pool.connect()
  try {
    await work(client)
  } finally {
    client.release()
  }
}

/** Connects, brings the schema up to date, and keeps the promises of `Store`. */
export async function postgresStore(options: PostgresOptions): Promise<Store> {
  const [writers, readers] = [openWriters(options), openReaders(options)]
  const close = async (): Promise<void> => {
    await Promise.all([writers.end(), readers.end()])
  }
  const months = openMonths()
  try {
    await withClient(writers, async (client) => {
      await migrate(client)
      await months.tend(client)
    })
  } catch (error) {
    await close()
    throw asCallerSees(error)
  }
  let tended = performance.now()
  const { atomically, inTurn } = turns(writers, months)
  const put =
    <Row>(table: Table<Row>) =>
    (row: Row): Promise<void> =>
      inTurn(async ({ send }) => void (await send(putStatement(table, row))))
  const configuration: Configuration & Pick<Store, 'recount'> = {
    ...adminWrites(inTurn),
    ...erasing(inTurn),
    ...hookWrites(inTurn),
    ...importWrites(inTurn),
    ...recounting(inTurn),
    putSetting: put(tables.settings),
    putApiKey: put(tables.apiKeys),
    putWebhook: put(tables.webhooks),
    addWebhook: (row) => inTurn(async ({ send }) => void (await send(addStatement(tables.webhooks, row)))),
    removeSetting: (mode, name) =>
      inTurn(async ({ send }) => {
        const text = 'DELETE FROM settings WHERE test = $1 AND name = $2'
        await send({ name: 'remove_setting', text, values: [mode === 'test' ? 1 : 0, name] })
      }),
    forgetCalls: (before, limit) =>
      inTurn(async ({ send }) => {
        const old =
          'SELECT id FROM idempotency WHERE created_at < $1 ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED'
        const text = `DELETE FROM idempotency WHERE id IN (${old})`
        return (await send({ name: 'forget_calls', text, values: [before, limit] })).rowCount ?? 0
      }),
    async purge(mode, before, limit) {
      if (performance.now() - tended > TEND_MS) {
        tended = performance.now()
        await withClient(writers, (client) => months.tend(client))
      }
      return inTurn(async ({ send, hold }) => {
        hold(mode)
        const values = [mode === 'test' ? 1 : 0, before, limit]
        const gone = await Promise.all(
          PURGE.map(async ({ name, text, counts }) => {
            const { rowCount } = await send({ name, text, values })
            return counts ? (rowCount ?? 0) : 0
          }),
        )
        return gone.reduce((sum, count) => sum + count, 0)
      })
    },
  }
  const ask = asking(readers)
  return {
    ...postgresReads(ask, [writers, readers]),
    ...configuration,
    ...restoring(ask, inTurn),
    ...snapshots(readers),
    atomically,
    close,
  }
}
