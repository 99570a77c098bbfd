/** How long one waits who tries again and again: the rule, which every driver runs inside a transaction. */
import type { AttemptRow } from './admin-rows.ts'

/** How patient something is with one key. */
export interface Patience {
  readonly key: string
  /** So many attempts are taken at once. */
  readonly free: number
  /** The wait behind the next, which doubles with each further one. */
  readonly firstMs: number
  readonly mostMs: number
  /** Without an attempt for so long, all is forgotten. */
  readonly forgetMs: number
}

export interface Judged {
  /** Ms until it is taken; 0: it is taken, and counts. */
  readonly wait: number
  readonly rows: AttemptRow[]
}

/** An attempt counts before anybody knows how it ends, so that a hundred at the same moment are not one. */
export function judgeAttempt(standing: readonly AttemptRow[], limits: readonly Patience[], now: number): Judged {
  const known = limits.map((limit) => ({ limit, row: standing.find(({ key }) => key === limit.key) }))
  const waits = known.map(({ limit, row }) => {
    const left = (row?.until ?? 0) - now
    return left > limit.mostMs ? 0 : Math.max(0, left) // further away only because the clock was set back
  })
  const wait = Math.max(0, ...waits)
  if (wait > 0) return { wait, rows: [] }
  const rows = known.map(({ limit, row }) => {
    const { key, free, firstMs, mostMs, forgetMs } = limit
    const count = row && now - row.at < forgetMs ? row.count + 1 : 1
    const until = count <= free ? now : now + Math.min(mostMs, firstMs * 2 ** Math.min(30, count - free - 1))
    return { key, count, at: now, until }
  })
  return { wait: 0, rows }
}
