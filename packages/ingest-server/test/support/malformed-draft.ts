/** A request that would do for its route, to have something wrong with. */
import { VALUES } from './malformed-values.ts'
import type { Chance } from './seeded.ts'

/** An address of the server and what would be let in there. */
export interface Target {
  readonly method: string
  /** With `{name}` for each part that names something. */
  readonly path: string
  /** Headers by which it is let in. */
  readonly entrance: readonly (readonly [string, string])[]
  /** What its body would hold; null where it takes none. */
  readonly fields: readonly string[] | null
}

/** Header names and values are bytes here, one character each, so that anything can stand in them. */
export interface Draft {
  line: string
  headers: (readonly [string, string])[]
  body: Buffer
  /** Sent instead of a length: each as a chunk. */
  chunks: Buffer | null
}

const json = (chance: Chance, fields: readonly string[]): string => {
  const given = fields.filter(() => chance.happens(0.6)).map((name) => [name, chance.one(VALUES)] as const)
  return JSON.stringify(Object.fromEntries(given))
}

export function draft(chance: Chance, { method, path, entrance, fields }: Target): Draft {
  const named = path.replace(/\{\w+\}/g, () => encodeURIComponent(chance.one(['ada', 'c1', 'order-1', 'stripe', 'x'])))
  const body = fields === null ? '' : json(chance, fields)
  return {
    line: `${method} ${named} HTTP/1.1`,
    headers: [
      ['Host', '127.0.0.1'],
      ...entrance,
      ...(fields === null ? [] : [['Content-Type', 'application/json'] as const]),
    ],
    body: Buffer.from(body),
    chunks: null,
  }
}
