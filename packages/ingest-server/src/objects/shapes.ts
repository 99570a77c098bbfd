/** Kinds of fields that the objects of the API are made of. */
import { z } from 'zod'

export const textOrNull = z.string().nullable()
export const keyOrNull = z.string().nullable()
/** Epoch milliseconds. */
export const time = z.int().meta({ description: 'Epoch milliseconds.' })
export const money = z.int().meta({ description: 'Minor units of the currency, as the platform counts them.' })
export const currencyCode = z.string().regex(/^[A-Z]{3}$/)
export const anything = z.record(z.string(), z.unknown())

/** A page of a list. */
export const listOf = <T extends z.ZodType>(item: T) => z.strictObject({ items: z.array(item), has_more: z.boolean() })
