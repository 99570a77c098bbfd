/** What both versions do with webhooks. */
import type { HookCreateFact } from '../../facts.ts'
import { newHook, type HookDeps } from '../../notify/new-hook.ts'
import type { HookRow } from '../../store/hook-rows.ts'
import type { Call } from '../api/operation.ts'
import { known } from './parts.ts'

export const hookDeps = ({ deps }: Pick<Call, 'deps'>): HookDeps => ({
  vault: deps.vault,
  now: deps.now,
  rules: { privateTargets: deps.privateTargets },
})

type Wish = Pick<HookCreateFact, 'style' | 'target' | 'events'>

/** Makes a webhook; the same call again is told the same secret. */
export async function makeHook(
  call: Pick<Call, 'mode' | 'deps' | 'record'>,
  wish: Wish,
): Promise<{ readonly hook: HookRow; readonly secret: string }> {
  const { row } = await newHook({ mode: call.mode, ...wish }, hookDeps(call))
  const { key, style, target, events, secrets } = row
  const fact = { kind: 'hook.create', key, style, target, events, secret: secrets[0]?.sealed ?? '' } as const
  const hook = known((await call.record(fact)).hook)
  return { hook, secret: call.deps.vault.open(hook.secrets[0]?.sealed ?? '') }
}
