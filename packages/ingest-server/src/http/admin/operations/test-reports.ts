/** The seven steps as they were at a time, kept in the audit log to be shown to others. */
import { z } from 'zod'
import { adminAudit } from '../../../admin-audit.ts'
import { DAY_MS } from '../../../ledger/parking.ts'
import { time } from '../../../objects/shapes.ts'
import type { AuditRow } from '../../../store/rows.ts'
import { operation } from '../../api/operation.ts'
import { text } from '../../fields.ts'
import { key } from '../../operations/parts.ts'
import { given } from '../../paging.ts'
import { judgeSteps, Step } from '../steps.ts'
import { ADMIN, IN_MODE, LIMIT } from './parts.ts'
import { exampleStep } from './testing.ts'

const Report = z
  .strictObject({
    key: z.string(),
    at: time,
    since: time.meta({ description: 'What came before was not looked at.' }),
    name: z.string(),
    items: z.array(Step),
  })
  .meta({ id: 'TestReport' })
export type TestReport = z.input<typeof Report>

const exampleReport: TestReport = {
  ...{
    key: 'aud_0SlGpYh3Kq9Zb1',
    at: 1767225600000,
    since: 1767139200000,
    name: 'Before launch',
    items: [exampleStep],
  },
}

/** What a report is kept under in the audit log. */
export const REPORT = 'testing.report'

export function reportOf({ key: id, at, detail }: AuditRow): TestReport {
  const { name, since, items } = detail as unknown as Pick<TestReport, 'name' | 'since' | 'items'>
  return { key: id, at, since, name, items }
}

const about = { ...IN_MODE, tag: 'Testing' } as const

export const testReports = [
  operation({
    ...about,
    id: 'saveTestReport',
    method: 'POST',
    path: '/testing/reports',
    summary: 'Keep the steps as they are now, in the audit log',
    body: z.object({ name: text(200), since: z.int('must be a time in milliseconds').min(0).optional() }),
    answers: Report,
    message: 'Report saved',
    example: { body: { name: 'Before launch' }, data: exampleReport },
    async handle(call) {
      const { books, mode, now: at, body } = call
      const { name, since = at - DAY_MS } = body
      const items = await judgeSteps(call, since)
      const detail = { name, since, items }
      const line = adminAudit({ mode, at, actor: ADMIN, action: REPORT, subject: REPORT, detail })
      await books.act({ audit: [line] })
      return reportOf(line)
    },
  }),
  operation({
    ...about,
    id: 'listTestReports',
    method: 'GET',
    path: '/testing/reports',
    summary: 'Reports that were kept, the newest first',
    query: z.object({ limit: LIMIT, starting_after: key.optional() }),
    answers: z.strictObject({ items: z.array(Report), has_more: z.boolean() }),
    message: 'Reports retrieved',
    example: { data: { items: [exampleReport], has_more: false } },
    async handle({ books, mode, query }) {
      const optional = given({ startingAfter: query.starting_after })
      const { items, hasMore } = await books.auditLog({ mode, limit: query.limit, subject: REPORT, ...optional })
      return { items: items.map(reportOf), has_more: hasMore }
    },
  }),
]
