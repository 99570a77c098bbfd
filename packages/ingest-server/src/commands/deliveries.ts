/** `deliveries list|show|replay`: the inbox. */
import { Option, type Command } from 'commander'
import { AppError } from '../errors.ts'
import { listDeliveries, SHOWN_STATES, type ShownState } from '../inbox/listing.ts'
import { replay, type Choice } from '../inbox/replay.ts'
import type { Mode } from '../facts.ts'
import { providerNames } from '../providers/index.ts'
import type { DeliveryRow, ListedDelivery } from '../store/rows.ts'
import { act, checked, modeOption, OPERATOR, when, type CommonOptions, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'

interface ListOptions extends CommonOptions {
  readonly state?: ShownState
  readonly customer?: string
  readonly since?: string
  readonly until?: string
  readonly provider?: string
  readonly limit: string
  readonly startingAfter?: string
}

const shown = (row: ListedDelivery, state: ShownState = row.state) => ({
  key: row.key,
  mode: row.mode,
  provider: row.provider,
  account: row.account,
  event_id: row.eventId,
  type: row.type,
  state,
  reason: row.reason,
  attempts: row.attempts,
  changed: row.changed,
  customer: row.customer,
  received_at: row.receivedAt,
  updated_at: row.updatedAt,
})

const line = ({ key, receivedAt, provider, type, reason }: DeliveryRow, state: ShownState): string =>
  `${when(receivedAt)}  ${key}  ${state.padEnd(11)}  ${provider} ${type}: ${reason}`

async function list(context: Context, options: ListOptions): Promise<Result> {
  const { books, now } = context
  const { mode, state, provider, limit, startingAfter, customer, since, until } = options
  const isNarrowed = [state, provider, startingAfter, customer, since, until].some((given) => given !== undefined)
  const filters = {
    ...{ state, provider, customer, startingAfter },
    ...(since && { since: Date.parse(since) }),
    ...(until && { until: Date.parse(until) }),
  }
  const page = await listDeliveries({ books, mode, now: now() }, filters, Math.min(Number(limit), 250))
  const { items, hasMore } = page
  const more = `There are more: deliveries list --starting-after ${items.at(-1)?.row.key}`
  return {
    value: { items: items.map(({ row, state: now }) => shown(row, now)), has_more: hasMore },
    lines: items.length > 0 ? items.map(({ row, state: now }) => line(row, now)) : [nothing(isNarrowed, mode)],
    notes: hasMore ? [more] : [],
  }
}

const nothing = (isNarrowed: boolean, mode: Mode): string =>
  isNarrowed ? `Nothing that came in fits, in ${mode} mode.` : `Nothing came in yet, in ${mode} mode.`

async function show({ books }: Context, _options: CommonOptions, key = ''): Promise<Result> {
  const row = await books.delivery(key)
  if (!row) throw new AppError('NOT_FOUND', `There is no delivery '${key}'. See: deliveries list`)
  const body = await books.deliveryBody(key)
  const text = body === null ? null : Buffer.from(body).toString('utf8')
  const value = { ...shown(row), headers: row.headers, body: text }
  return {
    value,
    lines: [
      line(row, row.state),
      `changed: ${row.changed.join(', ') || 'nothing'}`,
      '',
      text ?? 'Its body is no longer kept.',
    ],
  }
}

async function again(context: Context, options: CommonOptions & Choice, key = ''): Promise<Result> {
  await replay(context, key, { customer: options.customer, payment: options.payment, by: OPERATOR })
  const row = await context.books.delivery(key)
  if (!row) throw new Error('a delivery was replayed and is not there')
  return { value: shown(row), lines: [line(row, row.state)], failed: row.state === 'failed' }
}

const moment = checked((text) => !Number.isNaN(Date.parse(text)), 'Not a time, as 2026-11-22 or 2026-11-22T10:00Z.')

export function deliveriesCommand(machine: Machine, program: Command): void {
  const deliveries = program.command('deliveries').description('what came in, and what became of it')
  const lister = deliveries
    .command('list')
    .description('the newest first')
    .addOption(new Option('--state <state>', 'only those').choices(SHOWN_STATES))
    .addOption(
      new Option('--provider <provider>', 'only from this platform, or `script`').choices([...providerNames, 'script']),
    )
    .option('--customer <customer>', 'only of this customer: customer_key, provider_key, cus_… or e-mail')
    .option('--since <time>', 'only received since then, as 2026-11-22 or 2026-11-22T10:00Z', moment)
    .option('--until <time>', 'only received until then', moment)
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
  const replayer = deliveries
    .command('replay')
    .description('work one again; always safe')
    .argument('<key>')
    .option('--customer <customer>', 'whose payment it is, where nothing told: customer_key, cus_… or e-mail')
    .option('--payment <id>', 'which payment a refund is of, where the platform did not say')
  act(machine, replayer, again)
}
