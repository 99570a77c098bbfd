/** Who an object of Stripe's is about. */
import { z } from 'zod'
import type { Hints } from '../../facts.ts'
import { at, type StripeEvent } from './event.ts'
import { id, maybe, type Metadata, text, textOf } from './fields.ts'

const idOnly = id.transform((each) => ({ id: each, email: null, name: null }))

/**
 * Who pays. Null for a guest; the customer itself where the endpoint expands it. Only this, the platform customer's own
 * e-mail, counts: `billing_details` and `receipt_email` are whatever someone typed at a checkout.
 */
export const payer = maybe(z.union([idOnly, z.object({ id, email: text, name: text })]))

/**
 * `customer_key` names the customer. `customer_id` is read only where that is absent, and only to find: many vendors keep
 * something else under so common a name, and nobody shall be made from it.
 */
export function hintsOf(event: StripeEvent, metadata: Metadata, from: z.infer<typeof payer>): Hints {
  const customerKey = textOf(metadata['customer_key'])
  const legacyKey = customerKey === null ? textOf(metadata['customer_id']) : null
  return {
    customerKey: customerKey ?? legacyKey,
    platform: from && at(event, from.id),
    email: from?.email ?? null,
    name: from?.name ?? null,
    partnerKey: textOf(metadata['partner_key']),
    mayCreate: legacyKey === null,
  }
}
