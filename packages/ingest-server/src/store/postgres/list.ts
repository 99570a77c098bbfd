/** Lists by cursor: one statement a page, walking an index from the cursor on, so that depth costs nothing. */
import { AppError } from '../../errors.ts'
import type { Page, PageQuery } from '../queries.ts'
import type { Ask, Row } from './ask.ts'

export interface ListSource {
  /** The table whose rows are listed, aliased `t`, with whatever is joined to it. */
  readonly select: string
  readonly table: string
  /** Always true of a listed row. */
  readonly where: readonly string[]
  readonly live: string
  /** The filters have an index of their own: one that begins with the mode is not to be walked. */
  readonly ownIndex?: boolean
}

/** A condition with `?` for each value it binds. */
export type Filter = readonly [sql: string, ...values: unknown[]]

/** Runs a list; rows come in the query's order, whichever side of the cursor was asked for. */
export async function list(
  ask: Ask,
  source: ListSource,
  query: PageQuery,
  filters: readonly Filter[],
): Promise<Page<Row>> {
  const test = query.mode === 'test' ? 1 : 0
  const column = query.orderBy.endsWith('updated_at') ? 'updated_at' : 'created_at'
  const descending = query.orderBy.startsWith('-')
  const backwards = query.endingBefore !== undefined
  const down = descending !== backwards
  const mode = source.ownIndex ? 't.test + 0 = ?' : 't.test = ?'
  const all: Filter[] = [[mode, test], ...source.where.map((sql): Filter => [sql]), ...filters]
  if (!query.includeArchived) all.push([source.live])
  const span = (name: string, operator: string, value: number | undefined): void => {
    if (value !== undefined) all.push([`t.${name} ${operator} ?`, value])
  }
  span('created_at', '>=', query.minCreated)
  span('created_at', '<=', query.maxCreated)
  span('updated_at', '>=', query.minUpdated)
  span('updated_at', '<=', query.maxUpdated)
  const cursor = query.startingAfter ?? query.endingBefore
  if (cursor !== undefined) {
    const [at] = await ask(`SELECT ${column} AS at FROM ${source.table} WHERE test = ? AND key = ?`, test, cursor)
    if (!at)
      throw new AppError(
        'UNKNOWN_CURSOR',
        `'${query.startingAfter === undefined ? 'ending_before' : 'starting_after'}' names no row here: '${cursor}'`,
      )
    all.push([`(t.${column}, t.key) ${down ? '<' : '>'} (?, ?)`, at['at'], cursor])
  }
  const direction = down ? 'DESC' : 'ASC'
  const rows = await ask(
    `${source.select} WHERE ${all.map(([condition]) => condition).join(' AND ')}
     ORDER BY t.${column} ${direction}, t.key ${direction} LIMIT ?`,
    ...all.flatMap(([, ...values]) => values),
    query.limit + 1,
  )
  const items = rows.slice(0, query.limit)
  if (backwards) items.reverse()
  return { items, hasMore: rows.length > query.limit }
}
