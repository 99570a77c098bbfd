/** `import`: a file into the books, or a full export back. */
import { Option, type Command } from 'commander'
import type { ImportType } from '../facts.ts'
import { IMPORT_TYPES } from '../importer/columns.ts'
import { EXPORT_TYPES } from '../moving/full-tables.ts'
import type { ExportType } from '../moving/full-tables.ts'
import { modeOption } from './act.ts'
import { importFile, type ImportOptions } from './import-file.ts'
import type { Machine } from './machine.ts'
import { restoreFile } from './restore-file.ts'

export function importCommand(machine: Machine, program: Command): void {
  const command = program
    .command('import')
    .description('a file of partners, customers, transactions or rewards into the books, or a full export back')
    .argument('<type>', `${IMPORT_TYPES.join(', ')}; with --restore any that can be exported, or none for everything`)
    .argument('[file]')
    .addOption(modeOption())
    .option('--dry-run', 'report everything and change nothing')
    .addOption(
      new Option('--amount-unit <unit>', 'whether amounts are 1250 or 12.50')
        .choices(['minor', 'major'])
        .default('minor'),
    )
    .option('--errors <file>', 'write what was refused to this file, to be mended and imported again')
    .option('--restore', 'take a full export back, into a mode that is empty')
    .option('--json', 'print one JSON value on stdout, and all else on stderr')
  command.action(async (first: string, second?: string) => {
    const options = command.opts<ImportOptions>()
    const kinds: readonly string[] = options.restore ? EXPORT_TYPES : IMPORT_TYPES
    const [named, path] = options.restore && second === undefined ? [null, first] : [first, second]
    if (named !== null && !kinds.includes(named)) command.error(`error: '${named}' is none of ${kinds.join(', ')}.`)
    if (path === undefined) return command.error("error: missing required argument 'file'")
    if (options.restore) return restoreFile(machine, { type: named as ExportType | null, path }, options)
    return importFile(machine, { type: named as ImportType, path }, options)
  })
}
