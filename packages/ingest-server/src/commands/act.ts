/** What every command does around its own work: open the books, say what came of it, close them. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { adminAudit } from '../admin-audit.ts'
import type { Config } from '../config.ts'
import type { Mode } from '../facts.ts'
import type { Books } from '../ledger/books.ts'
import { providers } from '../providers/index.ts'
import type { Provider } from '../providers/provider.ts'
import { createVault, type Vault } from '../secrets.ts'
import { serverIdOf } from '../server-id.ts'
import type { AuditRow } from '../store/rows.ts'
import type { Machine, Watch } from './machine.ts'

export interface Context {
  readonly config: Config
  readonly books: Books
  readonly vault: Vault
  /** By what the server is known from outside. */
  readonly serverId: string
  readonly providers: ReadonlyMap<string, Provider>
  readonly now: () => number
}

export interface Result {
  /** The one value on stdout with `--json`. */
  readonly value: unknown
  /** What a person reads instead. */
  readonly lines: readonly string[]
  /** Worth knowing either way; goes to stderr. */
  readonly notes?: readonly string[]
  /** The work was done and its outcome is bad. */
  readonly failed?: boolean
}

export async function openContext(machine: Machine, config: Config, watch?: Watch): Promise<Context> {
  const key = await machine.secretKey(config)
  const own = { vault: createVault(key, await machine.formerKeys(config)), serverId: serverIdOf(key) }
  return { config, ...own, providers, now: machine.now, books: await machine.openBooks(config, watch) }
}

export interface CommonOptions {
  readonly mode: Mode
  readonly json?: boolean
}

/** Gives `command` its common options and its work, which is told the options and the arguments. */
export function act<O extends object>(
  machine: Machine,
  command: Command,
  work: (context: Context, options: O & CommonOptions, ...args: string[]) => Promise<Result>,
): Command {
  return command.option('--json', 'print one JSON value on stdout, and all else on stderr').action(async () => {
    const options = command.opts<O & CommonOptions>()
    const context = await openContext(machine, machine.config())
    try {
      const result = await work(context, options, ...command.args)
      result.notes?.forEach(machine.note)
      if (options.json) machine.print(JSON.stringify(result.value))
      else result.lines.forEach(machine.print)
      if (result.failed) machine.fail()
    } finally {
      await context.books.close()
    }
  })
}

/** Who types commands, in the audit log. */
export const OPERATOR = 'operator'

/** The line that tells of what a command did. */
export const lineOf = (
  { now }: Pick<Context, 'now'>,
  mode: Mode,
  action: string,
  subject: string,
  detail: AuditRow['detail'] = {},
): AuditRow => adminAudit({ mode, at: now(), actor: OPERATOR, action, subject, detail })

export const modeOption = (): Option =>
  new Option('--mode <mode>', 'which of the two sealed worlds').choices(['production', 'test']).default('production')

/** An argument checked as it is read: what does not fit is wrong usage. */
export const checked =
  (fits: (text: string) => boolean, problem: string) =>
  (text: string): string => {
    if (fits(text)) return text
    throw new InvalidArgumentError(problem)
  }

export const when = (at: number): string => new Date(at).toISOString()
