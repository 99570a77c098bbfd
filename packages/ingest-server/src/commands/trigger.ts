/** `trigger add|list|archive`: by which rules partners earn. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import { AppError } from '../errors.ts'
import type { SaidRate, TriggerConditions, TriggerCreateFact, TriggerEvent } from '../facts.ts'
import { MILLIONTHS, triggerObject } from '../objects/trigger.ts'
import type { TriggerRow } from '../store/reward-rows.ts'
import { act, modeOption, type CommonOptions, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'

/** Who says it, in the audit log. */
const BY_OPERATOR = 'operator'

interface AddOptions extends CommonOptions {
  readonly event: TriggerEvent
  readonly percent?: number
  readonly amount?: number
  readonly currency?: string
  readonly name?: string
  readonly product: readonly string[]
  readonly category: readonly string[]
  readonly group: readonly string[]
  readonly paidIn?: string
  readonly actionType?: string
  readonly firstOnly?: boolean
  readonly withinMonths?: number
  readonly atMost?: number
}
interface ListOptions extends CommonOptions {
  readonly archived?: boolean
}

const line = ({ key, event, name, archived }: TriggerRow): string =>
  `${key}  ${event.padEnd(11)}  ${name}${archived ? ' (archived)' : ''}`

const told = (trigger: TriggerRow | undefined): Result => {
  if (!trigger) throw new Error('the books recorded a trigger and showed none')
  return { value: triggerObject(trigger), lines: [line(trigger)] }
}

function rateOf({ percent, amount, currency }: AddOptions): SaidRate {
  if ((percent === undefined) === (amount === undefined))
    throw new AppError('INVALID_FIELD', 'Say what it gives: either --percent or --amount.')
  if (percent !== undefined) return { kind: 'percent', millionths: Math.round(percent * MILLIONTHS) }
  const flat = { kind: 'flat', amount: amount ?? 0 } as const
  return currency === undefined ? { ...flat, currency: null } : { ...flat, currency: currency.toUpperCase() }
}

const conditionsOf = (options: AddOptions): TriggerConditions => ({
  ...{ productKeys: options.product, categoryKeys: options.category, groups: options.group },
  ...{ currency: options.paidIn?.toUpperCase() ?? null, actionType: options.actionType ?? null },
  ...{ firstOnly: options.firstOnly ?? false, withinMonths: options.withinMonths ?? null },
  atMost: options.atMost ?? null,
})

async function add({ books, now }: Context, options: AddOptions): Promise<Result> {
  const { mode, event, name = null } = options
  const fact: TriggerCreateFact = {
    ...{ kind: 'trigger.create', actor: BY_OPERATOR, name, event },
    ...{ conditions: conditionsOf(options), rate: rateOf(options) },
  }
  return told((await books.record({ mode, at: now(), facts: [fact], delivery: null })).trigger)
}

async function list({ books }: Context, { mode, archived = false }: ListOptions): Promise<Result> {
  const rows: TriggerRow[] = []
  for (let more = true; more;) {
    const last = rows.at(-1)?.key
    const page = { mode, limit: 250, orderBy: 'created_at', includeArchived: archived } as const
    const { items, hasMore } = await books.triggers(last === undefined ? page : { ...page, startingAfter: last })
    rows.push(...items)
    more = hasMore
  }
  return { value: rows.map(triggerObject), lines: rows.length > 0 ? rows.map(line) : ['None. See: trigger add --help'] }
}

async function archive({ books, now }: Context, { mode }: CommonOptions, ref = ''): Promise<Result> {
  const fact = { kind: 'trigger.archive', actor: BY_OPERATOR, ref } as const
  return told((await books.record({ mode, at: now(), facts: [fact], delivery: null })).trigger)
}

const whole = (text: string): number => {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new InvalidArgumentError('Not a whole number, 1 or more.')
}
/** As the ledger keeps it, millionths: four decimals of a percent. */
const percentage = (text: string): number => {
  if (/^\d{1,3}(\.\d{1,4})?$/.test(text) && Number(text) > 0 && Number(text) <= 100) return Number(text)
  throw new InvalidArgumentError('Not a percentage above 0 and up to 100, with at most four decimals.')
}

export function triggerCommand(machine: Machine, program: Command): void {
  const trigger = program.command('trigger').description('by which rules partners earn')
  const adder = trigger
    .command('add')
    .description('a rule for what comes from now on')
    .addOption(
      new Option('--event <event>', 'what earns').choices(['signup', 'transaction', 'action']).default('transaction'),
    )
    .option('--percent <number>', 'of the net amount of each transaction', percentage)
    .option('--amount <number>', 'a flat amount, in minor units', whole)
    .option('--currency <code>', "of --amount; else the program's")
    .option('--name <name>', 'else it is named after what it does')
    .option('--product <key...>', 'only of these products', [])
    .option('--category <key...>', 'only of these categories', [])
    .option('--group <group...>', 'only for partners of these groups: keys or slugs', [])
    .option('--paid-in <code>', 'only of transactions in this currency')
    .option('--action-type <type>', 'only for actions of this type')
    .option('--first-only', "only the customer's first transaction")
    .option('--within-months <number>', 'only so many months from the sign-up', whole)
    .option('--at-most <number>', 'so often for each customer', whole)
    .addOption(modeOption())
  act<AddOptions>(machine, adder, add)
  const lister = trigger
    .command('list')
    .description('every rule that holds')
    .option('--archived', 'those that held once, too')
    .addOption(modeOption())
  act<ListOptions>(machine, lister, list)
  const archiver = trigger
    .command('archive')
    .description('nothing more is earned by it; what was earned stays')
    .argument('<key>', 'as trigger list shows it')
    .addOption(modeOption())
  act(machine, archiver, archive)
}
