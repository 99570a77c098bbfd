/** How a row's fields lie in columns, and the values that an engine binds and gives back for them. */

/** `mode` is kept as `test` 0 or 1, `bool` as 0 or 1, `json` as text, where null stays null. */
export type Kind = 'text' | 'int' | 'bool' | 'json' | 'mode'

export interface Column {
  readonly field: string
  readonly name: string
  readonly kind: Kind
}

export interface Table<Row> {
  readonly name: string
  /** Columns of the primary key. */
  readonly key: readonly string[]
  readonly columns: readonly Column[]
  /** Only there to carry the type. */
  readonly row?: Row
}

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A kind for every field of the row: one left out does not compile. */
export function table<Row>(
  name: string,
  key: readonly (keyof Row & string)[],
  kinds: Record<keyof Row & string, Kind>,
): Table<Row> {
  const columnName = (field: string): string => (field === 'mode' ? 'test' : snake(field))
  const columns = Object.entries<Kind>(kinds).map(([field, kind]) => ({ field, kind, name: columnName(field) }))
  return { name, key: key.map(columnName), columns }
}

/** What a driver may bind: never undefined, a boolean or a date, which engines bind differently by version. */
export type Bound = string | number | null

const encoders: Record<Kind, (value: unknown) => Bound> = {
  text: (value) => value as string | null,
  int: (value) => value as number | null,
  bool: (value) => (value ? 1 : 0),
  json: (value) => (value === null ? null : JSON.stringify(value)),
  mode: (value) => (value === 'test' ? 1 : 0),
}
const decoders: Record<Kind, (value: unknown) => unknown> = {
  text: (value) => value,
  int: (value) => value,
  bool: (value) => value === 1,
  json: (value) => (value === null ? null : JSON.parse(value as string)),
  mode: (value) => (value === 1 ? 'test' : 'production'),
}

/** A row's values, in the order of the table's columns. */
export const encode = <Row>(table: Table<Row>, row: Row): Bound[] => encodeAll(table, [row])

/** The values of rows, one row behind the other. */
export function encodeAll<Row>({ columns }: Table<Row>, rows: readonly Row[]): Bound[] {
  const values: Bound[] = []
  for (const row of rows as readonly Record<string, unknown>[])
    for (const { field, kind } of columns) values.push(encoders[kind](row[field]))
  return values
}

/** The row that a record of the table's columns stands for; `prefix` where a join has renamed them. */
export function decode<Row>(table: Table<Row>, record: Record<string, unknown>, prefix = ''): Row {
  const row: Record<string, unknown> = {}
  for (const { field, name, kind } of table.columns) row[field] = decoders[kind](record[prefix + name])
  return row as Row
}

/** Reads records that come as lists of values. */
export interface Decoder {
  rowOf(values: readonly unknown[]): unknown
  /** The primary key, as one text. */
  keyOf(values: readonly unknown[]): string
}

/** For records with these columns, in this order; there may be more than the table's. */
export function decoderOf(table: Table<unknown>, names: readonly string[]): Decoder {
  const places = table.columns.map(({ field, name, kind }) => ({
    field,
    at: names.indexOf(name),
    read: decoders[kind],
  }))
  const key = table.key.map((name) => names.indexOf(name))
  return {
    rowOf(values) {
      const row: Record<string, unknown> = {}
      for (const { field, at, read } of places) row[field] = read(values[at])
      return row
    },
    keyOf: (values) => key.map((at) => values[at]).join('\n'),
  }
}
