/** A customer or an id has turned up: every payment that waited for it is decided again, in the same commit. */
import type { PlatformRef } from '../facts.ts'
import type { Desk } from './desk.ts'
import { byFirmHints } from './identity.ts'
import { platformHint, waitingUnder } from './parking.ts'
import { settle } from './recording.ts'

export function settleUnder(desk: Desk, hint: string, at: number): void {
  for (const payment of waitingUnder(desk, hint)) {
    const who = payment.evidence?.who
    if (!who) continue
    const customer = byFirmHints(desk, who, payment.createdAt)
    if (customer) settle(desk, payment, who, customer, at)
  }
}

/** Payments that wait for a platform's id. */
export const releaseId = (desk: Desk, { id }: PlatformRef, at: number): void => settleUnder(desk, platformHint(id), at)
