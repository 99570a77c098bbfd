/** Asking PostgreSQL for rows, outside any transaction. */
import type pg from 'pg'
import { asCallerSees } from './errors.ts'
import { keepable } from './json.ts'

export type Row = Record<string, unknown>
/** `?` stands for each value in turn. */
export type Ask = (sql: string, ...values: unknown[]) => Promise<Row[]>

const bound = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(bound) : typeof value === 'string' ? keepable(value) : value

export function asking(pool: pg.Pool): Ask {
  const kept = new Map<string, { readonly name: string; readonly text: string }>()
  /** By name, so that a connection parses and plans it once: for what reads a few rows that is most of the work. */
  const named = (sql: string): { readonly name: string; readonly text: string } => {
    let n = 0
    const made = kept.get(sql) ?? { name: `ask_${kept.size}`, text: sql.replace(/\?/g, () => `$${++n}`) }
    kept.set(sql, made)
    return made
  }
  return async (sql, ...values) => {
    try {
      return (await pool.query<Row>({ ...named(sql), values: values.map(bound) })).rows
    } catch (error) {
      throw asCallerSees(error)
    }
  }
}
