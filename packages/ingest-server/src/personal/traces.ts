/** What of each kind of row says who a person is: the same row without it, or null where it says nothing. */
import { isObject } from '../inbox/json.ts'
import type { ScrubbedTable } from '../store/erasing.ts'
import type { IdempotencyRow, MessageRow } from '../store/hook-rows.ts'
import type { ImportErrorRow } from '../store/import-rows.ts'
import type { ProspectRow } from '../store/reward-rows.ts'
import type { AuditRow, DeliveryRow } from '../store/rows.ts'
import type { DumpedRow } from '../store/store.ts'
import type { Person } from './person.ts'
import { OF_PERSON, setAll, type Words } from './words.ts'

/** Told of a delivery that cannot be emptied yet. */
type Kept = (key: string) => void

const bodyText = ({ body }: DumpedRow): string => (body ? Buffer.from(body).toString('utf8') : '')

/** A sign-up names whom it is about, known or not. */
function isSignupOf({ customerKey }: Person, { provider }: DeliveryRow, text: string): boolean {
  if (provider !== 'script' && provider !== 'conversion') return false
  try {
    const said: unknown = JSON.parse(text)
    return isObject(said) && [said['customer_key'], said['key']].includes(customerKey)
  } catch {
    return false // what was never JSON names nobody
  }
}

/** What failed by our fault, or waits for its match, is money that is still to be found: it goes once it is. */
const mayNotGo = ({ state }: DeliveryRow): boolean => state === 'failed' || state === 'parked'

function ofDelivery(person: Person, words: Words, dumped: DumpedRow, kept: Kept): DeliveryRow | null {
  const row = dumped.row as DeliveryRow
  const text = bodyText(dumped)
  const isTheirs =
    [row.subject ?? '', ...row.changed].some((key) => person.rows.has(key)) ||
    words.mention(text) ||
    words.mention(row.reason) ||
    person.ids.some((id) => text.includes(id)) ||
    isSignupOf(person, row, text)
  if (!isTheirs || (text === '' && !words.mention(row.reason))) return null
  if (!mayNotGo(row)) return { ...row, headers: {}, reason: words.without(row.reason, true) }
  kept(row.key)
  return null
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

function ofMessage(person: Person, words: Words, row: MessageRow): MessageRow | null {
  const data = words.withoutAll(row.data, person.rows.has(row.subject))
  return same(data, row.data) ? null : { ...row, data }
}

function ofAudit(person: Person, words: Words, row: AuditRow): AuditRow | null {
  const isTheirs = person.rows.has(row.subject)
  const { meta: _meta, ...rest } = row.detail
  const detail = words.withoutAll(row.subject === person.key ? rest : row.detail, isTheirs)
  return same(detail, row.detail) ? null : { ...row, detail }
}

function ofCall(words: Words, row: IdempotencyRow): IdempotencyRow | null {
  const receipt = words.withoutAll(row.receipt, false)
  return same(receipt, row.receipt) ? null : { ...row, receipt }
}

/** A refused line is mended from the vendor's own file: here it is told by its number alone. */
function ofImportError({ customerKey }: Person, words: Words, row: ImportErrorRow): ImportErrorRow | null {
  const cells = row.raw.split(/[,;\t\r\n]/).map((cell) => cell.replaceAll('"', '').trim())
  if (!words.mention(row.raw) && !words.mention(row.reason) && !cells.includes(customerKey)) return null
  return { ...row, raw: '', reason: words.without(row.reason, true) }
}

function ofProspect(person: Person, words: Words, row: ProspectRow): ProspectRow | null {
  const isTheirs = row.customer === person.key || words.mention(JSON.stringify(row.data))
  if (!isTheirs) return null
  const gone = { ...setAll(row.data, OF_PERSON, null), ...setAll(row.data, ['fields', 'meta'], {}) }
  const data = words.withoutAll({ ...row.data, ...gone }, true)
  return same(data, row.data) ? null : { ...row, data }
}

/** The tables that are looked through from end to end. */
export const SWEPT = [
  'deliveries',
  'messages',
  'audit',
  'idempotency',
  'importErrors',
  'prospects',
] as const satisfies readonly ScrubbedTable[]
export type SweptTable = (typeof SWEPT)[number]

export function withoutTraces(
  table: SweptTable,
  person: Person,
  words: Words,
  dumped: DumpedRow,
  kept: Kept,
): object | null {
  const { row } = dumped
  switch (table) {
    case 'deliveries':
      return ofDelivery(person, words, dumped, kept)
    case 'messages':
      return ofMessage(person, words, row as MessageRow)
    case 'audit':
      return ofAudit(person, words, row as AuditRow)
    case 'idempotency':
      return ofCall(words, row as IdempotencyRow)
    case 'importErrors':
      return ofImportError(person, words, row as ImportErrorRow)
    case 'prospects':
      return ofProspect(person, words, row as ProspectRow)
  }
}
