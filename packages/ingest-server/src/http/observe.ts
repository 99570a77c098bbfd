/** What stands around every request: its id, and what is counted and told of it when it is over. */
import type { RequestHandler } from 'express'
import type { Deps } from './deps.ts'
import { giveRequestId } from './request-id.ts'
import { surfacesWith, type Surface } from './surface.ts'

/** The caller had gone before the last byte: what proxies call 499. */
const GONE = '499'
const SLOW_MS = 5_000
/** Here it is the caller who decides how long it takes. */
const PATIENT: readonly Surface[] = ['files', 'events']

export function observe({ log, meter, elapsed, scriptPath }: Deps): RequestHandler {
  const surfaceOf = surfacesWith(scriptPath)
  return (req, res, next) => {
    const request = giveRequestId(res)
    const began = elapsed()
    const done = meter.request()
    res.once('close', () => {
      const ms = elapsed() - began
      const surface = surfaceOf(req, res)
      const status = res.writableFinished ? String(res.statusCode) : GONE
      done(surface, status, ms / 1_000)
      // Never the address: that may hold a token, a name or an e-mail.
      const about = { request, surface, method: req.method, status, ms: Math.round(ms) }
      if (ms >= SLOW_MS && !PATIENT.includes(surface)) log.warn(about, 'a request took long')
      else log.debug(about, 'a request was answered')
    })
    next()
  }
}
