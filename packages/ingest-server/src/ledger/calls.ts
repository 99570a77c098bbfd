/** Calls that carry an Idempotency-Key: what one did is kept in the same commit, so that it is done once however often it comes. */
import type { Entry } from '../entry.ts'
import { AppError } from '../errors.ts'
import type { Receipt } from './books.ts'
import type { Desk } from './desk.ts'

/** How long a call is known, as its caller is promised. */
export const KNOWN_MS = 24 * 60 * 60 * 1000

/** The receipt of the same call before; throws where the same key came with something else. */
export function receiptBefore(desk: Desk, { call, at }: Entry): Receipt | null {
  const known = call && desk.idempotency.get(call.id)
  if (!call || !known || known.createdAt <= at - KNOWN_MS) return null
  if (known.request !== call.request) {
    const mend = 'Use a new Idempotency-Key for a new request.'
    throw new AppError('IDEMPOTENCY_KEY_REUSED', `This Idempotency-Key came before with another request. ${mend}`)
  }
  return known.receipt as unknown as Receipt
}

/** Keeps the receipt of a call, of which only plain data is in it. */
export function keepReceipt(desk: Desk, { call, at }: Entry, receipt: Receipt): Receipt {
  if (!call) return receipt
  const { id, request, answer } = call
  const kept = { ...receipt, ...(answer && { answer }) }
  desk.idempotency.put({ id, mode: desk.mode, request, receipt: { ...kept }, createdAt: at })
  return kept
}
