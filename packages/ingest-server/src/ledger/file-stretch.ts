/**
 * A stretch of an imported file: each row decided by itself, and with them, in the same transaction, how far the import has come.
 * So a row is worked once, whoever works the import, and wherever they were killed.
 */
import { AppError } from '../errors.ts'
import type { FileStretch, RowProblem } from '../entry.ts'
import type { RowFact } from '../facts.ts'
import type { ImportRow } from '../store/import-rows.ts'
import { audit } from './audit.ts'
import type { Receipt } from './books.ts'
import type { Desk } from './desk.ts'
import { earning } from './earning.ts'
import { importCustomer } from './import-customers.ts'
import { importPartner } from './import-partners.ts'
import { importReward } from './import-rewards.ts'
import { importTransaction } from './import-transactions.ts'
import { problemOf } from './row-error.ts'
import type { RowState } from './row-error.ts'

function decideRow(desk: Desk, fact: RowFact, at: number): RowState {
  switch (fact.kind) {
    case 'import.partner':
      return importPartner(desk, fact, at)
    case 'import.customer':
      return importCustomer(desk, fact, at)
    case 'import.transaction':
      return importTransaction(desk, fact, at)
    case 'import.reward':
      return importReward(desk, fact, at)
  }
}

/** What a row came to, or what is wrong with it; then it has done nothing. */
function tryRow(desk: Desk, fact: RowFact, at: number): RowState | readonly RowProblem[] {
  const undo = desk.mark()
  try {
    return earning(desk, at, () => decideRow(desk, fact, at))
  } catch (error) {
    undo()
    if (!(error instanceof AppError)) throw error
    return [problemOf(error, fact)]
  }
}

/** The import, if it has come exactly so far and is still in the hands it was. */
function standingImport(desk: Desk, { importKey, claim, from }: FileStretch): ImportRow {
  const row = desk.imports.get(importKey)
  if (row?.state === 'running' && row.claim === claim && row.worked === from) return row
  throw new AppError('KEY_TAKEN', `Import '${importKey}' is worked by another process.`)
}

/** Whoever looks out for imports works it from now on. */
export function openImport(desk: Desk, row: ImportRow): Receipt {
  desk.imports.put(row)
  const { type, fileName, size, options } = row
  const detail = { type, file: fileName, bytes: size, ...(options.dryRun && { trial: true }) }
  if (desk.by !== null)
    audit(desk, { actor: desk.by, action: 'import.started', subject: row.key, detail }, row.createdAt)
  return { outcomes: [], delivery: null, customer: null, transaction: null, link: null, file: row }
}

export function decideStretch(desk: Desk, stretch: FileStretch, at: number): Receipt {
  const row = standingImport(desk, stretch)
  const counts = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  const refused: { readonly problems: readonly RowProblem[]; readonly line: number; readonly raw: string }[] = []
  const text = Buffer.from(stretch.bytes.buffer, stretch.bytes.byteOffset, stretch.bytes.byteLength)

  const undoAll = desk.mark()
  for (const { line, start, end, fact, problems } of stretch.rows) {
    const state = fact ? tryRow(desk, fact, at) : problems
    if (typeof state === 'string') {
      counts[state]++
      continue
    }
    counts.failed++
    refused.push({ problems: state, line, raw: text.toString('utf8', start - stretch.from, end - stretch.from) })
  }
  if (row.options.dryRun) undoAll()

  for (const { problems, line, raw } of refused)
    problems.forEach(({ column, reason }, no) => {
      const told = { line, no, columnName: column, reason, raw: no === 0 ? raw : '' }
      desk.importErrors.put({ importKey: row.key, mode: desk.mode, ...told })
    })
  const file: ImportRow = {
    ...{ ...row, worked: stretch.to, line: stretch.line, total: row.total + stretch.rows.length, updatedAt: at },
    ...{ created: row.created + counts.created, updated: row.updated + counts.updated },
    ...{ unchanged: row.unchanged + counts.unchanged, failed: row.failed + counts.failed },
    ...(stretch.last && { state: 'done', claim: null, finishedAt: at }),
  }
  desk.imports.put(file)
  return { outcomes: [], delivery: null, customer: null, transaction: null, link: null, file }
}
