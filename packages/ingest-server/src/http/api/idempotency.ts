/** `Idempotency-Key`: the same call made again is done once. What makes it the same travels with its entry to the ledger. */
import { createHash } from 'node:crypto'
import type { RequestHandler, Request, Response } from 'express'
import type { Call } from '../../entry.ts'
import { AppError } from '../../errors.ts'
import { bytesOf } from '../body.ts'
import { callerOf } from './caller.ts'

const HEADER = 'Idempotency-Key'
const LONGEST = 255

const hash = (...parts: readonly (string | Uint8Array)[]): string => {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(`${part.length}:`).update(part)
  return sum.digest('hex')
}

/** The key that a call carries, if it does. */
export function idempotencyKey(req: Request): string | undefined {
  const key = req.get(HEADER)
  if (key !== undefined && (!/^[\x20-\x7e]+$/.test(key) || key.length > LONGEST)) {
    throw new AppError('INVALID_FIELD', `'${HEADER}' must be 1 to ${LONGEST} printable ASCII characters`)
  }
  return key
}

/** A key is its caller's own, and is bound to what was sent. */
export const callBy = (callerId: string, key: string, ...sent: readonly (string | Uint8Array)[]): Call => ({
  id: hash(callerId, key),
  request: hash(...sent),
})

/** Stands behind `letIn` and the body's reader. */
export const idempotency: RequestHandler = (req: Request, res: Response, next) => {
  const key = idempotencyKey(req)
  if (key !== undefined) {
    res.locals['idempotency'] = callBy(callerOf(res).id, key, req.method, req.originalUrl, bytesOf(req))
  }
  next()
}

/** A further step of the same call. */
export const stepOf = (call: Call, step: number): Call => ({ ...call, id: hash(call.id, String(step)) })

/** What each entry of one call carries: a call that records several is several steps, each done once. */
export function stepsOf(res: Response): () => { readonly call?: Call } {
  const call = res.locals['idempotency'] as Call | undefined
  let step = 0
  return () => {
    step++
    return call ? { call: step === 1 ? call : stepOf(call, step) } : {}
  }
}
