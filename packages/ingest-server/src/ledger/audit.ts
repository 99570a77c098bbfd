/** The audit log: who changed what that is not simply a fact coming in. */
import type { Desk } from './desk.ts'

export interface AuditLine {
  readonly actor: string
  readonly action: string
  /** The key of the row it was about. */
  readonly subject: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** The fields that differ, as they were and are. */
export function differences<Row>(
  from: Row,
  to: Row,
  fields: readonly (keyof Row)[],
): Readonly<Record<string, unknown>> {
  const differing = fields.filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]))
  return Object.fromEntries(differing.map((field) => [field, { from: from[field], to: to[field] }]))
}

export function audit(desk: Desk, line: AuditLine, at: number): void {
  desk.audit.put({ key: desk.newKey('aud', at), mode: desk.mode, at, ...line })
}
