/** `copy`: a whole installation from one database to another. */
import type { Command } from 'commander'
import { databaseOf } from '../config.ts'
import { copyStore, finishCopy, sumOf } from '../moving/copy.ts'
import type { Sum } from '../moving/copy.ts'
import { TABLE_NAMES } from '../store/table-order.ts'
import type { TableName } from '../store/table-order.ts'
import type { Machine } from './machine.ts'

interface CopyOptions {
  readonly from: string
  readonly to: string
  readonly json?: boolean
}

interface Checked {
  readonly table: TableName
  readonly from: Sum
  readonly to: Sum
  readonly same: boolean
}

async function copy(machine: Machine, { from: source, to: target, json }: CopyOptions): Promise<void> {
  const from = await machine.openStore(databaseOf(source, '--from'), { mustExist: true })
  const to = await machine.openStore(databaseOf(target, '--to'), { mustExist: false })
  try {
    const began = machine.elapsed()
    await copyStore(from, to, ({ table, rows }) => {
      const seconds = Math.max(1, machine.elapsed() - began) / 1_000
      if (rows > 0) machine.progress(`${table}: ${rows} rows (${Math.round(rows / seconds)} a second since the start)`)
    })
    machine.note('Comparing both…')
    const checked: Checked[] = []
    for (const table of TABLE_NAMES) {
      const [ours, theirs] = [await sumOf(from, table), await sumOf(to, table)]
      checked.push({ table, from: ours, to: theirs, same: ours.rows === theirs.rows && ours.sha256 === theirs.sha256 })
    }
    const wrong = checked.filter(({ same }) => !same)
    if (wrong.length === 0) await finishCopy(to)
    report(machine, checked, json === true)
    if (wrong.length > 0) machine.fail()
  } finally {
    await from.close()
    await to.close()
  }
}

function report(machine: Machine, checked: readonly Checked[], json: boolean): void {
  const wrong = checked.filter(({ same }) => !same)
  if (json) {
    machine.print(
      JSON.stringify({
        copied: wrong.length === 0,
        tables: Object.fromEntries(checked.map(({ table, ...sums }) => [table, sums])),
      }),
    )
    return
  }
  for (const { table, from, to, same } of checked) {
    machine.print(
      `${same ? 'same  ' : 'DIFFER'}  ${table.padEnd(14)} ${from.rows} rows, sha256 ${from.sha256.slice(0, 16)}${same ? '' : `; there ${to.rows} rows, ${to.sha256.slice(0, 16)}`}`,
    )
  }
  machine.print(
    wrong.length === 0
      ? 'Every row is there. Give the new server the same SECRET_KEY: webhook secrets are kept encrypted under it.'
      : 'The two differ: stop every server that writes to the source, and copy again.',
  )
}

export function copyCommand(machine: Machine, program: Command): void {
  const command = program
    .command('copy')
    .description(
      'a whole installation from one database to another, resumed where it stopped, then compared row by row',
    )
    .requiredOption('--from <url>', 'file:<path> or postgres://…')
    .requiredOption('--to <url>', 'file:<path> or postgres://…, empty')
    .option('--json', 'print one JSON value on stdout, and all else on stderr')
  command.action(() => copy(machine, command.opts<CopyOptions>()))
}
