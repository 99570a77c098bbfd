/** Lines of the audit log about acts that no fact of the ledger tells of. */
import { newXid } from './secrets.ts'
import type { AuditRow } from './store/rows.ts'

type Said = Omit<AuditRow, 'key' | 'detail'> & Partial<Pick<AuditRow, 'detail'>>

export const adminAudit = ({ detail = {}, ...line }: Said): AuditRow => ({
  ...line,
  key: `aud_${newXid(line.at)}`,
  detail,
})
