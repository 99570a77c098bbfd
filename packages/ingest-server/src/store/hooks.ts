/** The store's promises about what is told of changes: to whom, what, and how the telling went. */
import type { Mode } from '../facts.ts'
import type { HookRow, MessageRow, SendRow } from './hook-rows.ts'
import type { Page, PageQuery } from './queries.ts'
import type { AuditRow } from './rows.ts'

/** A send with what it is about. */
export interface ListedSend extends SendRow {
  readonly event: string
  readonly subject: string
}

export interface SendsQuery {
  readonly mode: Mode
  readonly hook: string
  readonly limit: number
  readonly state?: SendRow['state']
  /** A message's key; one of the two. */
  readonly startingAfter?: string
  /** Those nearest to it on its newer side. */
  readonly endingBefore?: string
}

/** Which way a list of sends is walked: where it goes on, and whether its rows come turned around. */
export interface SendWalk {
  readonly where: string
  readonly values: readonly string[]
  readonly order: 'ASC' | 'DESC'
}

export function sendWalk({ startingAfter, endingBefore }: SendsQuery): SendWalk {
  if (endingBefore !== undefined) return { where: 'AND t.message > ?', values: [endingBefore], order: 'ASC' }
  if (startingAfter !== undefined) return { where: 'AND t.message < ?', values: [startingAfter], order: 'DESC' }
  return { where: '', values: [], order: 'DESC' }
}

/** A send that is ours to make until its lease runs out. */
export interface TakenSend {
  readonly send: SendRow
  readonly message: MessageRow
}

/** What one process of many writes and asks in one commit: how what it took went, and what it may take next. */
export interface SendTurn {
  readonly now: number
  /** What is taken now is nobody else's until then. */
  readonly until: number
  /** How many more of each hook may be taken. */
  readonly room: Readonly<Record<string, number>>
  /** Those that were taken, as they are after their attempt. One that does not wait any more stays as it is. */
  readonly results: readonly SendRow[]
  /** Hooks whose endpoint answered well: they are failing no longer. */
  readonly answered: readonly string[]
  /** Hooks of which every attempt failed, and since when, where they were not failing already. */
  readonly failed: readonly { readonly hook: string; readonly since: number }[]
  /**
   * Hooks to switch off, each with the line that says so. One that is off already stays as it is, and one that is to be off for
   * failing `since` then, where it has answered in between.
   */
  readonly disabled: readonly {
    readonly hook: string
    readonly reason: string
    readonly since: number | null
    readonly audit: AuditRow
  }[]
}

export interface HookReads {
  hooks(query: PageQuery): Promise<Page<HookRow>>
  hook(mode: Mode, key: string): Promise<HookRow | null>
  /** Those of either mode that stand and have something due. */
  dueHooks(now: number): Promise<HookRow[]>
  /** What was sent to a hook, or is to be: the newest message first. */
  sends(query: SendsQuery): Promise<Page<ListedSend>>
  message(mode: Mode, key: string): Promise<MessageRow | null>
}

export interface HookWrites {
  /** Creates or replaces. */
  putHook(row: HookRow): Promise<void>
  /** Nothing is sent to it any more; false where there is none. */
  removeHook(mode: Mode, key: string): Promise<boolean>
  /** Creates or replaces. */
  putSends(rows: readonly SendRow[]): Promise<void>
  /** Of hooks that stand, what is due longest first. Whoever takes at the same time takes others. */
  turnSends(turn: SendTurn): Promise<TakenSend[]>
  /**
   * Lets sends of a hook that wait for a time behind `after` be due now, at most `limit`; how many. Only those that met an
   * endpoint in trouble (no answer, 5xx, 408, 429): one that was refused for what it is goes on waiting.
   */
  hastenSends(hook: string, after: number, now: number, limit: number): Promise<number>
}
