/** Reads Stripe's form parameters, which are all text, and refuses what Stripe would refuse. */
import { invalid } from './errors.ts'
import type { Metadata } from '../shapes/wire.ts'

export type Params = Record<string, unknown>

/** A misspelt parameter is an error at Stripe; a stand-in that let it pass would be no help. */
export function only(params: Params, names: readonly string[], inside = ''): void {
  const unknown = Object.keys(params).find((name) => name !== 'expand' && !names.includes(name))
  if (unknown === undefined) return
  const path = inside ? `${inside}[${unknown}]` : unknown
  throw invalid(`Received unknown parameter: ${path}`, path, 'parameter_unknown')
}

/** An empty string unsets a field, so it reads as null. */
export function text(params: Params, name: string): string | null {
  const value = params[name]
  if (value === undefined || value === '') return null
  if (typeof value !== 'string') throw invalid(`Invalid string: ${name}`, name)
  return value
}

export function required(params: Params, name: string, path = name): string {
  const value = text(params, name)
  if (value === null) throw invalid(`Missing required param: ${path}.`, path, 'parameter_missing')
  return value
}

export function whole(params: Params, name: string, least: number): number | null {
  const value = text(params, name)
  if (value === null) return null
  if (!/^-?\d{1,12}$/.test(value)) throw invalid(`Invalid integer: ${value}`, name, 'parameter_invalid_integer')
  if (Number(value) < least) throw invalid(`This value must be greater than or equal to ${least}.`, name)
  return Number(value)
}

export function oneOf<T extends string>(params: Params, name: string, values: readonly T[]): T | null {
  const value = text(params, name)
  if (value === null) return null
  const found = values.find((each) => each === value)
  if (found === undefined) throw invalid(`Invalid ${name}: must be one of ${values.join(', ')}`, name)
  return found
}

export function flag(params: Params, name: string): boolean | null {
  const value = oneOf(params, name, ['true', 'false'])
  return value === null ? null : value === 'true'
}

export function nested(params: Params, name: string): Params {
  const value = params[name]
  if (value === undefined || value === '') return {}
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid('Invalid object', name)
  return value as Params
}

export function url(params: Params, name: string): string | null {
  const value = text(params, name)
  // Also keeps `javascript:` out of the links the hosted page makes of these.
  if (value !== null && !/^https?:\/\/[^/]/.test(value)) throw invalid('Not a valid URL', name, 'url_invalid')
  return value
}

/** New values over old ones; an empty value removes its key. */
export function metadata(params: Params, before: Metadata = {}): Metadata {
  const after = new Map(Object.entries(before))
  if (params['metadata'] === '') return {}
  for (const [key, value] of Object.entries(nested(params, 'metadata'))) {
    if (typeof value !== 'string') throw invalid('Metadata values must be strings.', `metadata[${key}]`)
    if (key.length > 40) throw invalid('Metadata keys must be under 40 characters.', 'metadata')
    if (value.length > 500) throw invalid('Metadata values can have up to 500 characters.', `metadata[${key}]`)
    if (value === '') after.delete(key)
    else after.set(key, value)
  }
  if (after.size > 50) throw invalid('Metadata can have up to 50 keys.', 'metadata')
  return Object.fromEntries(after)
}
