/** What is told of changes, on PostgreSQL. Nothing here waits for the books' own turns: it touches rows of its own. */
import type { Mode } from '../../facts.ts'
import { decode } from '../columns.ts'
import type { Table } from '../columns.ts'
import { sendWalk, type HookReads, type HookWrites } from '../hooks.ts'
import * as tables from '../tables.ts'
import type { Ask } from './ask.ts'
import { record, toJson, typed } from './json.ts'
import { list } from './list.ts'
import { putStatement, putsStatement } from './save.ts'
import type { Turns } from './turns.ts'
import { columns, testOf } from './views.ts'

export function hookReads(ask: Ask): HookReads {
  return {
    async hooks(query) {
      const source = { select: 'SELECT t.* FROM hooks AS t', table: 'hooks', where: [], live: '1 = 1' }
      const { items, hasMore } = await list(ask, source, query, [])
      return { items: items.map((row) => decode(tables.hooks, row)), hasMore }
    },
    async hook(mode, key) {
      const [row] = await ask('SELECT * FROM hooks WHERE test = ? AND key = ?', testOf(mode), key)
      return row ? decode(tables.hooks, row) : null
    },
    async dueHooks(now) {
      const some = 'EXISTS (SELECT 1 FROM sends WHERE hook = h.key AND next_at <= ?)'
      const rows = await ask(`SELECT * FROM hooks AS h WHERE enabled = 1 AND ${some} ORDER BY key`, now)
      return rows.map((row) => decode(tables.hooks, row))
    },
    async sends(query) {
      const { mode, hook, limit, state } = query
      const { where, values, order } = sendWalk(query)
      // A walk for each state, each of them along the index: together they are in no order of it.
      const walks = (state ? [state] : ['waiting', 'sent', 'failed']).map((one) => ({
        sql: `(SELECT t.*, m.event, m.subject FROM sends AS t JOIN messages AS m ON m.key = t.message
          WHERE t.hook = ? AND t.state = ? AND t.test = ? ${where} ORDER BY t.message ${order} LIMIT ?)`,
        values: [hook, one, testOf(mode), ...values, limit + 1],
      }))
      const sql = `SELECT * FROM (${walks.map((walk) => walk.sql).join(' UNION ALL ')}) AS w ORDER BY message ${order} LIMIT ?`
      const rows = await ask(sql, ...walks.flatMap((walk) => walk.values), limit + 1)
      const items = rows.slice(0, limit).map((row) => ({
        ...decode(tables.sends, row),
        event: row['event'] as string,
        subject: row['subject'] as string,
      }))
      return { items: order === 'ASC' ? items.reverse() : items, hasMore: rows.length > limit }
    },
    async message(mode: Mode, key) {
      const [row] = await ask('SELECT * FROM messages WHERE test = ? AND key = ?', testOf(mode), key)
      return row ? decode(tables.messages, row) : null
    },
  }
}

const sent = (name: string, types: string): string => `json_to_recordset(${name}::json) AS x (${types})`
const typesOf = (table: Table<unknown>): string => table.columns.map(typed).join(', ')

/** Rows of `sends` found one by one, each by a look into an index, whatever is thought of how many there are. */
const each = (where: string): string =>
  `CROSS JOIN LATERAL (SELECT s.ctid AS place FROM sends AS s WHERE ${where} OFFSET 0 FOR UPDATE) AS f WHERE t.ctid = f.place`
const SETTLE = `UPDATE sends AS t SET state = x.state, attempts = x.attempts, next_at = x.next_at, last_at = x.last_at,
    last_status = x.last_status, last_error = x.last_error
  FROM ${sent('$1', typesOf(tables.sends as Table<unknown>))}
  ${each(`s.message = x.message AND s.hook = x.hook AND s.state = 'waiting'`)}`
const ANSWERED = `UPDATE hooks AS t SET failing_since = NULL FROM json_array_elements_text($1::json) AS x (key)
  WHERE t.key = x.key AND t.failing_since IS NOT NULL`
const FAILED = `UPDATE hooks AS t SET failing_since = x.since FROM ${sent('$1', 'hook text, since bigint')}
  WHERE t.key = x.hook AND t.failing_since IS NULL`
const AUDIT = tables.audit.columns.map(({ name }) => name)
const DISABLE = `WITH off AS (UPDATE hooks AS t SET enabled = 0, disabled_reason = x.reason, updated_at = x.at
    FROM ${sent('$1', `hook text, reason text, since bigint, ${typesOf(tables.audit as Table<unknown>)}`)}
    WHERE t.key = x.hook AND t.enabled = 1 AND (x.since IS NULL OR t.failing_since = x.since) RETURNING ${AUDIT.map((name) => `x.${name}`).join(', ')})
  INSERT INTO audit (${AUDIT.join(', ')}) SELECT ${AUDIT.join(', ')} FROM off`
/** Of each hook its own walk along its own part of the index; what another process is taking is passed over. */
const TAKE = `WITH due AS (SELECT s.place FROM ${sent('$1', 'hook text, room bigint')}
    JOIN hooks AS h ON h.key = x.hook AND h.enabled = 1
    CROSS JOIN LATERAL (SELECT ctid AS place FROM sends WHERE hook = x.hook AND next_at <= $2
      ORDER BY next_at, message LIMIT x.room FOR UPDATE SKIP LOCKED) AS s),
  taken AS (UPDATE sends AS t SET next_at = $3 FROM due WHERE t.ctid = due.place RETURNING t.*)
  SELECT t.*, m.* FROM taken AS t CROSS JOIN LATERAL
    (SELECT ${columns(tables.messages as Table<unknown>, 'm', 'm_')} FROM messages AS m WHERE m.key = t.message OFFSET 0) AS m`
const HASTEN = `UPDATE sends AS t SET next_at = $3 FROM (SELECT ctid AS place FROM sends WHERE hook = $1 AND next_at > $2
    AND (last_status IS NULL OR last_status >= 500 OR last_status IN (408, 429))
    ORDER BY next_at, message LIMIT $4 FOR UPDATE SKIP LOCKED) AS f WHERE t.ctid = f.place`

export function hookWrites(inTurn: Turns['inTurn']): HookWrites {
  return {
    putHook: (row) => inTurn(async ({ send }) => void (await send(putStatement(tables.hooks, row)))),
    removeHook: (mode, key) =>
      inTurn(async ({ send }) => {
        const text = 'DELETE FROM hooks WHERE test = $1 AND key = $2'
        return (await send({ name: 'remove_hook', text, values: [testOf(mode), key] })).rowCount === 1
      }),
    putSends: (rows) => inTurn(async ({ send }) => void (await send(putsStatement(tables.sends, rows)))),
    turnSends: ({ now, until, room, results, answered, failed, disabled }) =>
      inTurn(async ({ send }) => {
        const write = (name: string, text: string, list: readonly unknown[]): void => {
          if (list.length > 0) void send({ name, text, values: [toJson(list)] })
        }
        const of = (table: Table<unknown>, row: unknown): Record<string, unknown> => record(table.columns, row)
        write(
          'settle_sends',
          SETTLE,
          results.map((row) => of(tables.sends as Table<unknown>, row)),
        )
        write('hooks_answered', ANSWERED, answered)
        write('hooks_failed', FAILED, failed)
        const off = disabled.map((one) => ({ ...one, ...of(tables.audit as Table<unknown>, one.audit) }))
        write('hooks_disabled', DISABLE, off)
        const rooms = Object.entries(room).map(([hook, free]) => ({ hook, room: free }))
        if (rooms.length === 0) return []
        const { rows } = await send({ name: 'take_sends', text: TAKE, values: [toJson(rooms), now, until] })
        const taken = rows.map((row) => ({
          send: decode(tables.sends, row),
          message: decode(tables.messages, row, 'm_'),
        }))
        return taken.toSorted((a, b) => (a.message.key < b.message.key ? -1 : 1))
      }),
    hastenSends: (hook, after, now, limit) =>
      inTurn(async ({ send }) => {
        const values = [hook, after, now, limit]
        return (await send({ name: 'hasten_sends', text: HASTEN, values })).rowCount ?? 0
      }),
  }
}
