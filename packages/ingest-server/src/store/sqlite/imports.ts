/** Files that are imported, on SQLite. */
import type { DatabaseSync } from 'node:sqlite'
import { decode, encode } from '../columns.ts'
import type { ImportReads, ImportWrites } from '../imports.ts'
import type { Store } from '../store.ts'
import * as tables from '../tables.ts'
import { list } from './list.ts'
import { upsert } from './save.ts'
import { testOf } from './views.ts'

/** Looked for along an index of its own, which holds the few that have not ended. */
const IDLE = `state IN ('queued', 'running') AND (state = 'queued' OR updated_at < ?)`

export function importReads(db: DatabaseSync): ImportReads {
  return {
    async imports(query) {
      const source = { select: 'SELECT t.* FROM imports AS t', table: 'imports', where: [], live: '1 = 1' }
      const { items, hasMore } = list(db, source, query, [])
      return { items: items.map((found) => decode(tables.imports, found)), hasMore }
    },
    async importOf(mode, key) {
      const found = db.prepare('SELECT * FROM imports WHERE key = ? AND test = ?').get(key, testOf(mode))
      return found ? decode(tables.imports, found) : null
    },
    async importErrors(key, after, limit) {
      return db
        .prepare('SELECT * FROM import_errors WHERE import_key = ? AND (line, no) > (?, ?) ORDER BY line, no LIMIT ?')
        .all(key, after?.line ?? -1, after?.no ?? -1, limit)
        .map((found) => decode(tables.importErrors, found))
    },
    async importPiece(key, no) {
      const found = db.prepare('SELECT bytes FROM import_pieces WHERE import_key = ? AND no = ?').get(key, no)
      return (found?.['bytes'] as Uint8Array | undefined) ?? null
    },
    async idleImports(before) {
      const found = db.prepare(`SELECT * FROM imports WHERE ${IDLE} ORDER BY key`).all(before)
      return found.map((one) => decode(tables.imports, one))
    },
  }
}

export function importWrites(db: DatabaseSync, atomically: Store['atomically']): ImportWrites {
  const addPiece = db.prepare('INSERT INTO import_pieces (import_key, no, bytes) VALUES (?, ?, ?)')
  const removePieces = db.prepare('DELETE FROM import_pieces WHERE import_key = ?')
  const add = db.prepare(upsert(tables.imports))
  const claim = db.prepare(
    `UPDATE imports SET state = 'running', claim = ?, started_at = coalesce(started_at, ?), updated_at = ?
     WHERE key = ? AND ${IDLE} RETURNING *`,
  )
  const yielded = db.prepare(
    `UPDATE imports SET state = 'queued', claim = NULL, updated_at = ? WHERE key = ? AND claim = ?`,
  )
  const fail = db.prepare(
    `UPDATE imports SET state = 'failed', reason = ?, claim = NULL, finished_at = ?, updated_at = ? WHERE key = ? AND claim = ?`,
  )
  const forgetPieces = db.prepare(
    `DELETE FROM import_pieces WHERE import_key IN (
       SELECT DISTINCT p.import_key FROM import_pieces AS p LEFT JOIN imports AS i ON i.key = p.import_key
       WHERE i.state IN ('done', 'failed') OR (i.key IS NULL AND p.import_key < ?))`,
  )
  const forgetErrors = db.prepare(
    `DELETE FROM import_errors WHERE (import_key, line, no) IN (
       SELECT e.import_key, e.line, e.no FROM imports AS i CROSS JOIN import_errors AS e ON e.import_key = i.key
       WHERE i.finished_at < ? LIMIT ?)`,
  )
  return {
    putImportPiece: (key, no, bytes) => atomically(() => void addPiece.run(key, no, bytes)),
    addImport: (row) => atomically(() => void add.run(...encode(tables.imports, row))),
    claimImport: (key, name, before, now) =>
      atomically(() => {
        const found = claim.get(name, now, now, key, before)
        return found ? decode(tables.imports, found) : null
      }),
    yieldImport: (key, name, now) => atomically(() => void yielded.run(now, key, name)),
    failImport: (key, name, reason, now) => atomically(() => fail.run(reason, now, now, key, name).changes > 0),
    removeImportPieces: (key) => atomically(() => void removePieces.run(key)),
    forgetImports: (before, endedBefore, limit) =>
      atomically(() => {
        forgetPieces.run(before)
        return Number(forgetErrors.run(endedBefore, limit).changes)
      }),
  }
}
