/** `deliveries list|show|replay`: the inbox. */
import { Option, type Command } from 'commander'
import { AppError } from '../errors.ts'
import { replay } from '../inbox/replay.ts'
import type { DeliveryRow, DeliveryState } from '../store/rows.ts'
import { act, checked, modeOption, when, type CommonOptions, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'

interface ListOptions extends CommonOptions {
  readonly state?: DeliveryState
  readonly provider?: string
  readonly limit: string
  readonly startingAfter?: string
}

const STATES: readonly DeliveryState[] = ['applied', 'ignored', 'parked', 'unsupported', 'failed']

const shown = (row: DeliveryRow) => ({
  key: row.key,
  mode: row.mode,
  provider: row.provider,
  account: row.account,
  event_id: row.eventId,
  type: row.type,
  state: row.state,
  reason: row.reason,
  attempts: row.attempts,
  changed: row.changed,
  received_at: row.receivedAt,
  updated_at: row.updatedAt,
})

const line = ({ key, receivedAt, state, provider, type, reason }: DeliveryRow): string =>
  `${when(receivedAt)}  ${key}  ${state.padEnd(11)}  ${provider} ${type}: ${reason}`

async function list({ books }: Context, options: ListOptions): Promise<Result> {
  const { mode, state, provider, limit, startingAfter } = options
  const { items, hasMore } = await books.deliveries({
    mode,
    limit: Math.min(Number(limit), 250),
    ...(state && { states: [state] }),
    ...(provider && { provider }),
    ...(startingAfter && { startingAfter }),
  })
  const more = `There are more: deliveries list --starting-after ${items.at(-1)?.key}`
  return {
    value: { items: items.map(shown), has_more: hasMore },
    lines: items.length > 0 ? items.map(line) : ['Nothing came in yet.'],
    notes: hasMore ? [more] : [],
  }
}

async function show({ books }: Context, _options: CommonOptions, key = ''): Promise<Result> {
  const row = await books.delivery(key)
  if (!row) throw new AppError('NOT_FOUND', `There is no delivery '${key}'. See: deliveries list`)
  const body = await books.deliveryBody(key)
  const text = body === null ? null : Buffer.from(body).toString('utf8')
  const value = { ...shown(row), headers: row.headers, body: text }
  return {
    value,
    lines: [line(row), `changed: ${row.changed.join(', ') || 'nothing'}`, '', text ?? 'Its body is no longer kept.'],
  }
}

async function again(context: Context, _options: CommonOptions, key = ''): Promise<Result> {
  await replay(context, key)
  const row = await context.books.delivery(key)
  if (!row) throw new Error('a delivery was replayed and is not there')
  return { value: shown(row), lines: [line(row)], failed: row.state === 'failed' }
}

export function deliveriesCommand(machine: Machine, program: Command): void {
  const deliveries = program.command('deliveries').description('what came in, and what became of it')
  const lister = deliveries
    .command('list')
    .description('the newest first')
    .addOption(new Option('--state <state>', 'only those').choices(STATES))
    .option('--provider <provider>', 'only from this platform, or `script`')
    .option(
      '--limit <number>',
      'how many',
      checked((text) => /^[1-9]\d*$/.test(text), 'Not a number of 1 or more.'),
      '25',
    )
    .option('--starting-after <key>', 'go on after this delivery')
    .addOption(modeOption())
  act(machine, lister, list)
  act(machine, deliveries.command('show').description('one, with its body').argument('<key>'), show)
  act(machine, deliveries.command('replay').description('work one again').argument('<key>'), again)
}
