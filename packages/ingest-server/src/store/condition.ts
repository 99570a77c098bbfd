/** What an engine says of itself: whether it answers, how it is set, how large it is, and what waits to be told to others. */
import type { Mode } from '../facts.ts'

/** How the schema stands to what this program knows: `behind` needs a start of the server, `ahead` a newer program. */
export type SchemaState = 'current' | 'behind' | 'ahead'

export interface Condition {
  readonly engine: 'sqlite' | 'postgres'
  /** As the engine names it: `3.53.4`, `15.8`. */
  readonly version: string
  /** Versions of the schema: the one that is there (0: none) and the newest that this program knows. */
  readonly schema: { readonly found: number; readonly known: number; readonly state: SchemaState }
  /** What durability hangs on, by the engine's own names. */
  readonly settings: Readonly<Record<string, string>>
  /** On disk, indexes included. */
  readonly bytes: number
  /** Of SQLite's log that is not folded into the file yet; null elsewhere. */
  readonly logBytes: number | null
  /** The database's own clock, epoch ms; null where it is this machine's. */
  readonly now: number | null
}

/** Of one mode: what is to be told of changes. */
export interface Outbox {
  readonly mode: Mode
  readonly hooks: { readonly standing: number; readonly failing: number; readonly off: number }
  /** Messages on their way to hooks that stand; each hook's are counted up to a thousand. */
  readonly waiting: number
  /** When the oldest of them came about. */
  readonly oldest: number | null
}

export interface ConditionReads {
  /** One look that costs nothing; rejects where the database does not answer. */
  ping(): Promise<SchemaState>
  condition(): Promise<Condition>
  /** Of both modes, production first. */
  outbox(): Promise<Outbox[]>
  /** Connections of this process by what they do: `busy`, `idle`, and callers who wait for one. Empty where there are none. */
  connections(): Promise<Readonly<Record<string, number>>>
}

export function schemaState(found: number, known: number, isTooNew = found > known): SchemaState {
  if (isTooNew) return 'ahead'
  return found < known ? 'behind' : 'current'
}

/** A row for each hook, the same on every engine. */
export const OUTBOX = `SELECT h.test, h.enabled, h.failing_since,
    (SELECT count(*) FROM (SELECT 1 AS one FROM sends AS s WHERE s.hook = h.key AND s.state = 'waiting' LIMIT 1000) AS counted) AS waiting,
    (SELECT s.created_at FROM sends AS s WHERE s.hook = h.key AND s.state = 'waiting' ORDER BY s.message LIMIT 1) AS oldest
  FROM hooks AS h`

type Found = Readonly<Record<string, unknown>>

export function outboxOf(found: readonly Found[]): Outbox[] {
  return (['production', 'test'] as const).map((mode) => {
    const own = found.filter(({ test }) => test === (mode === 'test' ? 1 : 0))
    const on = own.filter(({ enabled }) => enabled === 1)
    const failing = on.filter((hook) => hook['failing_since'] !== null).length
    const oldest = on.flatMap((hook) => (hook['oldest'] === null ? [] : Number(hook['oldest'])))
    return {
      mode,
      hooks: { standing: on.length - failing, failing, off: own.length - on.length },
      waiting: on.reduce((sum, hook) => sum + Number(hook['waiting']), 0),
      oldest: oldest.length > 0 ? Math.min(...oldest) : null,
    }
  })
}
