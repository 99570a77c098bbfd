/** Who may use the dashboard, on SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import { MOST_SIGHTINGS } from '../admin.ts'
import type { AdminReads, AdminWrites } from '../admin.ts'
import { judgeAttempt } from '../attempts.ts'
import { decode, encode } from '../columns.ts'
import type { Table } from '../columns.ts'
import type { Store } from '../store.ts'
import * as tables from '../tables.ts'
import { insertNew, upsert } from './save.ts'

export function adminReads(db: DatabaseSync): AdminReads {
  return {
    async admin() {
      const found = db.prepare('SELECT * FROM admins LIMIT 1').get()
      return found ? decode(tables.admins, found) : null
    },
    async session(hash) {
      const found = db.prepare('SELECT * FROM sessions WHERE hash = ?').get(hash)
      return found ? decode(tables.sessions, found) : null
    },
    async sightings() {
      const found = db.prepare('SELECT * FROM sightings ORDER BY at DESC, key').all()
      return found.map((record) => decode(tables.sightings, record))
    },
  }
}

export function adminWrites(db: DatabaseSync, atomically: Store['atomically']): AdminWrites {
  const putting = <Row>(table: Table<Row>): ((rows?: readonly Row[]) => void) => {
    const statement = db.prepare(upsert(table))
    return (rows = []) => {
      for (const row of rows) statement.run(...encode(table, row))
    }
  }
  const put = {
    admins: putting(tables.admins),
    sessions: putting(tables.sessions),
    attempts: putting(tables.attempts),
    audit: putting(tables.audit),
    settings: putting(tables.settings),
    apiKeys: putting(tables.apiKeys),
    webhooks: putting(tables.webhooks),
    sightings: putting(tables.sightings),
    hooks: putting(tables.hooks),
    sends: putting(tables.sends),
  }
  const add = db.prepare(insertNew(tables.admins))
  const unset = db.prepare('DELETE FROM settings WHERE test = ? AND name = ?')
  const removeHook = db.prepare('DELETE FROM hooks WHERE test = ? AND key = ?')
  const endAll = db.prepare('DELETE FROM sessions')
  const forgetAll = db.prepare('DELETE FROM attempts')
  const endPast = db.prepare('DELETE FROM sessions WHERE created_at < ? OR seen_at < ?')
  const see = db.prepare('UPDATE sessions SET seen_at = ? WHERE hash = ?')
  const end = db.prepare('DELETE FROM sessions WHERE hash = ?')
  const attempted = db.prepare('SELECT * FROM attempts WHERE key IN (SELECT value FROM json_each(?))')
  const forgetOld = db.prepare('DELETE FROM attempts WHERE at < ?')
  const forget = db.prepare('DELETE FROM attempts WHERE key = ?')
  const forgetSightings = db.prepare(
    `DELETE FROM sightings WHERE key IN (SELECT key FROM sightings ORDER BY at DESC, key LIMIT -1 OFFSET ${MOST_SIGHTINGS})`,
  )
  return {
    addAdmin: (row) => atomically(() => add.run(...encode(tables.admins, row)).changes > 0),
    putAdmin: (row, audit) =>
      atomically(() => {
        put.admins([row])
        endAll.run()
        forgetAll.run()
        put.audit(audit ? [audit] : [])
      }),
    beginSession: (row, { created, seen }, audit) =>
      atomically(() => {
        endPast.run(created, seen)
        put.sessions([row])
        put.audit([audit])
      }),
    seeSession: (hash, at) => atomically(() => void see.run(at, hash)),
    endSession: (hash, audit) =>
      atomically(() => {
        if (end.run(hash).changes > 0) put.audit([audit])
      }),
    attempt: (limits, now) =>
      atomically(() => {
        forgetOld.run(now - Math.max(...limits.map(({ forgetMs }) => forgetMs)))
        const standing = attempted.all(JSON.stringify(limits.map(({ key }) => key)))
        const judged = judgeAttempt(
          standing.map((found) => decode(tables.attempts, found)),
          limits,
          now,
        )
        put.attempts(judged.rows)
        return judged.wait
      }),
    forgetAttempts: (key) => atomically(() => void forget.run(key)),
    act: ({ audit, settings, unset: names = [], apiKeys, webhooks, hooks, goneHooks = [], sends }) =>
      atomically(() => {
        put.settings(settings)
        for (const { mode, name } of names) unset.run(mode === 'test' ? 1 : 0, name)
        put.apiKeys(apiKeys)
        put.webhooks(webhooks)
        put.hooks(hooks)
        for (const { mode, key } of goneHooks) removeHook.run(mode === 'test' ? 1 : 0, key)
        put.sends(sends)
        put.audit(audit)
      }),
    putSighting: (row) =>
      atomically(() => {
        put.sightings([row])
        forgetSightings.run()
      }),
  }
}
