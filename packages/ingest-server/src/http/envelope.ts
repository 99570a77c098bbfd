/** The one shape of every answer. */
import type { Response } from 'express'

/** `rdata` is what version 1 calls its data. */
export function answer(res: Response, base: string, message: string, data: unknown): void {
  res.json({ status: 200, message, [base === '/v1' ? 'rdata' : 'data']: data })
}

/** Both texts are equal: clients of either version read one of them. */
export function answerError(res: Response, status: number, message: string): void {
  res.status(status).json({ status, error: message, message })
}
