/** `import <type> <file>`: a file into the books, with how far it is. */
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { AmountUnit, ImportType, Mode } from '../facts.ts'
import { newId } from '../ledger/keys.ts'
import { SILENT_MS } from '../moving/importer.ts'
import { errorFile, firstErrors } from '../moving/refused.ts'
import { upload } from '../moving/upload.ts'
import { workImport } from '../moving/work-import.ts'
import { importObject } from '../objects/import.ts'
import { readSettings } from '../settings.ts'
import type { ImportRow } from '../store/import-rows.ts'
import { openContext, OPERATOR, type Context } from './act.ts'
import type { Machine } from './machine.ts'
import { progressLine } from './progress-line.ts'

export interface ImportOptions {
  readonly mode: Mode
  readonly dryRun?: boolean
  readonly amountUnit: AmountUnit
  readonly errors?: string
  readonly restore?: boolean
  readonly json?: boolean
}

/** Errors shown on a terminal, and with `--json`. */
const SHOWN = { lines: 10, json: 100 }
const POLL_MS = 250

interface FileToImport {
  readonly type: ImportType
  readonly path: string
}

/**
 * Where another process has taken the import over, it is watched to its end: a command that stood still for a while finds it so.
 * Where that one gives no sign of life either, it is taken back.
 */
async function ended(
  { books, now }: Context,
  { mode, key }: ImportRow,
  goOn: (row: ImportRow) => Promise<unknown>,
): Promise<ImportRow> {
  for (;;) {
    const row = await books.importOf(mode, key)
    if (!row) throw new Error(`import ${key} is gone`)
    if (row.state === 'done' || row.state === 'failed') return row
    const before = now() - SILENT_MS
    const mine = row.updatedAt < before ? await books.claimImport(key, randomUUID(), before, now()) : null
    if (mine) await goOn(mine)
    else await wait(POLL_MS)
  }
}

async function work(machine: Machine, context: Context, { type, path }: FileToImport, options: ImportOptions) {
  const { books, now } = context
  const { mode, dryRun = false, amountUnit } = options
  const { currency } = readSettings(await books.settings(mode))
  const file = await machine.readFile(path)
  const about = {
    key: `impo_${newId(now(), randomBytes)}`,
    mode,
    type,
    fileName: path.replace(/^.*[/\\]/, ''),
    currency,
  }
  const asked = async () => ({ dryRun, unit: amountUnit })
  machine.progress('Reading the file')
  const add = async (row: ImportRow): Promise<ImportRow> => {
    await books.record({ mode, at: row.createdAt, facts: [], delivery: null, opens: row, by: OPERATOR })
    return row
  }
  const own = { actor: 'command line', claim: randomUUID(), asked, add }
  const begun = await upload(books, file.bytes(), { ...about, ...own }, now)
  const began = machine.elapsed()
  const onProgress = ({ worked, bytes, total: rows }: ImportRow): void =>
    machine.progress(
      progressLine({ share: bytes === 0 ? 1 : worked / bytes, rows, elapsedMs: machine.elapsed() - began }),
    )
  const onBug = (error: unknown): void => machine.note(error instanceof Error ? (error.stack ?? '') : String(error))
  const goOn = (row: ImportRow) => workImport(books, row, { now, onProgress, onBug })
  await goOn(begun)
  const row = await ended(context, begun, goOn)
  machine.progress('')
  return row
}

async function report(
  machine: Machine,
  { books }: Context,
  row: ImportRow,
  { errors, json }: ImportOptions,
): Promise<void> {
  if (errors !== undefined && row.failed > 0) await machine.writeFile(errors, errorFile(books, row))
  const told = await firstErrors(books, row, json ? SHOWN.json : SHOWN.lines)
  if (json) return machine.print(JSON.stringify(importObject(row, told)))
  const { total, created, updated, unchanged, failed, options } = row
  const counts = `${created} created, ${updated} updated, ${unchanged} unchanged, ${failed} refused`
  machine.print(`${total} ${row.type}: ${counts}${options.dryRun ? ' (only tried: nothing was changed)' : ''}`)
  for (const { line, column, value, reason } of told)
    machine.print(`line ${line}${column === null ? '' : `, ${column} '${value ?? ''}'`}: ${reason}`)
  if (failed === 0) return
  machine.note(
    errors === undefined
      ? 'To mend what was refused: --errors rejects.csv writes it'
      : `What was refused is in ${errors}`,
  )
}

export async function importFile(machine: Machine, file: FileToImport, options: ImportOptions): Promise<void> {
  const onBug = (error: unknown, what: string): void =>
    machine.note(`${what}: ${error instanceof Error ? error.stack : String(error)}`)
  // In threads of their own: while one stretch is committed, the next is read.
  const context = await openContext(machine, machine.config(), { onBug, onBatch: () => undefined })
  try {
    const row = await work(machine, context, file, options)
    await report(machine, context, row, options)
    if (row.state === 'done') return
    machine.note(row.reason ?? 'It failed.')
    machine.fail()
  } finally {
    await context.books.close()
  }
}
