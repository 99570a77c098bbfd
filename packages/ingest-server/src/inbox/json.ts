/** Reading JSON that strangers send. */
import { AppError } from '../errors.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The object in these bytes. */
export function jsonObject(body: Uint8Array): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(body))
  } catch (cause) {
    throw new AppError('MALFORMED_JSON', 'The body is not JSON.', { cause })
  }
  if (isObject(value)) return value
  throw new AppError('BAD_REQUEST', 'The body must be a JSON object.')
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const DEEPEST = 32

/** Whether a value nests little enough to be written down again: the writers recurse, and would run out of stack. */
export const isShallow = (value: unknown, depth = 0): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (depth < DEEPEST && Object.values(value).every((inner) => isShallow(inner, depth + 1)))

/** Whether every store keeps the text as it is: no lone surrogates, no NUL. */
export const isPlainText = (text: string): boolean => text.isWellFormed() && !text.includes('\0')
