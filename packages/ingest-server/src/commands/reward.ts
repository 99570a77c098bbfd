/** `reward list|approve|decline|pay`: what partners have earned, and what becomes of it. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import { AppError } from '../errors.ts'
import type { RewardStatus } from '../facts.ts'
import { REWARD_STATUSES, rewardObject } from '../objects/reward.ts'
import type { RewardView } from '../store/reward-reads.ts'
import { act, modeOption, when, type CommonOptions, type Context, type Result } from './act.ts'
import type { Machine } from './machine.ts'

const BY_OPERATOR = 'operator'

interface ListOptions extends CommonOptions {
  readonly status?: RewardStatus
  readonly partner?: string
  readonly limit: number
  readonly startingAfter?: string
}

function line({ reward, partner, customer }: RewardView): string {
  const { key, amount, currency, status, holds, createdAt } = reward
  const why = status === 'hold' && holds.length > 0 ? `: ${holds.join(', ')}` : ''
  const whom = customer === null ? '' : ` for ${customer.customerKey}`
  return `${when(createdAt)}  ${key}  ${amount} ${currency} to ${partner.partnerKey}${whom}  ${status}${why}`
}

async function list({ books }: Context, options: ListOptions): Promise<Result> {
  const { mode, status, partner: partnerKey, limit, startingAfter } = options
  const { items, hasMore } = await books.rewards({
    ...{ mode, limit, orderBy: '-created_at' },
    ...(status !== undefined && { statuses: [status] }),
    ...(partnerKey !== undefined && { partnerKey }),
    ...(startingAfter !== undefined && { startingAfter }),
  })
  const last = items.at(-1)?.reward.key
  return {
    value: { items: items.map(rewardObject), has_more: hasMore },
    lines: items.length > 0 ? items.map(line) : ['None. Rewards come by what triggers say: trigger list'],
    notes: hasMore && last !== undefined ? [`There are more: --starting-after ${last}`] : [],
  }
}

interface Refused {
  readonly key: string
  readonly error: string
  readonly message: string
}

/** One after the other: one that cannot be moved on keeps none of the others back. */
const moveOn =
  (status: RewardStatus) =>
  async ({ books, now }: Context, { mode }: CommonOptions, ...keys: string[]): Promise<Result> => {
    const moved: RewardView[] = []
    const refused: Refused[] = []
    for (const ref of keys) {
      const fact = { kind: 'reward.status', actor: BY_OPERATOR, ref, status } as const
      try {
        const { reward } = await books.record({ mode, at: now(), facts: [fact], delivery: null })
        if (!reward) throw new Error('the books moved a reward on and showed none')
        moved.push(reward)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        refused.push({ key: ref, error: error.code, message: error.message })
      }
    }
    return {
      value: { items: moved.map(rewardObject), refused },
      lines: moved.map(line),
      notes: refused.map(({ key, message }) => `${key}: ${message}`),
      failed: refused.length > 0,
    }
  }

const upTo = (text: string): number => {
  if (/^[1-9]\d*$/.test(text)) return Math.min(250, Number(text))
  throw new InvalidArgumentError('Not a whole number, 1 or more.')
}

export function rewardCommand(machine: Machine, program: Command): void {
  const reward = program.command('reward').description('what partners have earned, and what becomes of it')
  const lister = reward
    .command('list')
    .description('the newest first')
    .addOption(new Option('--status <status>', 'only those').choices(REWARD_STATUSES))
    .option('--partner <partner_key>', 'only of this partner')
    .option('--limit <number>', 'how many, at most 250', upTo, 25)
    .option('--starting-after <key>', 'go on after this reward')
    .addOption(modeOption())
  act<ListOptions>(machine, lister, list)
  const moves: [name: string, status: RewardStatus, description: string][] = [
    ['approve', 'approved', 'it is owed'],
    ['decline', 'declined', 'it is not owed; this is for good'],
    ['pay', 'paid', 'it was paid out; what is taken back later is a reward below zero'],
  ]
  for (const [name, status, description] of moves) {
    const command = reward
      .command(name)
      .description(description)
      .argument('<keys...>', 'as reward list shows them')
      .addOption(modeOption())
    act(machine, command, moveOn(status))
  }
}
