/** Rows as JSON, in which many of them cross to PostgreSQL and back as one value. */
import type { Column, Kind, Table } from '../columns.ts'

/** The type a column has in a list of rows that is sent. */
const TYPES: Record<Kind, string> = { text: 'text', int: 'bigint', bool: 'smallint', json: 'json', mode: 'smallint' }

export const namesOf = (table: Table<unknown>): string[] => table.columns.map(({ name }) => name)
export const typed = ({ name, kind }: Column): string => `${name} ${TYPES[kind]}`

const sent: Record<Kind, (value: unknown) => unknown> = {
  text: (value) => value,
  int: (value) => value,
  bool: (value) => (value ? 1 : 0),
  json: (value) => value,
  mode: (value) => (value === 'test' ? 1 : 0),
}
const received: Record<Kind, (value: unknown) => unknown> = {
  text: (value) => value,
  int: (value) => value,
  bool: (value) => value === 1,
  json: (value) => value,
  mode: (value) => (value === 1 ? 'test' : 'production'),
}

/** What a list of rows is made of: a record by column names. */
export function record(columns: readonly Column[], row: unknown): Record<string, unknown> {
  const fields = row as Record<string, unknown>
  const made: Record<string, unknown> = {}
  for (const { field, name, kind } of columns) made[name] = sent[kind](fields[field])
  return made
}

export function fromJson(table: Table<unknown>, found: Record<string, unknown>): unknown {
  const row: Record<string, unknown> = {}
  for (const { field, name, kind } of table.columns) row[field] = received[kind](found[name])
  return row
}

/** An escape that names no character PostgreSQL can keep (NUL, half of a pair), behind an even number of backslashes. */
const UNKEEPABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g

/** As JSON; what PostgreSQL cannot keep in a text becomes the replacement character, in names as in rows, so that they match. */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value)
  return text.includes('\\u') ? text.replace(UNKEEPABLE, '$1\ufffd') : text
}

/** A single text, as `toJson` would send it. */
export const keepable = (text: string): string => withoutNul(text.toWellFormed())

export const withoutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text)
