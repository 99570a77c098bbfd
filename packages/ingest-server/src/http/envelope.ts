/** The one shape of every answer. */
import type { Response } from 'express'
import { DATA_ONLY } from './guards.ts'

/** `rdata` is what version 1 calls its data. */
export function answer(res: Response, base: string, message: string, data: unknown): void {
  res.set(DATA_ONLY).json({ status: 200, message, [base === '/v1' ? 'rdata' : 'data']: data })
}

/** Both texts are equal: clients of either version read one of them. */
export function answerError(res: Response, status: number, message: string): void {
  res.status(status).set(DATA_ONLY).json({ status, error: message, message })
}
