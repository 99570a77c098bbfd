/** Files in and out of the dashboard: the same as a key pair's, entered by a session. */
import { Router, type RequestHandler } from 'express'
import { AppError } from '../../errors.ts'
import { callerOf } from '../api/caller.ts'
import type { Deps } from '../deps.ts'
import { methodNotAllowed } from '../errors.ts'
import { imports } from '../imports.ts'
import { sendFile } from '../send-file.ts'
import { guard } from './guard.ts'
import { importCheck } from './import-check.ts'
import { REPORT, reportOf, type TestReport } from './operations/test-reports.ts'
import { reportFile } from './report-file.ts'

const AT_ONCE = 250

export function adminFiles(deps: Deps): Router {
  const { books, publicUrl } = deps
  const entrance = guard({ callers: ['admin'] }, deps)

  async function reportAt(mode: 'production' | 'test', key: string): Promise<TestReport> {
    for (let startingAfter: string | undefined; ;) {
      const place = startingAfter === undefined ? {} : { startingAfter }
      const { items, hasMore } = await books.auditLog({ mode, limit: AT_ONCE, subject: REPORT, ...place })
      const found = items.find((line) => line.key === key)
      if (found) return reportOf(found)
      startingAfter = items.at(-1)?.key
      if (!hasMore || startingAfter === undefined) throw new AppError('NOT_FOUND', `There is no report '${key}' here.`)
    }
  }
  const report: RequestHandler = async (req, res) => {
    const { mode } = callerOf(res)
    const found = await reportAt(mode, String(req.params['key']))
    const name = `testing-report-${new Date(found.at).toISOString().slice(0, 10)}.html`
    await sendFile(res, { name, type: 'html' }, [reportFile(found, { mode, publicUrl })])
  }
  const router = Router({ caseSensitive: true })
  router
    .route('/admin/api/:mode/testing/reports/:key/report.html')
    .get(entrance, report)
    .all(methodNotAllowed('GET, HEAD'))
  router.post('/admin/api/:mode/import/:type/check', entrance, ...importCheck())
  return router.use('/admin/api/:mode/import', imports(deps, [entrance], '/admin/api/{mode}'))
}
