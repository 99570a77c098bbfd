/** What the operations of the dashboard share. */
import type { CallerKind } from '../../api/caller.ts'
import type { Base } from '../../api/operation.ts'

/** Of one mode: the path names it. */
export const IN_MODE = {
  bases: ['/admin/api/{mode}'] as readonly Base[],
  callers: ['admin'] as readonly CallerKind[],
} as const

/** Who is named in the audit log. */
export const ADMIN = 'admin'
