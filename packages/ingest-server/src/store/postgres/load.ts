/** Reads the rows a batch touches in one statement, fed with all names of a kind at once, each of them one look-up in an index. */
import type { Mode } from '../../facts.ts'
import type { Rows, Wanted } from '../store.ts'
import { forLoaded } from '../table-order.ts'
import * as tables from '../tables.ts'
import { pack, packNames, unpacked } from './arrays.ts'
import { fromJson } from './json.ts'
import { aheadParts } from './look-ahead.ts'
import type { Part } from './look-ahead.ts'
import { MODE, SOURCES, WORD, lookUp } from './sources.ts'
import type { Statement } from './statement.ts'

type Name = keyof Wanted
type TableOf = keyof Rows

/** A statement whose answer is one row: a column of JSON for each table it found rows of. */
interface Built {
  readonly sql: string
  /** What was asked for. */
  readonly into: readonly TableOf[]
  /** What will be asked for next. */
  readonly ahead: readonly Part[]
}

const NAMES = Object.keys(SOURCES) as Name[]
const built = new Map<string, Built>()

function build(kinds: readonly Name[]): Built {
  const found = new Map<TableOf, string[]>()
  let first = 2
  for (const kind of kinds) {
    const { into, columns, where } = SOURCES[kind]
    const names = unpacked(columns, { first })
    first += columns.length
    found.set(into, [...(found.get(into) ?? []), ...where.map((one) => lookUp(tables[into], names, one))])
  }
  if (found.has('payments')) {
    const unrecorded = "(SELECT key AS word FROM payments_found WHERE state <> 'recorded') AS x"
    found.set('waits', [lookUp(tables.waits, unrecorded, { is: `t.payment = x.word AND ${MODE}` })])
  }
  const into = [...found.keys()]
  const ahead = aheadParts(into)
  const parts = [
    ...into.map((name) => [`${tables[name].name}_found`, (found.get(name) ?? []).join(' UNION ALL ')] as const),
    ...ahead.map(({ name, sql }) => [`${tables[name].name}_ahead`, sql] as const),
  ]
  const ctes = parts.map(([name, sql]) => `${name} AS MATERIALIZED (${sql})`)
  const columns = parts.map(([name], index) => `(SELECT json_agg(r) FROM ${name} AS r) AS c${index}`)
  return { sql: `WITH ${ctes.join(', ')} SELECT ${columns.join(', ')}`, into, ahead: ahead.map(({ name }) => name) }
}

export type LoadStatement = Statement & Omit<Built, 'sql'>

/** The statement that loads `wanted`, or null where it names nothing. */
export function loadStatement(mode: Mode, wanted: Wanted): LoadStatement | null {
  const lists = NAMES.map((name) => [name, [...(wanted[name] ?? [])]] as const).filter(([, list]) => list.length > 0)
  if (lists.length === 0) return null
  const kinds = lists.map(([name]) => name)
  const id = kinds.map((kind) => NAMES.indexOf(kind).toString(36)).join('')
  const { sql, ...found } = built.get(id) ?? build(kinds)
  built.set(id, { sql, ...found })
  const packed = lists.flatMap(([name, list]) => {
    const { columns, of } = SOURCES[name]
    if (columns === WORD) return [packNames(list as string[])]
    return pack(columns, of === undefined ? list : (list as string[]).map(of))
  })
  return { name: `load_${id}`, text: sql, values: [mode === 'test' ? 1 : 0, ...packed], ...found }
}

export const noRows = (): Rows => forLoaded(() => []) as unknown as Rows

/** The rows of an answer: those that were asked for, and those that will be. Each once, however many names found it. */
export function rowsOf(
  { into, ahead }: LoadStatement,
  answer: Record<string, string | null>,
): { readonly found: Rows; readonly ahead: Rows } {
  const read = (names: readonly TableOf[], first: number): Rows => {
    const rows = noRows() as Record<TableOf, unknown[]>
    names.forEach((name, index) => {
      const text = answer[`c${first + index}`]
      if (!text) return
      const records = JSON.parse(text) as Record<string, unknown>[]
      rows[name] = once(
        name,
        records.map((record) => fromJson(tables[name], record)),
      )
    })
    return rows as unknown as Rows
  }
  return { found: read(into, 0), ahead: read(ahead, into.length) }
}

/** Rows without those that came before. */
export function once(name: TableOf, rows: readonly unknown[]): unknown[] {
  if (rows.length < 2) return [...rows]
  const table = tables[name]
  const key = table.columns.filter((column) => table.key.includes(column.name)).map(({ field }) => field)
  const seen = new Map(rows.map((row) => [key.map((field) => (row as Record<string, unknown>)[field]).join('\n'), row]))
  return [...seen.values()]
}
