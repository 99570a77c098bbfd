/** Hooks as they are made, changed, and given a new secret. The rows are the caller's to put. */
import { randomBytes } from 'node:crypto'
import { AppError } from '../errors.ts'
import type { Mode } from '../facts.ts'
import { OVERLAP_MS, standing } from '../inbox/webhook-rows.ts'
import { EVENTS } from '../ledger/events.ts'
import { newId } from '../ledger/keys.ts'
import type { Vault } from '../secrets.ts'
import type { HookRow } from '../store/hook-rows.ts'
import { checkedTarget, type TargetRules } from './target.ts'

export interface HookDeps {
  readonly vault: Vault
  readonly now: () => number
  readonly rules: TargetRules
}

export interface HookWish {
  readonly mode: Mode
  readonly style: HookRow['style']
  readonly target: string
  readonly events: readonly string[]
}

/** A hook with its new secret, which is shown this once. */
export interface MadeHook {
  readonly row: HookRow
  readonly secret: string
}

/** What each version calls the parts of a hook. */
const FIELDS = { v1: { target: 'target_url', events: 'event' }, v2: { target: 'target', events: 'events' } } as const

const KNOWN: readonly string[] = EVENTS

/** In the spelling with a dot, each once; both spellings and `*` are taken. */
export function eventsOf(events: readonly string[], style: HookRow['style']): string[] {
  const field = FIELDS[style].events
  if (events.length === 0) throw new AppError('INVALID_FIELD', `'${field}' must name one event, or '*' for every one`)
  const named = events.map((event) => {
    const name = event.replace('_', '.')
    if (event === '*' || KNOWN.includes(name)) return name
    const spelled = style === 'v1' ? KNOWN.map((one) => one.replace('.', '_')) : KNOWN
    const known = ['*', ...spelled].join(', ')
    throw new AppError('INVALID_FIELD', `'${field}' names no event: '${event.slice(0, 100)}'. Known are ${known}`)
  })
  return named.includes('*') ? ['*'] : [...new Set(named)]
}

/** `whsec_` and base64, as Standard Webhooks has it. */
const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

export async function newHook(wish: HookWish, { vault, now, rules }: HookDeps): Promise<MadeHook> {
  const { mode, style } = wish
  const events = eventsOf(wish.events, style)
  const target = await checkedTarget(wish.target, FIELDS[style].target, mode, rules)
  const [secret, at] = [newSecret(), now()]
  const row: HookRow = {
    key: `hook_${newId(at, randomBytes)}`,
    ...{ mode, style, target, events, secrets: [{ sealed: vault.seal(secret), until: null }] },
    ...{ enabled: true, disabledReason: null, failingSince: null, createdAt: at, updatedAt: at },
  }
  return { row, secret }
}

export interface HookEdit {
  readonly target?: string
  readonly events?: readonly string[]
  readonly enabled?: boolean
}

/**
 * A hook as it is to be. One that is enabled again has what it missed while it was off only in so far as it waited already;
 * it counts as failing from now on, until it answers.
 */
export async function editedHook(row: HookRow, edit: HookEdit, { now, rules }: HookDeps): Promise<HookRow> {
  const { style, mode } = row
  const at = now()
  const target =
    edit.target === undefined ? row.target : await checkedTarget(edit.target, FIELDS[style].target, mode, rules)
  const events = edit.events === undefined ? row.events : eventsOf(edit.events, style)
  const enabled = edit.enabled ?? row.enabled
  const isBack = enabled && !row.enabled
  return {
    ...{ ...row, target, events, enabled, updatedAt: at },
    disabledReason: enabled ? null : (row.disabledReason ?? 'switched off by hand'),
    failingSince: isBack && row.failingSince !== null ? at : row.failingSince,
  }
}

/** The new secret signs first; those before it sign beside it for a day. */
export function rotatedHook(row: HookRow, { vault, now }: Pick<HookDeps, 'vault' | 'now'>): MadeHook {
  const [secret, at] = [newSecret(), now()]
  const before = standing(row.secrets, at).map((old) => ({ ...old, until: old.until ?? at + OVERLAP_MS }))
  return { row: { ...row, secrets: [{ sealed: vault.seal(secret), until: null }, ...before], updatedAt: at }, secret }
}
