/** The rows of a file, from wherever in it: each a fact for the books, or what is wrong with it. */
import type { FileRow } from '../entry.ts'
import type { ImportType } from '../facts.ts'
import { readHeader } from './header.ts'
import type { Layout } from './intake.ts'
import { records } from './records.ts'
import type { Item } from './records.ts'
import { ROW_FACTS } from './row-facts.ts'
import { rowReader } from './row.ts'
import type { RowContext } from './row.ts'

export interface RowsOptions {
  readonly type: ImportType
  readonly layout: Layout
  readonly context: RowContext
  /** Where the first of `pieces` begins. */
  readonly offset: number
  readonly line: number
}

/** Reads pieces of a file in UTF-8, in their order; rows come a few at a time, empty ones not at all. */
export async function* rows(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { type, layout, context, offset, line }: RowsOptions,
): AsyncGenerator<readonly FileRow[]> {
  const reader = rowReader(readHeader(type, layout.header), context)
  const factOf = ROW_FACTS[type]
  const read = ({ cells, ...item }: Item): FileRow[] => {
    const { line, start, end } = item
    const place = { line, start, end }
    if (cells === null)
      return [{ ...place, fact: null, problems: [{ column: null, reason: (item as { problem: string }).problem }] }]
    if (reader.isBlank(cells)) return []
    const { row, problems } = reader.open(cells, line)
    const fact = factOf(row)
    return [problems.length === 0 ? { ...place, fact, problems: null } : { ...place, fact: null, problems }]
  }
  for await (const items of records(pieces, { delimiter: layout.delimiter, offset, line })) yield items.flatMap(read)
}
