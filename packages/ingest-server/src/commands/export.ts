/** `export`: everything out again, on stdout. */
import { Argument, Option, type Command } from 'commander'
import type { Mode } from '../facts.ts'
import { exported, type ExportFormat } from '../moving/export.ts'
import { EXPORT_TYPES, type ExportType } from '../moving/full-tables.ts'
import { modeOption } from './act.ts'
import type { Machine } from './machine.ts'

interface ExportOptions {
  readonly mode: Mode
  readonly full?: boolean
  readonly format?: ExportFormat
}

/** Whoever read our output has had enough of it. */
const hasEnded = (error: unknown): boolean => (error as { readonly code?: string }).code === 'EPIPE'

async function write(
  machine: Machine,
  type: ExportType | null,
  { mode, full = false, format }: ExportOptions,
): Promise<void> {
  const store = await machine.openStore(machine.config().database, { mustExist: true })
  try {
    const asked = { mode, type, full, format: format ?? (type === null ? 'ndjson' : 'csv') }
    for await (const text of exported(store, asked)) await machine.write(text)
  } catch (error) {
    if (!hasEnded(error)) throw error
  } finally {
    await store.close()
  }
}

export function exportCommand(machine: Machine, program: Command): void {
  const command = program
    .command('export')
    .description('everything out again, as CSV or NDJSON on stdout')
    .addArgument(new Argument('[type]', 'with --full it may be left out: everything').choices(EXPORT_TYPES))
    .addOption(modeOption())
    .option('--full', 'every column of every row, archived ones too, so that import --restore takes it back')
    .addOption(new Option('--format <format>', 'csv, or ndjson for everything').choices(['csv', 'ndjson']))
  command.action(async (type?: ExportType) => {
    const options = command.opts<ExportOptions>()
    if (type === undefined && !options.full)
      command.error(`error: name one of ${EXPORT_TYPES.join(', ')}, or ask for --full`)
    await write(machine, type ?? null, options)
  })
}
