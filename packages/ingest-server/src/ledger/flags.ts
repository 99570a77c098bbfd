/** Flags of a customer: raised by rules, standing until a trusted source vouches or a person has looked. */
import type { FlagRule } from '../facts.ts'
import type { CustomerRow, FlagRow } from '../store/rows.ts'
import type { Desk } from './desk.ts'

/** What a rule has to say of a customer. */
export interface Suspicion {
  readonly rule: FlagRule
  /** In plain words. The same words are never raised twice, cleared or not. */
  readonly reason: string
}

export type Flags = Pick<CustomerRow, 'flags' | 'flaggedAt'>

function withFlags(flags: readonly FlagRow[]): Flags {
  const standing = flags.filter(({ clearedAt }) => clearedAt === null).map(({ at }) => at)
  return { flags, flaggedAt: standing.length > 0 ? Math.min(...standing) : null }
}

export const NO_FLAGS: Flags = withFlags([])

/** Why rewards of this customer wait. */
export const standingReasons = ({ flags }: Pick<Flags, 'flags'>): string[] =>
  flags.filter(({ clearedAt }) => clearedAt === null).map(({ reason }) => reason)

/** As they are, with what is new of these, where its rule is on. */
export function raised({ settings }: Desk, { flags }: Flags, suspicions: readonly Suspicion[], at: number): Flags {
  const fresh = suspicions.filter(
    ({ rule, reason }) => settings.flags[rule] && !flags.some((flag) => flag.rule === rule && flag.reason === reason),
  )
  return withFlags([...flags, ...fresh.map((suspicion) => ({ ...suspicion, at, clearedAt: null }))])
}

/** A person has decided: they stay to be read, hold nothing any longer, and are not raised again. */
export const cleared = ({ flags }: Flags, at: number): Flags =>
  withFlags(flags.map((flag) => ({ ...flag, clearedAt: flag.clearedAt ?? at })))

/** What only a browser's word was doubted for, and what was said of the partner it named. */
const OF_THE_BROWSER: readonly FlagRule[] = ['no_click', 'shared_click']

/** Without what a trusted source's word settles; where it names another partner, that is all. */
export const vouchedFor = ({ flags }: Flags, isMoved: boolean): Flags =>
  isMoved ? NO_FLAGS : withFlags(flags.filter(({ rule }) => !OF_THE_BROWSER.includes(rule)))
