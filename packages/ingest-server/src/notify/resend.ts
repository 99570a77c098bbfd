/** Sending again what was sent, or given up: by hand, and under the id it had, so that a receiver knows it again. */
import { AppError } from '../errors.ts'
import type { Books } from '../ledger/books.ts'
import type { HookRow, SendRow } from '../store/hook-rows.ts'

type SendBooks = Pick<Books, 'message' | 'sends' | 'putSends'>

const AT_ONCE = 100

const fresh = (hook: HookRow, message: string, now: number): SendRow => ({
  ...{ message, hook: hook.key, mode: hook.mode, state: 'waiting', attempts: 0, nextAt: now },
  ...{ lastAt: null, lastStatus: null, lastError: null, createdAt: now },
})

function mustStand({ key, enabled, disabledReason }: HookRow): void {
  if (enabled) return
  throw new AppError(
    'BAD_REQUEST',
    `Webhook '${key}' is switched off: ${disabledReason ?? 'by hand'}. Switch it on first.`,
  )
}

/** A message of the hook's mode, whether it was ever sent there or not. */
export async function resend(books: SendBooks, hook: HookRow, message: string, now: number): Promise<void> {
  mustStand(hook)
  if (!(await books.message(hook.mode, message))) {
    throw new AppError('NOT_FOUND', `There is no message '${message}' here. It may be past its retention time.`)
  }
  await books.putSends([fresh(hook, message, now)])
}

/** Everything that was given up; how many. */
export async function resendFailed(books: SendBooks, hook: HookRow, now: number): Promise<number> {
  mustStand(hook)
  let count = 0
  let startingAfter: string | undefined
  do {
    const query = { mode: hook.mode, hook: hook.key, limit: AT_ONCE, state: 'failed' } as const
    const page = await books.sends(startingAfter === undefined ? query : { ...query, startingAfter })
    await books.putSends(page.items.map(({ message }) => fresh(hook, message, now)))
    count += page.items.length
    startingAfter = page.hasMore ? page.items.at(-1)?.message : undefined
  } while (startingAfter !== undefined)
  return count
}
