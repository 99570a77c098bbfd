/** Who may use the dashboard, on PostgreSQL. Nothing here waits for the books' own turns: it touches rows of its own. */
import { MOST_SIGHTINGS } from '../admin.ts'
import type { AdminReads, AdminWrites } from '../admin.ts'
import { judgeAttempt } from '../attempts.ts'
import { decode } from '../columns.ts'
import type { Table } from '../columns.ts'
import * as tables from '../tables.ts'
import type { Ask } from './ask.ts'
import { packNames } from './arrays.ts'
import { addStatement, putsStatement } from './save.ts'
import type { Turn } from './attempt.ts'
import type { Turns } from './turns.ts'
import { testOf } from './views.ts'

export function adminReads(ask: Ask): AdminReads {
  return {
    async admin() {
      const [row] = await ask('SELECT * FROM admins LIMIT 1')
      return row ? decode(tables.admins, row) : null
    },
    async session(hash) {
      const [row] = await ask('SELECT * FROM sessions WHERE hash = ?', hash)
      return row ? decode(tables.sessions, row) : null
    },
    async sightings() {
      const rows = await ask('SELECT * FROM sightings ORDER BY at DESC, key')
      return rows.map((row) => decode(tables.sightings, row))
    },
  }
}

/** Attempts are judged one after the other, whichever process they come to. */
const LOCK = 'SELECT pg_advisory_xact_lock(hashtext(current_schema()), 7)'

const put = <Row>({ send }: Turn, table: Table<Row>, rows: readonly Row[] = []): void => {
  if (rows.length > 0) void send(putsStatement(table, rows))
}

export function adminWrites(inTurn: Turns['inTurn']): AdminWrites {
  return {
    addAdmin: (row) => inTurn(async ({ send }) => (await send(addStatement(tables.admins, row))).rowCount === 1),
    putAdmin: (row, audit) =>
      inTurn((turn) => {
        put(turn, tables.admins, [row])
        void turn.send({ name: 'end_sessions', text: 'DELETE FROM sessions', values: [] })
        void turn.send({ name: 'forget_all_attempts', text: 'DELETE FROM attempts', values: [] })
        put(turn, tables.audit, audit ? [audit] : [])
      }),
    beginSession: (row, { created, seen }, audit) =>
      inTurn((turn) => {
        const text = 'DELETE FROM sessions WHERE created_at < $1 OR seen_at < $2'
        void turn.send({ name: 'end_past_sessions', text, values: [created, seen] })
        put(turn, tables.sessions, [row])
        put(turn, tables.audit, [audit])
      }),
    seeSession: (hash, at) =>
      inTurn(({ send }) => {
        void send({ name: 'see_session', text: 'UPDATE sessions SET seen_at = $1 WHERE hash = $2', values: [at, hash] })
      }),
    endSession: (hash, audit) =>
      inTurn(async (turn) => {
        const { rowCount } = await turn.send({
          ...{ name: 'end_session', text: 'DELETE FROM sessions WHERE hash = $1', values: [hash] },
        })
        put(turn, tables.audit, rowCount === 1 ? [audit] : [])
      }),
    attempt: (limits, now) =>
      inTurn(async (turn) => {
        void turn.send({ name: 'lock_attempts', text: LOCK, values: [] })
        const past = now - Math.max(...limits.map(({ forgetMs }) => forgetMs))
        void turn.send({ name: 'forget_old_attempts', text: 'DELETE FROM attempts WHERE at < $1', values: [past] })
        const text = 'SELECT * FROM attempts WHERE key = ANY($1::text[])'
        const values = [packNames(limits.map(({ key }) => key))]
        const { rows } = await turn.send({ name: 'attempts', text, values })
        const judged = judgeAttempt(
          rows.map((row) => decode(tables.attempts, row)),
          limits,
          now,
        )
        put(turn, tables.attempts, judged.rows)
        return judged.wait
      }),
    forgetAttempts: (key) =>
      inTurn(({ send }) => {
        void send({ name: 'forget_attempts', text: 'DELETE FROM attempts WHERE key = $1', values: [key] })
      }),
    act: ({ audit, settings, unset = [], apiKeys, webhooks, hooks, goneHooks = [], sends }) =>
      inTurn((turn) => {
        put(turn, tables.settings, settings)
        for (const { mode, name } of unset) {
          const text = 'DELETE FROM settings WHERE test = $1 AND name = $2'
          void turn.send({ name: 'remove_setting', text, values: [testOf(mode), name] })
        }
        put(turn, tables.apiKeys, apiKeys)
        put(turn, tables.webhooks, webhooks)
        put(turn, tables.hooks, hooks)
        for (const { mode, key } of goneHooks) {
          const text = 'DELETE FROM hooks WHERE test = $1 AND key = $2'
          void turn.send({ name: 'remove_hook', text, values: [testOf(mode), key] })
        }
        put(turn, tables.sends, sends)
        put(turn, tables.audit, audit)
      }),
    putSighting: (row) =>
      inTurn((turn) => {
        put(turn, tables.sightings, [row])
        const old = `SELECT key FROM sightings ORDER BY at DESC, key OFFSET ${MOST_SIGHTINGS}`
        void turn.send({ name: 'forget_sightings', text: `DELETE FROM sightings WHERE key IN (${old})`, values: [] })
      }),
  }
}
