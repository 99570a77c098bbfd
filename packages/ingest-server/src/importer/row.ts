/** A row of a file while it is read: each column asked for once, what does not fit noted with why. */
import type { Meaning } from './header.ts'
import { readAmount } from './amount.ts'
import type { RowProblem } from '../entry.ts'
import type { AmountUnit } from '../facts.ts'
import { readMoment } from './moment.ts'
import { plainCell } from './safe-cell.ts'

/** What an import was asked to go by. */
export interface RowContext {
  readonly unit: AmountUnit
  /** Of rows that name none. */
  readonly currency: string
  /** When the import began. */
  readonly now: number
  /** SHA-256 of the file, hex. */
  readonly sha256: string
}

export interface Row {
  isEmpty(column: string): boolean
  /** Empty is null. */
  text(column: string, longest: number, shortest?: number): string | null
  /** As `text`, and not empty. */
  needed(column: string, longest: number): string
  email(column: string, needed?: boolean): string | null
  currency(column: string): string | null
  amount(column: string, currency: string | null): number
  moment(column: string): number | null
  list(column: string): string[] | null
  object(column: string): Record<string, unknown> | null
  /** Fields of the vendor's own, those that are not empty. */
  own(): Record<string, string>
  /** Noted against a column, or against all of the row. */
  refuse(column: string | null, reason: string): void
  /** Which row of which file this is. */
  name(): string
}

const EMAIL = /^[^\s@]+@[^\s@]+$/
/** Line ends and tabs may stand in a text, other control characters not. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u
const SPACES = /^[\s\u00a0]+|[\s\u00a0]+$/g

export interface ReadRow {
  readonly row: Row
  readonly problems: readonly RowProblem[]
}

/** Opens the rows of one file. */
export function rowReader(meanings: readonly Meaning[], context: RowContext) {
  const places = new Map(meanings.flatMap((one, at) => (one.kind === 'known' ? [[one.name, at] as const] : [])))
  const own = meanings.flatMap((one, at) => (one.kind === 'custom' ? [[one.name, at] as const] : []))

  const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

  function open(cells: readonly string[], line: number): ReadRow {
    const problems: RowProblem[] = []
    const refuse = (column: string | null, reason: string): void => void problems.push({ column, reason })
    const cell = (at: number | undefined): string =>
      at === undefined ? '' : plainCell((cells[at] ?? '').replace(SPACES, ''))
    const raw = (column: string): string | null => cell(places.get(column)) || null

    const text: Row['text'] = (column, longest, shortest = 1) => {
      const value = raw(column)
      if (value === null) return null
      const problem = textProblem(value, longest, shortest)
      if (problem) refuse(column, problem)
      return problem ? null : value
    }
    const needed: Row['needed'] = (column, longest) => {
      if (raw(column) === null) refuse(column, 'is empty')
      return text(column, longest) ?? ''
    }
    const row: Row = {
      ...{ text, needed, refuse },
      isEmpty: (column) => raw(column) === null,
      email(column, isNeeded = false) {
        const value = isNeeded ? needed(column, 255) : text(column, 255)
        if (!value || EMAIL.test(value)) return value || null
        refuse(column, 'is not an e-mail address')
        return null
      },
      currency(column) {
        const value = text(column, 255)
        if (value === null || /^[a-z]{3}$/i.test(value)) return value?.toUpperCase() ?? null
        refuse(column, 'is not a currency code of three letters')
        return null
      },
      amount(column, currency) {
        const value = raw(column)
        const read = value === null ? 'is empty' : readAmount(value, context.unit, currency ?? context.currency)
        if (typeof read === 'number') return read
        refuse(column, read)
        return 0
      },
      moment(column) {
        const value = raw(column)
        if (value === null) return null
        const read = readMoment(value, context.now)
        if (typeof read === 'number') return read
        refuse(column, read)
        return null
      },
      list(column) {
        const parts = text(column, 5_000)
          ?.split(/[,;|]/)
          .map((part) => part.trim())
        const kept = [...new Set(parts?.filter((part) => part !== ''))]
        return kept.length > 0 ? kept : null
      },
      object(column) {
        const value = text(column, 20_000)
        if (value === null) return null
        const read = jsonObject(value)
        if (read === null) refuse(column, 'is not a JSON object')
        return read
      },
      own() {
        const kept: Record<string, string> = {}
        for (const [name, at] of own) {
          const value = cell(at)
          const problem = value === '' ? null : textProblem(value, 2_000, 1)
          if (problem) refuse(name, problem)
          else if (value !== '') kept[name] = value
        }
        return kept
      },
      name: () => `csv_${context.sha256.slice(0, 32)}_${String(line).padStart(9, '0')}`,
    }
    const beyond = cells.findIndex((_, at) => (meanings[at]?.kind ?? 'nameless') === 'nameless' && cell(at) !== '')
    if (beyond !== -1)
      refuse(
        null,
        beyond < meanings.length
          ? `has a value in column ${beyond + 1}, which has no name`
          : `has ${cells.length} values for ${meanings.length} columns`,
      )
    return { row, problems }
  }
  return { isBlank, open }
}

function textProblem(value: string, longest: number, shortest: number): string | null {
  if (value.length < shortest) return `is shorter than ${shortest} characters`
  if (value.length > longest) return `is longer than ${longest} characters`
  if (CONTROL.test(value)) return 'has a control character in it'
  return value.includes('\ufffd') ? 'has a character that could not be read: is the file saved as UTF-8?' : null
}

function jsonObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
