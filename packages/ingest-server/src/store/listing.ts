/**
 * A page of a list as SQL, the same on every engine. A list is walked along an index that has its order, from the cursor on, so
 * that depth costs nothing; where a filter leaves only a few rows, those are found by the filter's own index and put in order.
 * Which of the two it is to be is found out by counting, and not left to what an engine guesses.
 */
import { AppError } from '../errors.ts'
import type { PageQuery } from './queries.ts'

type Time = 'created_at' | 'updated_at'
/** What engines bind; lists only where an engine has them. */
export type Bound = string | number | readonly string[]

export interface ListSource {
  /** The table whose rows are listed, aliased `t`, with whatever is joined to it. */
  readonly select: string
  readonly table: string
  /** Always true of a listed row. */
  readonly where: readonly string[]
  readonly live: string
}

/** A condition on `t` alone, with `?` for each value. */
export interface Filter {
  readonly sql: string
  readonly values: readonly Bound[]
  /** The same, as it is asked of a row that was found otherwise; absent: the same. */
  readonly tested?: string
  /** Its rows are found along an index: one that begins with the mode, or one of its own. */
  readonly along?: 'mode' | 'own'
  /** That index has them in this order. */
  readonly inOrderOf?: Time
}

export interface ListDialect {
  /** As no index serves it. */
  hiddenCondition(sql: string): string
  /** A column of numbers, as no index has it. */
  hiddenColumn(name: string): string
  /** The engine may walk another index than the one that is meant, or begin with what is joined: it is given less to choose from. */
  readonly chooses: boolean
}

export interface Statement {
  readonly sql: string
  readonly values: readonly Bound[]
}

/** A filter that may leave few rows: they are counted, up to one more than `most`. */
export interface Findable {
  readonly filter: Filter
  readonly most: number
  readonly count: Statement
}

export interface Listing {
  /** Selects the cursor's time as `at`; null without a cursor. */
  readonly cursor: Statement | null
  readonly findable: readonly Findable[]
  /** The rows of a page, and one more where there is one, from the cursor on. `found`: by the index of that filter. */
  page(at: number | null, found: Filter | null): Statement
}

/** So many rows are put in order for each page. */
const FEW = 10_000
/** Where the filter's own index has the order. */
const VERY_FEW = 1_000

const testOf = ({ mode }: PageQuery): number => (mode === 'test' ? 1 : 0)
const isBackwards = (query: PageQuery): boolean => query.endingBefore !== undefined

function span(time: Time, least: number | undefined, most: number | undefined): Filter[] {
  const ends = [['>=', least] as const, ['<=', most] as const].filter(([, value]) => value !== undefined)
  if (ends.length === 0) return []
  const sql = ends.map(([operator]) => `t.${time} ${operator} ?`).join(' AND ')
  return [{ sql, values: ends.map(([, value]) => value as number), along: 'mode' }]
}

const statement = (begin: string, conditions: readonly Filter[], end: string, limit: number): Statement => ({
  sql: `${begin} WHERE ${conditions.map(({ sql }) => sql).join(' AND ')} ${end} LIMIT ?`,
  values: [...conditions.flatMap(({ values }) => values), limit],
})

export function listing(
  { select, table, where, live }: ListSource,
  query: PageQuery,
  narrowed: readonly Filter[],
  { hiddenCondition, hiddenColumn, chooses }: ListDialect,
): Listing {
  const time: Time = query.orderBy.endsWith('updated_at') ? 'updated_at' : 'created_at'
  const down = query.orderBy.startsWith('-') !== isBackwards(query)
  const cursor = query.startingAfter ?? query.endingBefore
  const created = span('created_at', query.minCreated, query.maxCreated)
  const updated = span('updated_at', query.minUpdated, query.maxUpdated)
  const [within, others] = time === 'created_at' ? [created, updated] : [updated, created]
  const filters = [...narrowed, ...others]
  /** What the list is walked along, where that is not the index of all rows. */
  const walked = filters.find(({ inOrderOf }) => inOrderOf === time)

  const always = where.map((sql): Filter => ({ sql, values: [] }))
  const alive: Filter[] = query.includeArchived ? [] : [{ sql: live, values: [] }]
  const inMode = (along: Filter['along']): Filter => ({
    sql: `${along === 'own' ? hiddenColumn('t.test') : 't.test'} = ?`,
    values: [testOf(query)],
  })
  const hidden = (filter: Filter): Filter =>
    filter.along ? { ...filter, sql: hiddenCondition(filter.tested ?? filter.sql) } : filter
  const beyond = (at: number | null, column: string): Filter[] =>
    cursor === undefined || at === null
      ? []
      : [{ sql: `(${column}, t.key) ${down ? '<' : '>'} (?, ?)`, values: [at, cursor] }]
  const order = (column: string): string =>
    `ORDER BY ${column} ${down ? 'DESC' : 'ASC'}, t.key ${down ? 'DESC' : 'ASC'}`

  const isFindable = (filter: Filter): boolean => filter.along !== undefined && (chooses || filter !== walked)
  const counting = (filter: Filter): Findable => {
    const most = filter === walked ? VERY_FEW : FEW
    const rows = statement(`SELECT 1 FROM ${table} AS t`, [inMode(filter.along), ...always, filter], '', most + 1)
    return { filter, most, count: { ...rows, sql: `SELECT count(*) AS n FROM (${rows.sql}) AS counted` } }
  }

  return {
    cursor:
      cursor === undefined
        ? null
        : { sql: `SELECT ${time} AS at FROM ${table} WHERE test = ? AND key = ?`, values: [testOf(query), cursor] },
    findable: filters.filter(isFindable).map(counting),
    page(at, found) {
      const along = found ?? walked
      const column = found ? hiddenColumn(`t.${time}`) : `t.${time}`
      const rest = [...filters, ...(found ? within : [])].map((filter) => (filter === along ? filter : hidden(filter)))
      const conditions = [
        ...[inMode(along?.along), ...always, ...rest, ...alive],
        ...(found ? [] : within),
        ...beyond(at, column),
      ]
      if (!found && !chooses) return statement(select, conditions, order(column), query.limit + 1)
      const keys = statement(`SELECT t.key FROM ${table} AS t`, conditions, order(column), query.limit + 1)
      return { ...keys, sql: `${select} WHERE t.key IN (${keys.sql}) ${order(`t.${time}`)}` }
    },
  }
}

/** What leaves the fewest rows, of those that leave few. */
export const fewest = (counted: readonly { readonly findable: Findable; readonly n: number }[]) =>
  counted.filter(({ findable, n }) => n <= findable.most).sort((a, b) => a.n - b.n)[0] ?? null

export function unknownCursor(query: PageQuery): AppError {
  const name = query.startingAfter === undefined ? 'ending_before' : 'starting_after'
  const cursor = query.startingAfter ?? query.endingBefore ?? ''
  return new AppError('UNKNOWN_CURSOR', `'${name}' names no row here: '${cursor.slice(0, 80)}'`)
}

export interface Found<Row> {
  readonly items: Row[]
  readonly hasMore: boolean
}

/** The page that came, in the list's own order. */
export function foundPage<Row>(rows: readonly Row[], query: PageQuery): Found<Row> {
  const items = rows.slice(0, query.limit)
  return { items: isBackwards(query) ? items.reverse() : items, hasMore: rows.length > query.limit }
}
