/** What is told of changes, on SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import { decode, encode } from '../columns.ts'
import { sendWalk, type HookReads, type HookWrites } from '../hooks.ts'
import type { Store } from '../store.ts'
import * as tables from '../tables.ts'
import { list } from './list.ts'
import { upsert } from './save.ts'

type Found = Record<string, unknown>

const testOf = (mode: string): number => (mode === 'test' ? 1 : 0)
const IN_TROUBLE = '(last_status IS NULL OR last_status >= 500 OR last_status IN (408, 429))'
const MESSAGE = tables.messages.columns.map(({ name }) => `m.${name} AS m_${name}`).join(', ')

export function hookReads(db: DatabaseSync): HookReads {
  return {
    async hooks(query) {
      const source = { select: 'SELECT t.* FROM hooks AS t', table: 'hooks', where: [], live: '1 = 1' }
      const { items, hasMore } = list(db, source, query, [])
      return { items: items.map((found) => decode(tables.hooks, found)), hasMore }
    },
    async hook(mode, key) {
      const found = db.prepare('SELECT * FROM hooks WHERE test = ? AND key = ?').get(testOf(mode), key)
      return found ? decode(tables.hooks, found) : null
    },
    async dueHooks(now) {
      const some = 'EXISTS (SELECT 1 FROM sends WHERE hook = h.key AND next_at <= ?)'
      const due = db.prepare(`SELECT * FROM hooks AS h WHERE enabled = 1 AND ${some} ORDER BY key`).all(now)
      return due.map((found) => decode(tables.hooks, found))
    },
    async sends(query) {
      const { mode, hook: key, limit, state } = query
      const { where, values, order } = sendWalk(query)
      // A walk for each state, each of them along the index: together they are in no order of it.
      const walks = (state ? [state] : (['waiting', 'sent', 'failed'] as const)).map((one) => ({
        sql: `SELECT * FROM (SELECT t.*, m.event, m.subject FROM sends AS t JOIN messages AS m ON m.key = t.message
          WHERE t.hook = ? AND t.state = ? AND t.test = ? ${where} ORDER BY t.message ${order} LIMIT ?)`,
        values: [key, one, testOf(mode), ...values, limit + 1],
      }))
      const sql = `${walks.map((walk) => walk.sql).join(' UNION ALL ')} ORDER BY message ${order} LIMIT ?`
      const found = db.prepare(sql).all(...walks.flatMap((walk) => walk.values), limit + 1) as Found[]
      const items = found.slice(0, limit).map((one) => ({
        ...decode(tables.sends, one),
        event: one['event'] as string,
        subject: one['subject'] as string,
      }))
      return { items: order === 'ASC' ? items.reverse() : items, hasMore: found.length > limit }
    },
    async message(mode, key) {
      const found = db.prepare('SELECT * FROM messages WHERE test = ? AND key = ?').get(testOf(mode), key)
      return found ? decode(tables.messages, found) : null
    },
  }
}

export function hookWrites(db: DatabaseSync, atomically: Store['atomically']): HookWrites {
  const putHook = db.prepare(upsert(tables.hooks))
  const removeHook = db.prepare('DELETE FROM hooks WHERE test = ? AND key = ?')
  const putSend = db.prepare(upsert(tables.sends))
  const settle = db.prepare(
    `UPDATE sends SET state = ?, attempts = ?, next_at = ?, last_at = ?, last_status = ?, last_error = ?
     WHERE message = ? AND hook = ? AND state = 'waiting'`,
  )
  const answered = db.prepare('UPDATE hooks SET failing_since = NULL WHERE key = ? AND failing_since IS NOT NULL')
  const failed = db.prepare('UPDATE hooks SET failing_since = ? WHERE key = ? AND failing_since IS NULL')
  const disable = db.prepare(
    `UPDATE hooks SET enabled = 0, disabled_reason = ?2, updated_at = ?3
     WHERE key = ?1 AND enabled = 1 AND (?4 IS NULL OR failing_since = ?4)`,
  )
  const audit = db.prepare(upsert(tables.audit))
  const due = db.prepare(
    `SELECT t.*, ${MESSAGE} FROM sends AS t JOIN messages AS m ON m.key = t.message
     WHERE t.hook = ?1 AND t.next_at <= ?2 AND EXISTS (SELECT 1 FROM hooks WHERE key = ?1 AND enabled = 1)
     ORDER BY t.next_at, t.message LIMIT ?3`,
  )
  const lease = db.prepare('UPDATE sends SET next_at = ? WHERE message = ? AND hook = ?')
  const hasten = db.prepare(
    `UPDATE sends SET next_at = ?3 WHERE hook = ?1 AND message IN
       (SELECT message FROM sends WHERE hook = ?1 AND next_at > ?2 AND ${IN_TROUBLE}
         ORDER BY next_at, message LIMIT ?4)`,
  )
  return {
    putHook: (row) => atomically(() => void putHook.run(...encode(tables.hooks, row))),
    removeHook: (mode, key) => atomically(() => removeHook.run(testOf(mode), key).changes > 0),
    putSends: (rows) =>
      atomically(() => {
        for (const row of rows) putSend.run(...encode(tables.sends, row))
      }),
    turnSends: (turn) =>
      atomically(() => {
        for (const row of turn.results) {
          const { message, hook, state, attempts, nextAt, lastAt, lastStatus, lastError } = row
          settle.run(state, attempts, nextAt, lastAt, lastStatus, lastError, message, hook)
        }
        for (const key of turn.answered) answered.run(key)
        for (const { hook, since } of turn.failed) failed.run(since, hook)
        for (const { hook, reason, since, audit: line } of turn.disabled)
          if (disable.run(hook, reason, line.at, since).changes > 0) audit.run(...encode(tables.audit, line))
        return Object.entries(turn.room).flatMap(([key, limit]) =>
          due.all(key, turn.now, limit).map((found) => {
            const send = decode(tables.sends, found)
            lease.run(turn.until, send.message, send.hook)
            return { send: { ...send, nextAt: turn.until }, message: decode(tables.messages, found, 'm_') }
          }),
        )
      }),
    hastenSends: (hook, after, now, limit) => atomically(() => Number(hasten.run(hook, after, now, limit).changes)),
  }
}
