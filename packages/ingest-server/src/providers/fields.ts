/** The kinds of field that platforms' objects are made of, each as strict as the books need it and no stricter. */
import { z } from 'zod'

/** Platforms' ids are at most 255 characters. Vendors chose some themselves, so they need not look like ours. */
export const id = z.string().regex(/^[^\p{Cc}\p{Cs}]{1,255}$/u, 'expected an id')

/** Whatever is in it, left as it is: reading a large object field by field copies it. */
export const object = z.custom<object>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'expected an object',
)

/** A word of the platform's own: a status, a type. */
export const word = z.string().regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u, 'expected a word')

/** Minor units, as they come. */
export const amount = z.int().nonnegative()

export const currency = z
  .string()
  .regex(/^[a-z]{3}$/i, 'expected a three-letter currency')
  .transform((code) => code.toUpperCase())

/** Unix seconds, as epoch milliseconds. */
export const time = z
  .int()
  .nonnegative()
  .max(253_402_300_799, 'expected a time before the year 10000')
  .transform((seconds) => seconds * 1000)

/** A field that may be null or absent, which is the same to us. */
export const maybe = <T extends z.ZodType>(field: T) => field.nullish().transform((value) => value ?? null)

/** A field that is nice to have: what cannot be read counts as absent. */
export const lenient = <T extends z.ZodType>(field: T) => maybe(field).catch(null)

/** The longest text kept of a name, an e-mail or a key; what Stripe keeps of a metadata value. */
const TEXT_MAX = 500

/** Trimmed. Null where it is not text, empty, or longer than any platform stores. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = storable(value).trim()
  return text === '' || text.length > TEXT_MAX ? null : text
}

export const text = z.unknown().optional().transform(textOf)

/** A person's name, of its two halves. */
export function fullName(...parts: readonly (string | null)[]): string | null {
  return textOf(parts.filter((part) => part !== null).join(' '))
}

export type Metadata = Readonly<Record<string, string>>

/**
 * The vendor's own labels: an object of strings. What passed through other hands is also null, `[]` (an empty object to PHP)
 * or holds numbers.
 */
export function metadataOf(value: unknown): Metadata {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const scalars = Object.entries(value).filter(([, each]) => ['string', 'number', 'boolean'].includes(typeof each))
  return Object.fromEntries(scalars.map(([key, each]) => [storable(key), storable(String(each))]))
}

/** Without what PostgreSQL cannot keep in a text, and JSON can: NUL, and halves of a character. */
function storable(value: string): string {
  return value.replaceAll('\0', '').toWellFormed()
}
