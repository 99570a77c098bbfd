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

const WHOLE = 'must be a whole number of minor units, no larger than 9007199254740991'

/** A whole number of minor units. Beyond 2^53 a number is no longer the one that was sent. */
const minorUnits = z
  .custom<number>((value) => typeof value === 'number', 'must be a number')
  .refine(Number.isSafeInteger, WHOLE)

const SIGNED_MOST = 50_000_000_000

/** Minor units either way. */
export const signedAmount = minorUnits
  .refine((value) => Math.abs(value) <= SIGNED_MOST, `must be between -${SIGNED_MOST} and ${SIGNED_MOST}`)
  .meta({ type: 'integer', minimum: -SIGNED_MOST, maximum: SIGNED_MOST })

/** Minor units, 0 or more. */
export const amount = minorUnits
  .refine((value) => value >= 0, 'must be 0 or more')
  .meta({ type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

export const currency = z
  .string('must be a string')
  .regex(/^[A-Za-z]{3}$/, 'must be a currency code of three letters')
  .transform((code) => code.toUpperCase())

export const attributes = z
  .record(z.string(), z.unknown(), 'must be an object')
  .refine((value) => isShallow(value), 'must not nest so deeply')

const scalar = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value)

/** As version 2 takes them with a transaction: few, and short. */
export const shortAttributes = z
  .record(z.string(), z.unknown(), 'must be an object')
  .refine((value) => Object.keys(value).length <= 25, 'must have at most 25 attributes')
  .refine((value) => Object.keys(value).every((name) => name.length <= 30), 'must have names of at most 30 characters')
  .refine(
    (value) => Object.values(value).every((one) => scalar(one) && String(one).length <= 100),
    'must have plain values of at most 100 characters',
  )
  .refine((value) => isPlainText(JSON.stringify(value)), 'must be well-formed text')

/** Custom fields, as `fields` shows them: each by its `api_name`, else its `name`. */
export const customFields = z
  .array(
    z.object({ api_name: text(255).optional(), name: text(255).optional(), value: z.unknown() }, 'must hold objects'),
    'must be a list of fields',
  )
  .refine((list) => list.every((one) => one.api_name ?? one.name), 'must name each field by api_name or name')
  .refine((list) => list.every(({ value }) => isShallow(value)), 'must not nest so deeply')
  .transform((list) => Object.fromEntries(list.map((one) => [one.api_name ?? one.name ?? '', one.value ?? null])))

/** Epoch milliseconds, to the end of the year 9999. */
export const moment = z
  .int('must be a time in milliseconds')
  .min(0, 'must be a time in milliseconds')
  .max(253_402_300_799_999, 'must be a time in milliseconds')

export const webAddress = text(2048).refine(
  (address) => /^https?:$/.test(URL.parse(address)?.protocol ?? ''),
  'must be an http or https address',
)

type Fields = Readonly<Record<string, unknown>>

const clearable = new WeakMap<z.ZodType, ReadonlySet<string>>()

/** The fields of which null says something: to clear them. */
function clearableOf(schema: z.ZodType): ReadonlySet<string> {
  const known = clearable.get(schema)
  if (known) return known
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {}
  const names = Object.entries(shape).filter(([, field]) => field.safeParse(null).success)
  const found = new Set(names.map(([name]) => name))
  clearable.set(schema, found)
  return found
}

/** Reads `fields` by `schema`; says in the vendor's words what does not fit. Null is as good as absent, where it does not clear. */
export function readFields<T>(schema: z.ZodType<T>, fields: Fields): T {
  const clears = clearableOf(schema)
  const present: Fields = Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== null || clears.has(name)),
  )
  const result = schema.safeParse(present)
  if (result.success) return result.data
  const { path, message } = result.error.issues[0]!
  if (path.length === 0) throw new AppError('BAD_REQUEST', message)
  const field = String(path[0])
  if (path.length === 1 && !Object.hasOwn(present, field)) {
    throw new AppError('MISSING_FIELD', `'${field}' is a required property`)
  }
  throw new AppError('INVALID_FIELD', `'${path.join('.')}' ${message}`)
}
