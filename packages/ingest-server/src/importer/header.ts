/** From the header of a file to which column holds what; a header that does not fit is refused with all that is wrong with it. */
import { AppError } from '../errors.ts'
import { COLUMNS } from './columns.ts'
import type { ImportType } from '../facts.ts'
import { nearest } from './nearest.ts'

/** Columns of a file at most. */
export const MOST_COLUMNS = 500

/** What each column of the file is: a known one, a field of the vendor's own, or nothing to be read. */
export type Meaning =
  | { readonly kind: 'known'; readonly name: string }
  | { readonly kind: 'custom'; readonly name: string }
  | { readonly kind: 'unread' }
  /** Without a name: allowed as long as it is empty. */
  | { readonly kind: 'nameless' }

/** How names are compared: case, spaces and underscores count for nothing. */
export const bare = (name: string): string => name.toLowerCase().replaceAll(/[\s_\ufeff\u200b]/g, '')

/** `fields.plan` is a field of the vendor's own, whatever else it resembles. */
const OWN = /^(?:fields?|meta)\.(.+)$/i

const sentence = (words: readonly string[], joint: string): string =>
  [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(` ${joint} `)
const quoted = (name: string): string => `'${name.length > 60 ? `${name.slice(0, 60)}…` : name}'`

/** What a column named so is; a string says that it was not understood, and what may have been meant. */
function meaningOf(type: ImportType, cell: string): Meaning | string {
  const { columns, unread, custom } = COLUMNS[type]
  const name = cell.trim()
  if (bare(name) === '') return { kind: 'nameless' }
  for (const [known, { aliases = [] }] of Object.entries(columns))
    if ([known, ...aliases].some((one) => bare(one) === bare(name))) return { kind: 'known', name: known }
  if (unread.some((one) => bare(one) === bare(name))) return { kind: 'unread' }
  const own = custom ? OWN.exec(name)?.[1] : undefined
  if (own !== undefined) return { kind: 'custom', name: own.trim() }
  const meant = nearest(bare(name), Object.keys(columns).map(bare))
  const suggestion = Object.keys(columns).find((known) => bare(known) === meant)
  if (!suggestion) return custom ? { kind: 'custom', name } : quoted(name)
  const escape = custom ? `, or 'fields.${name}' if it is one of your own` : ''
  return `${quoted(name)} (did you mean '${suggestion}'${escape}?)`
}

/** What the columns of a file mean, in their order. */
export function readHeader(type: ImportType, cells: readonly string[]): readonly Meaning[] {
  const { columns, required } = COLUMNS[type]
  if (cells.length > MOST_COLUMNS)
    throw new AppError('WRONG_COLUMNS', `The header has ${cells.length} columns. A file may have ${MOST_COLUMNS}.`)
  const found = cells.map((cell) => meaningOf(type, cell))
  const names = found.flatMap((one) => (typeof one === 'string' || one.kind !== 'known' ? [] : one.name))
  const own = found.flatMap((one) => (typeof one === 'string' || one.kind !== 'custom' ? [] : bare(one.name)))
  const missing = required.filter((any) => !any.some((name) => names.includes(name)))
  const unknown = found.filter((one) => typeof one === 'string')
  const twice = [
    ...names.filter((name, at) => names.indexOf(name) < at),
    ...own.filter((name, at) => own.indexOf(name) < at),
  ]
  const problems = [
    ...(missing.length > 0
      ? [
          `Missing: ${sentence(
            missing.map((any) => any.map(quoted).join(' or ')),
            'and',
          )}.`,
        ]
      : []),
    ...(unknown.length > 0
      ? [`Not understood: ${unknown.slice(0, 10).join(', ')}${unknown.length > 10 ? ' …' : ''}.`]
      : []),
    ...(twice.length > 0 ? [`There twice: ${[...new Set(twice)].map(quoted).join(', ')}.`] : []),
  ]
  if (problems.length > 0) {
    const known = `An import of ${type} knows: ${Object.keys(columns).join(', ')}.`
    throw new AppError('WRONG_COLUMNS', [...problems, known].join(' '))
  }
  return found as readonly Meaning[]
}
