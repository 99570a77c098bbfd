/**
 * Chargify's form, read flat: each field we need by its whole name, `payload[subscription][id]`. Nothing is ever nested out of
 * names that come from outside, and keys that repeat (a product's sign-up pages) or come in any order or number do no harm.
 * @see https://docs.maxio.com/hc/en-us/articles/24266143173901-Webhooks-Overview
 */
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { PlatformRef } from '../../facts.ts'
import { textOf } from '../fields.ts'
import type { ReadOptions } from '../provider.ts'
import { type Told, unreadable } from '../reading.ts'
import { instantOf, wholeNumber } from '../wire-text.ts'

export interface ChargifyEvent {
  readonly type: string
  readonly form: URLSearchParams
  readonly receivedAt: number
}

export type Translation = (event: ChargifyEvent, options: ReadOptions) => Told

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Throws `AppError` for bytes that are no form at all. */
export function formOf(body: Buffer): URLSearchParams {
  try {
    const text = utf8.decode(body).trim()
    // A form may say anything; but this is what other platforms send to an address that is not theirs.
    if (/^[{[<]/.test(text)) throw new Error('it looks like JSON or XML')
    return new URLSearchParams(text)
  } catch (cause) {
    throw new AppError('BAD_REQUEST', 'The body is not a form. Chargify sends event=…&payload[…]=… fields.', { cause })
  }
}

/** What stands in the field; Chargify writes nothing where there is nothing. Of a field that repeats, the first. */
const valueOf = (form: URLSearchParams, name: string): string | null => textOf(form.get(name))

/** Fields by short names: `{ id: 'payload[transaction][id]' }`. */
export type Names<T> = Readonly<Record<keyof T & string, string>>

/** Reads the named fields by `schema`; what cannot be read is named as the form names it. */
export function fieldsOf<T>(form: URLSearchParams, names: Names<T>, schema: z.ZodType<T>): T | string {
  const values = Object.fromEntries(Object.entries<string>(names).map(([key, name]) => [key, valueOf(form, name)]))
  const { data, error } = schema.safeParse(values)
  if (!error) return data
  const field = String(error.issues[0]?.path[0] ?? '')
  return Object.hasOwn(values, field)
    ? unreadable(error).replace(field, names[field as keyof T & string])
    : unreadable(error)
}

/** A translation that first reads these fields. */
export function reading<T>(
  names: Names<T>,
  schema: z.ZodType<T>,
  tell: (fields: T, event: ChargifyEvent, options: ReadOptions) => Told,
): Translation {
  return (event, options) => {
    const fields = fieldsOf(event.form, names, schema)
    return typeof fields === 'string' ? fields : tell(fields, event, options)
  }
}

/** Text that may be missing: every field comes as text or as null. */
export const optional = z.string().nullable()

export const cents = wholeNumber

const easternOffset = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', timeZoneName: 'longOffset' })

/** Chargify writes the time of New York, mostly with its offset; where that is missing, what it was that day. */
function eastern(asUtc: number): number {
  const parts = easternOffset.formatToParts(asUtc + 5 * 3_600_000)
  const [, hours] = /-(\d\d):00$/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? []
  return -60 * Number(hours ?? 5)
}

/** `2016-11-08 16:22:20 -0500`, or ISO in newer fields. */
export const time = z
  .string()
  .nullable()
  .transform((value) => (value === null ? null : instantOf(value, eastern)))

/** Where a site sends one; older sites do not. */
export function currencyOf(form: URLSearchParams, options: ReadOptions): string {
  const names = ['payload[subscription][currency]', 'payload[currency]', 'payload[transaction][currency]']
  const found = names.map((name) => valueOf(form, name)).find((value) => value !== null && /^[a-z]{3}$/i.test(value))
  return found?.toUpperCase() ?? options.currency
}

export const at = (id: string): PlatformRef => ({ provider: 'chargify', account: '', id })
