/** Bodies as raw bytes: signatures are made over them, and what is kept of a delivery is exactly what came. */
import express, { type Request, type RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import { jsonObject } from '../inbox/json.ts'

/** Who sends a body so slowly only holds a connection. Files have a time of their own: `listen.ts`. */
export const BODY_MS = 20_000

/** Reads up to `limit` bytes, whatever type they are said to be; encoded ones are refused (415). */
export function rawBody(limit: number): RequestHandler {
  const read = express.raw({ type: () => true, limit, inflate: false })
  return (req, res, next) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      res.set('Connection', 'close') // and with it goes what is still on its way
      next(new AppError('REQUEST_TIMEOUT', `The body took longer than ${BODY_MS / 1_000} s to come in.`))
    }, BODY_MS)
    read(req, res, (error?: unknown) => {
      clearTimeout(timer)
      if (!isLate) next(error)
    })
  }
}

const NOTHING = Buffer.alloc(0)

export const bytesOf = (req: Request): Buffer => (Buffer.isBuffer(req.body) ? req.body : NOTHING)

/** The JSON object of a call. Its type is only looked at where it is not JSON: then that is what went wrong. */
export function jsonOf(req: Request): Readonly<Record<string, unknown>> {
  try {
    return jsonObject(bytesOf(req))
  } catch (error) {
    const type = req.get('content-type') ?? ''
    const isForeign = type !== '' && !/json|^text\/plain/i.test(type)
    if (!isForeign || !(error instanceof AppError) || error.code !== 'MALFORMED_JSON') throw error
    throw new AppError('UNSUPPORTED_MEDIA_TYPE', `Send application/json, not ${type.slice(0, 80)}.`, { cause: error })
  }
}
