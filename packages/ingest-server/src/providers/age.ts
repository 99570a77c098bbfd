/** How old a signed delivery may be, towards both sides: a captured one must not be of use for long. */
import { AppError } from '../errors.ts'

const TOLERANCE_MS = 300_000

/** Throws `AppError` (401) unless it was signed at most five minutes from now, either way. */
export function assertRecent(signedAt: number, receivedAt: number): void {
  const age = receivedAt - signedAt
  // Written so that NaN is refused too.
  if (!(Math.abs(age) <= TOLERANCE_MS)) throw new AppError('STALE_SIGNATURE', staleness(age))
}

function staleness(age: number): string {
  const seconds = Math.round(Math.abs(age) / 1000)
  return age > 0
    ? `Signed ${seconds} s ago; at most 300 s are accepted. Either this server's clock is fast, or an old delivery was sent again.`
    : `Signed ${seconds} s in the future; at most 300 s are accepted. This server's clock is probably slow: check its time.`
}
