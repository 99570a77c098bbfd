/** Who an event of Chargify's is about, and customers that signed up or were changed there. */
import { z } from 'zod'
import type { Hints } from '../../facts.ts'
import { fullName, id, maybe } from '../fields.ts'
import { at, type ChargifyEvent, fieldsOf, optional, time, type Translation } from './form.ts'

const Customer = z.object({
  id: maybe(id).catch(null),
  reference: optional,
  email: optional,
  first_name: optional,
  last_name: optional,
  updated_at: time,
})

type CustomerRead = z.infer<typeof Customer>

/** Beside the subscription it stands by itself; in events about the subscription, inside it. */
const ROOTS = ['payload[subscription][customer]', 'payload[customer]']

function customerOf({ form }: ChargifyEvent): CustomerRead | null {
  for (const root of ROOTS) {
    const names = {
      id: `${root}[id]`,
      reference: `${root}[reference]`,
      email: `${root}[email]`,
      first_name: `${root}[first_name]`,
      last_name: `${root}[last_name]`,
      updated_at: `${root}[updated_at]`,
    }
    const read = fieldsOf(form, names, Customer)
    if (typeof read !== 'string' && (read.id !== null || read.reference !== null)) return read
  }
  return null
}

/** `reference` is the vendor's own id, the customer_key; Chargify's own id ties the customer's later events to it. */
function hintsFrom(customer: CustomerRead | null): Hints {
  return {
    customerKey: customer?.reference ?? null,
    platform: customer?.id ? at(customer.id) : null,
    email: customer?.email ?? null,
    name: customer && fullName(customer.first_name, customer.last_name),
    partnerKey: null,
    mayCreate: true,
  }
}

export const hintsOf = (event: ChargifyEvent): Hints => hintsFrom(customerOf(event))

export const customer: Translation = (event) => {
  const seen = customerOf(event)
  if (seen === null) return 'it names no customer: neither an id nor a reference'
  return [{ kind: 'customer.seen', at: seen.updated_at ?? event.receivedAt, who: hintsFrom(seen) }]
}
