/** Lines of the audit log about acts that no fact of the ledger tells of. */
import { randomBytes } from 'node:crypto'
import { keyMaker } from './ledger/keys.ts'
import type { AuditRow } from './store/rows.ts'

/** Lines of one moment are in the order in which they were written. */
const newKey = keyMaker(randomBytes)

type Said = Omit<AuditRow, 'key' | 'detail'> & Partial<Pick<AuditRow, 'detail'>>

export const adminAudit = ({ detail = {}, ...line }: Said): AuditRow => ({
  ...line,
  key: newKey('aud', line.at),
  detail,
})
