/**
 * Who an event of Chargebee's is about, and customers that were made or changed there.
 * @see https://apidocs.chargebee.com/docs/api/customers?prod_cat_ver=2
 */
import { z } from 'zod'
import type { Hints } from '../../facts.ts'
import { fullName, id, maybe, type Metadata, metadataOf, text, textOf } from '../fields.ts'
import { at, reading } from './event.ts'

/** An object; vendors that gave it as a JSON string get it back as one. @see https://github.com/chargebee/chargebee-php/issues/97 */
const labels = z
  .unknown()
  .optional()
  .transform((value) => metadataOf(typeof value === 'string' ? parsed(value) : value))

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

const Customer = z.object({ id, email: text, first_name: text, last_name: text, meta_data: labels })

/** The customer as an event carries it beside what it is about; some events only name it there. */
export const payer = maybe(Customer).catch(null)

const NO_LABELS: Metadata = {}

/** `meta_data` names the customer; Chargebee's own id is what the vendor may know it by, too. */
export function hintsOf(customer: z.infer<typeof payer>, customerId: string | null): Hints {
  const labels = customer?.meta_data ?? NO_LABELS
  const id = customer?.id ?? customerId
  return {
    customerKey: textOf(labels['customer_key']),
    platform: id === null ? null : at(id),
    email: customer?.email ?? null,
    name: customer && fullName(customer.first_name, customer.last_name),
    partnerKey: textOf(labels['partner_key']),
    mayCreate: true,
  }
}

export const customer = reading(z.object({ customer: Customer }), ({ customer: seen }, event) => [
  { kind: 'customer.seen', at: event.at, who: hintsOf(seen, null) },
])
