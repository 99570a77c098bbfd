/** A trusted source vouches for a customer that only a browser had spoken of. */
import type { CustomerRow, PartnerRow } from '../store/rows.ts'
import { audit } from './audit.ts'
import { changeCustomer } from './customer-rows.ts'
import type { Desk } from './desk.ts'
import { vouchedFor } from './flags.ts'
import { isTold } from './messages.ts'

/** It may set the partner, once. */
export function confirm(
  desk: Desk,
  customer: CustomerRow,
  partner: PartnerRow,
  actor: string,
  at: number,
): CustomerRow {
  if (customer.confirmed) return customer
  const moved = customer.partnerKey !== partner.partnerKey
  const detail = { partner_key: { from: customer.partnerKey, to: partner.partnerKey } }
  audit(desk, { actor, action: 'customer.confirmed', subject: customer.key, detail: moved ? detail : {} }, at)
  if (moved) movePayments(desk, customer, partner.partnerKey, at)
  return changeCustomer(
    desk,
    customer,
    { ...vouchedFor(customer, moved), confirmed: true, partnerKey: partner.partnerKey },
    at,
  )
}

/** Past transactions follow: they were recorded under a partner nobody had vouched for, or a person says so. */
export function movePayments(desk: Desk, customer: CustomerRow, partnerKey: string, at: number): void {
  // Where anybody is told of each of them, they are all on the desk; otherwise the store alone knows how many they are.
  if (isTold(desk, 'transaction.updated')) desk.need.ask('transactionsOf', customer.key)
  desk.reattributed.put({ customer: customer.key, partnerKey, at, order: desk.reattributed.mark() })
  for (const payment of desk.payments.by('customer', customer.key))
    desk.payments.put({ ...payment, partnerKey, updatedAt: at })
}
