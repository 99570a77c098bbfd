/** `hook list|add|enable|disable|remove|rotate|log|resend`: who is told of changes, and how the telling went. */
import { Argument, InvalidArgumentError, Option, type Command } from 'commander'
import { AppError } from '../errors.ts'
import { MODES } from '../inbox/webhook-rows.ts'
import { EVENTS } from '../ledger/events.ts'
import { editedHook, newHook, rotatedHook, type HookDeps } from '../notify/new-hook.ts'
import { resend, resendFailed } from '../notify/resend.ts'
import type { HookRow, SendRow } from '../store/hook-rows.ts'
import type { ListedSend } from '../store/hooks.ts'
import { act, lineOf, modeOption, when, type CommonOptions, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'

interface AddOptions extends CommonOptions {
  readonly target: string
  readonly event: readonly string[]
  readonly version: HookRow['style']
}

interface LogOptions extends CommonOptions {
  readonly state?: SendRow['state']
  readonly limit: number
  readonly after?: string
}

interface ResendOptions extends CommonOptions {
  readonly failed?: boolean
}

const depsOf = ({ vault, now, config: { privateTargets } }: Context): HookDeps => ({
  ...{ vault, now, rules: { privateTargets } },
})

const shown = ({ key, mode, style, target, events, enabled, disabledReason, failingSince, createdAt }: HookRow) => ({
  ...{ key, mode, version: style, target, events, enabled, disabled_reason: disabledReason },
  ...{ failing_since: failingSince, created_at: createdAt },
})

function lines(hook: HookRow): string[] {
  const { key, mode, target, events, enabled, disabledReason, failingSince } = hook
  const state = !enabled
    ? `off: ${disabledReason}`
    : failingSince === null
      ? 'on'
      : `on, failing since ${when(failingSince)}`
  return [`${key}, ${mode}`, `  target  ${target}`, `  events  ${events.join(', ')}`, `  state   ${state}`]
}

async function every(context: Context): Promise<HookRow[]> {
  const rows: HookRow[] = []
  for (const mode of MODES) {
    const page = { mode, limit: 250, orderBy: 'created_at' } as const
    for (let after: string | undefined, more = true; more; after = rows.at(-1)?.key) {
      const { items, hasMore } = await context.books.hooks(
        after === undefined ? page : { ...page, startingAfter: after },
      )
      rows.push(...items)
      more = hasMore
    }
  }
  return rows
}

/** By its key, which says in which mode it is. */
async function hookOf({ books }: Context, key = ''): Promise<HookRow> {
  for (const mode of MODES) {
    const hook = await books.hook(mode, key)
    if (hook) return hook
  }
  throw new AppError('NOT_FOUND', `There is no webhook '${key}'. See: hook list`)
}

async function list(context: Context): Promise<Result> {
  const rows = await every(context)
  return { value: rows.map(shown), lines: rows.length > 0 ? rows.flatMap(lines) : ['None yet. See: hook add --help'] }
}

const SHOWN_ONCE = 'The secret is shown this once. A receiver needs it to know that what it gets is from here.'

async function add(context: Context, { mode, version, target, event }: AddOptions): Promise<Result> {
  const { row, secret } = await newHook({ mode, style: version, target, events: event }, depsOf(context))
  await context.books.act({
    audit: [lineOf(context, mode, 'hook.created', row.key, { target, events: row.events })],
    hooks: [row],
  })
  return { value: { ...shown(row), secret }, lines: [...lines(row), `  secret  ${secret}`], notes: [SHOWN_ONCE] }
}

const turned =
  (enabled: boolean) =>
  async (context: Context, _options: CommonOptions, key?: string): Promise<Result> => {
    const before = await hookOf(context, key)
    const row = await editedHook(before, { enabled }, depsOf(context))
    const line = lineOf(context, row.mode, enabled ? 'hook.enabled' : 'hook.disabled', row.key)
    await context.books.act({ audit: before.enabled === enabled ? [] : [line], hooks: [row] })
    return { value: shown(row), lines: lines(row) }
  }

async function remove(context: Context, _options: CommonOptions, key?: string): Promise<Result> {
  const row = await hookOf(context, key)
  const audit = [lineOf(context, row.mode, 'hook.removed', row.key, { target: row.target })]
  await context.books.act({ audit, goneHooks: [row] })
  return { value: { key: row.key, removed: true }, lines: [`${row.key} is removed; nothing is sent to it any more`] }
}

async function rotate(context: Context, _options: CommonOptions, key?: string): Promise<Result> {
  const { row, secret } = rotatedHook(await hookOf(context, key), depsOf(context))
  await context.books.act({ audit: [lineOf(context, row.mode, 'hook.rotated', row.key)], hooks: [row] })
  const overlap = 'The secret before this one signs beside it for 24 hours.'
  return {
    value: { ...shown(row), secret },
    lines: [...lines(row), `  secret  ${secret}`],
    notes: [SHOWN_ONCE, overlap],
  }
}

const shownSend = ({
  message,
  event,
  subject,
  state,
  attempts,
  nextAt,
  lastAt,
  lastStatus,
  lastError,
  createdAt,
}: ListedSend) => ({
  ...{ id: message, event, subject, state, attempts, next_at: nextAt, last_at: lastAt, last_status: lastStatus },
  ...{ last_error: lastError, created_at: createdAt },
})

function sendLine({
  message,
  event,
  subject,
  state,
  attempts,
  nextAt,
  lastStatus,
  lastError,
  createdAt,
}: ListedSend): string {
  const next = nextAt === null ? '' : `, next ${when(nextAt)}`
  const outcome = lastError ?? (lastStatus === null ? 'not tried yet' : `answered ${lastStatus}`)
  return `${when(createdAt)}  ${message}  ${event} ${subject}: ${state}, ${attempts} tried, ${outcome}${next}`
}

async function log(context: Context, { state, limit, after }: LogOptions, key?: string): Promise<Result> {
  const { mode, key: hook } = await hookOf(context, key)
  const query = { mode, hook, limit, ...(state && { state }), ...(after && { startingAfter: after }) }
  const { items, hasMore } = await context.books.sends(query)
  const last = items.at(-1)?.message
  return {
    value: { items: items.map(shownSend), has_more: hasMore },
    lines: items.length > 0 ? items.map(sendLine) : ['Nothing was sent to it, or is to be.'],
    notes: hasMore && last ? [`There is more: --after ${last}`] : [],
  }
}

async function sendAgain(context: Context, { failed }: ResendOptions, key?: string, message?: string): Promise<Result> {
  const hook = await hookOf(context, key)
  if (failed) {
    const count = await resendFailed(context.books, hook, context.now())
    const line = lineOf(context, hook.mode, 'hook.resent', hook.key, { resent: count })
    await context.books.act({ audit: count > 0 ? [line] : [] })
    return { value: { key: hook.key, resent: count }, lines: [`${count} are on their way again`] }
  }
  if (message === undefined)
    throw new AppError('BAD_REQUEST', 'Name a message (see: hook log), or give --failed for all that were given up.')
  await resend(context.books, hook, message, context.now())
  await context.books.act({ audit: [lineOf(context, hook.mode, 'hook.resent', hook.key, { message })] })
  return { value: { key: hook.key, id: message, resent: 1 }, lines: [`${message} is on its way again`] }
}

function atMost(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Math.min(250, Number(text))
  throw new InvalidArgumentError('Not a whole number, 1 or more.')
}

export function hookCommand(machine: Machine, program: Command): void {
  const hook = program.command('hook').description('who is told of changes: webhooks out')
  const named = (name: string, description: string): Command =>
    hook.command(name).description(description).addArgument(new Argument('<key>', 'as hook list shows it'))
  act(machine, hook.command('list').description('where changes are told, in both modes, and how that goes'), list)
  const adder = hook
    .command('add')
    .description('tell an address of changes; prints the secret that signs what is sent')
    .requiredOption('--target <url>', 'the address')
    .option('--event <name...>', `one or more of ${EVENTS.join(', ')}`, ['*'])
    .addOption(
      new Option('--version <version>', 'which version of the API its objects and names of events are of')
        .choices(['v1', 'v2'])
        .default('v2'),
    )
    .addOption(modeOption())
  act<AddOptions>(machine, adder, add)
  act(machine, named('enable', 'send to it again, what waited included'), turned(true))
  act(machine, named('disable', 'send nothing to it until it is enabled'), turned(false))
  act(machine, named('remove', 'forget it'), remove)
  act(machine, named('rotate', 'a new secret, without a gap'), rotate)
  const logger = named('log', 'what was sent to it, or is to be, the newest first')
    .addOption(new Option('--state <state>', 'only those').choices(['waiting', 'sent', 'failed']))
    .option('--limit <count>', 'how many, at most 250', atMost, 20)
    .option('--after <id>', 'those before this one')
  act<LogOptions>(machine, logger, log)
  const sender = named('resend', 'send again, under the same id')
    .argument('[id]', 'the message, as hook log shows it')
    .option('--failed', 'everything that was given up')
  act<ResendOptions>(machine, sender, sendAgain)
}
