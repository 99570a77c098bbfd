/** Files that are imported, on PostgreSQL. */
import { decode } from '../columns.ts'
import type { ImportReads, ImportWrites } from '../imports.ts'
import * as tables from '../tables.ts'
import type { Ask } from './ask.ts'
import { list } from './list.ts'
import { addStatement } from './save.ts'
import type { Turns } from './turns.ts'
import { testOf } from './views.ts'

const COLUMNS = tables.imports.columns.map(({ name }) => `t.${name}`).join(', ')
const ERRORS = tables.importErrors.columns.map(({ name }) => name).join(', ')

export function importReads(ask: Ask): ImportReads {
  return {
    async imports(query) {
      const source = { select: `SELECT ${COLUMNS} FROM imports AS t`, table: 'imports', where: [], live: 'true' }
      const { items, hasMore } = await list(ask, source, query, [])
      return { items: items.map((found) => decode(tables.imports, found)), hasMore }
    },
    async importOf(mode, key) {
      const [found] = await ask(`SELECT ${COLUMNS} FROM imports AS t WHERE key = ? AND test = ?`, key, testOf(mode))
      return found ? decode(tables.imports, found) : null
    },
    async importErrors(key, after, limit) {
      const sql = `SELECT ${ERRORS} FROM import_errors WHERE import_key = ? AND (line, no) > (?, ?) ORDER BY line, no LIMIT ?`
      const found = await ask(sql, key, after?.line ?? -1, after?.no ?? -1, limit)
      return found.map((one) => decode(tables.importErrors, one))
    },
    async importPiece(key, no) {
      const [found] = await ask('SELECT bytes FROM import_pieces WHERE import_key = ? AND no = ?', key, no)
      return (found?.['bytes'] as Uint8Array | undefined) ?? null
    },
    async idleImports(before) {
      const idle = `state IN ('queued', 'running') AND (state = 'queued' OR updated_at < ?)`
      const found = await ask(`SELECT ${COLUMNS} FROM imports AS t WHERE ${idle} ORDER BY key`, before)
      return found.map((one) => decode(tables.imports, one))
    },
  }
}

/** Whoever takes an import over waits for the batch that is under way, which writes the import's row, too. */
export function importWrites(inTurn: Turns['inTurn']): ImportWrites {
  const run = (name: string, text: string, values: (string | number | Uint8Array)[]): Promise<number> =>
    inTurn(async ({ send }) => (await send({ name, text, values })).rowCount ?? 0)
  const held = (name: string, text: string, values: (string | number)[]) =>
    inTurn(async ({ send, hold }) => {
      for (const mode of ['production', 'test'] as const) hold(mode)
      return (await send({ name, text, values })).rows
    })
  return {
    async putImportPiece(key, no, bytes) {
      const text = 'INSERT INTO import_pieces (import_key, no, bytes) VALUES ($1, $2, $3)'
      await run('add_import_piece', text, [key, no, bytes])
    },
    addImport: (row) => inTurn(async ({ send }) => void (await send(addStatement(tables.imports, row)))),
    async claimImport(key, claim, before, now) {
      const text = `UPDATE imports AS t SET state = 'running', claim = $1, started_at = coalesce(started_at, $2), updated_at = $2
        WHERE key = $3 AND (state = 'queued' OR (state = 'running' AND updated_at < $4)) RETURNING ${COLUMNS}`
      const [found] = await held('claim_import', text, [claim, now, key, before])
      return found ? decode(tables.imports, found) : null
    },
    async yieldImport(key, claim, now) {
      const text = `UPDATE imports SET state = 'queued', claim = NULL, updated_at = $1 WHERE key = $2 AND claim = $3`
      await held('yield_import', text, [now, key, claim])
    },
    async failImport(key, claim, reason, now) {
      const text = `UPDATE imports SET state = 'failed', reason = $1, claim = NULL, finished_at = $2, updated_at = $2
        WHERE key = $3 AND claim = $4 RETURNING key`
      return (await held('fail_import', text, [reason, now, key, claim])).length > 0
    },
    async removeImportPieces(key) {
      await run('remove_import_pieces', 'DELETE FROM import_pieces WHERE import_key = $1', [key])
    },
    async forgetImports(before, endedBefore, limit) {
      const pieces = `DELETE FROM import_pieces WHERE import_key IN (
        SELECT DISTINCT p.import_key FROM import_pieces AS p LEFT JOIN imports AS i ON i.key = p.import_key
        WHERE i.state IN ('done', 'failed') OR (i.key IS NULL AND p.import_key < $1))`
      await run('forget_import_pieces', pieces, [before])
      const errors = `DELETE FROM import_errors WHERE (import_key, line, no) IN (
        SELECT e.import_key, e.line, e.no FROM imports AS i JOIN import_errors AS e ON e.import_key = i.key
        WHERE i.finished_at < $1 LIMIT $2)`
      return run('forget_import_errors', errors, [endedBefore, limit])
    },
  }
}
