/** The account of attempts that have ended: what is written of them in one commit. */
import type { HookRow, SendRow } from '../store/hook-rows.ts'
import type { SendTurn } from '../store/hooks.ts'
import { isGood, settled, switchedOff } from './judge.ts'
import type { Attempt } from './post.ts'

/** An attempt that was made, or null for a send that is given back without one: it is due at once. */
export interface Ended {
  readonly hook: HookRow
  readonly send: SendRow
  readonly attempt: Attempt | null
  readonly at: number
}

export interface AccountDeps {
  /** From 0 up to 1. */
  readonly random: () => number
  newAuditKey(now: number): string
}

type Account = Pick<SendTurn, 'results' | 'answered' | 'failed' | 'disabled'>

const isMade = (one: Ended): one is Ended & { readonly attempt: Attempt } => one.attempt !== null

/** In the order in which they ended. */
export function accountOf(ended: readonly Ended[], { random, newAuditKey }: AccountDeps): Account {
  const results = ended.map(({ send, attempt, at }) =>
    attempt ? settled(send, attempt, at, random()) : { ...send, nextAt: at },
  )
  const answered = new Set<string>()
  const failed = new Map<string, number>()
  const disabled = new Map<string, Account['disabled'][number]>()
  for (const { hook, attempt, at } of ended.filter(isMade)) {
    if (isGood(attempt)) {
      answered.add(hook.key)
      failed.delete(hook.key)
      continue
    }
    if (!failed.has(hook.key)) failed.set(hook.key, at)
    const off = switchedOff(hook, attempt, at)
    if (!off) continue
    const { origin } = new URL(hook.target) // the rest of an address may be a secret of its owner's
    const audit = {
      ...{ key: newAuditKey(at), mode: hook.mode, at, actor: 'server', action: 'hook.disabled' },
      ...{ subject: hook.key, detail: { reason: off.reason, origin } },
    }
    disabled.set(hook.key, { hook: hook.key, ...off, audit })
  }
  return {
    results,
    answered: [...answered],
    failed: [...failed].map(([hook, since]) => ({ hook, since })),
    disabled: [...disabled.values()],
  }
}
