/** The edge where what a caller sent becomes typed, or is refused by the name of its field. */
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { isPlainText, isShallow } from '../inbox/json.ts'

/** Text of up to so many characters. Messages go on after the field's name. */
export const text = (longest: number, shortest = 1) =>
  z
    .string('must be a string')
    .trim()
    .min(shortest, shortest === 1 ? 'must not be empty' : `must be at least ${shortest} characters`)
    .max(longest, `must be at most ${longest} characters`)
    .refine(isPlainText, 'must be well-formed text')

export const email = text(255).regex(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address')

/** Whole minor units. Beyond 2^53 a number is no longer the one that was sent. */
export const amount = z
  .custom<number>((value) => typeof value === 'number', 'must be a number')
  .refine(Number.isSafeInteger, 'must be a whole number of minor units, no larger than 9007199254740991')
  .refine((value) => value >= 0, 'must be 0 or more')

export const currency = z
  .string('must be a string')
  .regex(/^[a-z]{3}$/i, 'must be a currency code of three letters')
  .transform((code) => code.toUpperCase())

export const attributes = z
  .record(z.string(), z.unknown(), 'must be an object')
  .refine((value) => isShallow(value), 'must not nest so deeply')

type Fields = Readonly<Record<string, unknown>>

/** `null` is as good as absent, except where it says to clear. */
const withoutNulls = (fields: Fields, clearable: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name, value]) => value !== null || clearable.includes(name)))

/** Reads `fields` by `schema`; says in the vendor's words what does not fit. */
export function readFields<T>(schema: z.ZodType<T>, fields: Fields, clearable: readonly string[] = []): T {
  const present = withoutNulls(fields, clearable)
  const result = schema.safeParse(present)
  if (result.success) return result.data
  const { path, message } = result.error.issues[0]!
  const field = String(path[0])
  if (!Object.hasOwn(present, field)) throw new AppError('MISSING_FIELD', `'${field}' is a required property`)
  throw new AppError('INVALID_FIELD', `'${field}' ${message}`)
}
