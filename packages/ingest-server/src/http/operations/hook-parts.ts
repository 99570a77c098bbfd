/** What both versions, and the dashboard, do with webhooks. */
import { adminAudit } from '../../admin-audit.ts'
import { AppError } from '../../errors.ts'
import type { HookCreateFact } from '../../facts.ts'
import { newHook, type HookDeps } from '../../notify/new-hook.ts'
import type { HookRow } from '../../store/hook-rows.ts'
import type { AuditRow } from '../../store/rows.ts'
import type { Call } from '../api/operation.ts'
import { BY_API, known } from './parts.ts'

export const hookDeps = ({ deps }: Pick<Call, 'deps'>): HookDeps => ({
  vault: deps.vault,
  now: deps.now,
  rules: { privateTargets: deps.privateTargets },
})

export async function hookOf({ books, mode }: Pick<Call, 'books' | 'mode'>, key: string): Promise<HookRow> {
  const found = await books.hook(mode, key)
  if (found) return found
  throw new AppError('NOT_FOUND', 'There is no webhook with this key.')
}

type Wish = Pick<HookCreateFact, 'style' | 'target' | 'events'>

/** Makes a webhook; the same call again is told the same secret. */
export async function makeHook(
  call: Pick<Call, 'mode' | 'deps' | 'record'>,
  wish: Wish,
): Promise<{ readonly hook: HookRow; readonly secret: string }> {
  const { row } = await newHook({ mode: call.mode, ...wish }, hookDeps(call))
  const { key, style, target, events, secrets } = row
  const secret = secrets[0]?.sealed ?? ''
  const hook = known(
    (await call.record({ kind: 'hook.create', actor: BY_API, key, style, target, events, secret })).hook,
  )
  return { hook, secret: call.deps.vault.open(hook.secrets[0]?.sealed ?? '') }
}

/** The line that says who did what to a webhook. */
export const hookLine = (
  { caller, mode, now }: Pick<Call, 'caller' | 'mode' | 'now'>,
  subject: string,
  action: string,
  detail: AuditRow['detail'] = {},
): AuditRow => adminAudit({ mode, at: now, actor: caller.id, action, subject, detail })

const SHOWN = ['target', 'events', 'enabled'] as const

/** Writes a webhook as it now is. Where nothing of it is different, nothing is said. */
export async function changeHook(call: Call, before: HookRow, after: HookRow): Promise<void> {
  const different = SHOWN.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
  const [one, another] = different
  const isSwitched = one === 'enabled' && another === undefined
  const action = isSwitched ? (after.enabled ? 'hook.enabled' : 'hook.disabled') : 'hook.edited'
  const detail = Object.fromEntries(different.map((name) => [name, { from: before[name], to: after[name] }]))
  const audit = one === undefined ? [] : [hookLine(call, after.key, action, isSwitched ? {} : detail)]
  await call.books.act({ audit, hooks: [after] })
}

export async function removeHook(call: Call, { key, mode, target }: HookRow): Promise<void> {
  await call.books.act({ audit: [hookLine(call, key, 'hook.removed', { target })], goneHooks: [{ mode, key }] })
}
