/** The kinds of field that Stripe's objects are made of, where they differ from other platforms'. */
import { z } from 'zod'
import { id, metadataOf } from '../fields.ts'

export { amount, currency, id, lenient, maybe, object, text, textOf, time, type Metadata, word } from '../fields.ts'

/** An id, or the object itself where the endpoint expands it. @see https://docs.stripe.com/api/expanding_objects */
export const ref = z.union([id, z.object({ id }).transform((object) => object.id)])

/** The vendor's own labels. @see https://docs.stripe.com/metadata */
export const metadata = z.unknown().optional().transform(metadataOf)
