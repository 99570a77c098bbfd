/**
 * A customer was made or changed at Stripe.
 * @see https://docs.stripe.com/api/customers/object
 */
import { z } from 'zod'
import { reading } from './event.ts'
import { id, metadata, text } from './fields.ts'
import { hintsOf } from './hints.ts'

const Customer = z.object({ id, email: text, name: text, metadata })

export const customer = reading(Customer, (seen, event) => [
  { kind: 'customer.seen', at: event.at, who: hintsOf(event, seen.metadata, seen) },
])
