/** The same key gets the same answer for a day, and never a second effect. */
import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Context } from '../context.ts'
import { refusal } from './errors.ts'

const DAY_MS = 86_400_000

export function idempotency({ state, now }: Context): RequestHandler {
  return (req, res, next) => {
    const key = req.get('idempotency-key')
    if (req.method !== 'POST' || key === undefined) return next()
    const request = createHash('sha256')
      .update(`${req.path}\n${JSON.stringify(req.body)}`)
      .digest('hex')
    const known = state.remembered[key]
    if (known && now() - known.at < DAY_MS) {
      if (known.request !== request) throw refusal(400, mismatch(key))
      res.set('idempotent-replayed', 'true').status(known.status).json(known.body)
      return
    }
    const send = res.json.bind(res)
    res.json = (body: unknown) => {
      const [oldest] = Object.entries(state.remembered)
      if (oldest && now() - oldest[1].at >= DAY_MS) delete state.remembered[oldest[0]]
      state.remembered[key] = { request, status: res.statusCode, body, at: now() }
      state.changed()
      return send(body)
    }
    next()
  }
}

const mismatch = (key: string) => ({
  type: 'idempotency_error' as const,
  message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
})
