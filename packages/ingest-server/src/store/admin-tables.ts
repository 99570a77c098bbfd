/** How those who use the dashboard lie in tables. */
import type { AdminRow, AttemptRow, SessionRow, SightingRow } from './admin-rows.ts'
import { table } from './columns.ts'

export const admins = table<AdminRow>('admins', ['name'], { name: 'text', hash: 'text', updatedAt: 'int' })
export const sessions = table<SessionRow>('sessions', ['hash'], { hash: 'text', createdAt: 'int', seenAt: 'int' })
export const attempts = table<AttemptRow>('attempts', ['key'], { key: 'text', count: 'int', at: 'int', until: 'int' })
export const sightings = table<SightingRow>('sightings', ['key'], {
  key: 'text',
  kind: 'text',
  scope: 'text',
  source: 'text',
  reason: 'text',
  at: 'int',
})
