/** Bodies as raw bytes: signatures are made over them, and what is kept of a delivery is exactly what came. */
import express, { type Request, type RequestHandler } from 'express'
import { AppError } from '../errors.ts'
import { jsonObject } from '../inbox/json.ts'

/** Reads up to `limit` bytes, whatever type they are said to be; encoded ones are refused (415). */
export const rawBody = (limit: number): RequestHandler => express.raw({ type: () => true, limit, inflate: false })

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
