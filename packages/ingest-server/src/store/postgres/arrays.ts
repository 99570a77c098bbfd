/**
 * Columns of rows as PostgreSQL's own bytes of an array, one value however many rows: nothing is escaped here or parsed there,
 * which as JSON was a tenth of what a batch cost.
 */
import type { Column, Kind } from '../columns.ts'
import { toJson, withoutNul } from './json.ts'

/** As the server names a type, and how long its values are where they all are. */
interface Type {
  readonly oid: number
  readonly name: string
}
const TEXT: Type = { oid: 25, name: 'text' }
const JSON_TYPE: Type = { oid: 114, name: 'json' }
const BYTES: Type = { oid: 17, name: 'bytea' }
const WHOLE: Type = { oid: 20, name: 'bigint' }
const SMALL: Type = { oid: 21, name: 'smallint' }

const HEAD = 20
const LENGTH = 4

/** The head of an array of one dimension; elements follow, each behind its length, which is -1 for null. */
function begin(size: number, { oid }: Type, count: number): Buffer {
  const made = Buffer.allocUnsafe(size)
  made.writeInt32BE(1, 0)
  made.writeInt32BE(1, 4) // there may be nulls
  made.writeInt32BE(oid, 8)
  made.writeInt32BE(count, 12)
  made.writeInt32BE(1, 16) // the first is number 1
  return made
}

function texts(values: readonly (string | null)[], type: Type): Buffer {
  let size = HEAD
  for (const value of values) size += LENGTH + (value === null ? 0 : Buffer.byteLength(value))
  const made = begin(size, type, values.length)
  let at = HEAD
  for (const value of values) {
    const length = value === null ? -1 : made.write(value, at + LENGTH)
    at = made.writeInt32BE(length, at) + Math.max(0, length)
  }
  return made
}

function wholes(values: readonly (number | null)[]): Buffer {
  const made = begin(HEAD + values.length * (LENGTH + 8), WHOLE, values.length)
  let at = HEAD
  for (const value of values) {
    at = made.writeInt32BE(value === null ? -1 : 8, at)
    if (value === null) continue
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
    const high = Math.floor(value / 2 ** 32)
    at = made.writeInt32BE(high, at)
    at = made.writeUInt32BE(value - high * 2 ** 32, at)
  }
  return made.subarray(0, at)
}

function smalls(values: readonly number[]): Buffer {
  const made = begin(HEAD + values.length * (LENGTH + 2), SMALL, values.length)
  let at = HEAD
  for (const value of values) at = made.writeInt16BE(value, made.writeInt32BE(2, at))
  return made
}

function bytes(values: readonly Uint8Array[]): Buffer {
  const made = begin(
    values.reduce((size, { length }) => size + LENGTH + length, HEAD),
    BYTES,
    values.length,
  )
  let at = HEAD
  for (const value of values) {
    at = made.writeInt32BE(value.length, at)
    made.set(value, at)
    at += value.length
  }
  return made
}

/** How a column's values cross. */
interface Crossing {
  /** Of one value. */
  readonly type: string
  pack(values: readonly unknown[]): Buffer
}
/** Halves of pairs become the replacement character as they are written. */
const text: Crossing = {
  type: TEXT.name,
  pack: (values) =>
    texts(
      values.map((value) => (value === null ? null : withoutNul(value as string))),
      TEXT,
    ),
}
const CROSSINGS: Record<Kind, Crossing> = {
  text,
  int: { type: WHOLE.name, pack: (values) => wholes(values as (number | null)[]) },
  bool: { type: SMALL.name, pack: (values) => smalls(values.map((value) => (value ? 1 : 0))) },
  json: {
    type: JSON_TYPE.name,
    pack: (values) =>
      texts(
        values.map((value) => (value === null ? null : toJson(value))),
        JSON_TYPE,
      ),
  },
  mode: { type: SMALL.name, pack: (values) => smalls(values.map((value) => (value === 'test' ? 1 : 0))) },
}

/** Names that rows are looked up by. */
export const packNames = (names: readonly string[]): Buffer => text.pack(names)
export const packBodies = bytes

/** One array for each column, of the rows' values in it. */
export const pack = (columns: readonly Column[], rows: readonly unknown[]): Buffer[] =>
  columns.map(({ field, kind }) => CROSSINGS[kind].pack(rows.map((row) => (row as Record<string, unknown>)[field])))

interface Place {
  /** The number of the first parameter. */
  readonly first?: number
  /** A delivery's body is one more, packed behind the columns. */
  readonly body?: boolean
  /** Its name, where `x` is taken. */
  readonly as?: string
}

/** What packed columns are in a statement: a list of rows named `x`. */
export function unpacked(columns: readonly Column[], { first = 1, body = false, as = 'x' }: Place = {}): string {
  const types = [...columns.map(({ kind }) => CROSSINGS[kind].type), ...(body ? [BYTES.name] : [])]
  const names = [...columns.map(({ name }) => name), ...(body ? ['body'] : [])]
  return `unnest(${types.map((type, index) => `$${first + index}::${type}[]`).join(', ')}) AS ${as} (${names.join(', ')})`
}
