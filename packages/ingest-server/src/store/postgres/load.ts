/** Reads the rows a batch touches in one statement, fed with all names of a kind at once, each of them one look-up in an index. */
import type { Mode } from '../../facts.ts'
import type { Table } from '../columns.ts'
import type { Rows, Wanted } from '../store.ts'
import { forLoaded } from '../table-order.ts'
import * as tables from '../tables.ts'
import { fromJson, namesOf, toJson } from './json.ts'
import type { Statement } from './statement.ts'

type Name = keyof Wanted

/** `$names` stands for the parameter that brings the names of a kind. */
const WORDS = 'json_array_elements_text($names) AS wanted (word)'

interface Source {
  readonly into: keyof Rows
  readonly names: string
  /** Each finds the rows of one name. */
  readonly where: readonly string[]
}

const words = (into: keyof Rows, ...where: string[]): Source => ({ into, names: WORDS, where })
/** `test + 0`, so that only the index of the name itself can serve, not one that begins with the mode. */
const MODE = 't.test + 0 = $1'
const by = (column: string): string => `t.${column} = word AND ${MODE}`

/** Where the rows of each kind of name are found. */
const SOURCES: Record<Name, Source> = {
  partnerKeys: words('partners', by('partner_key')),
  partnerEmails: words('partners', `lower(t.email) = lower(word COLLATE "C") AND ${MODE}`),
  groups: words('groups', by('slug'), by('key')),
  xids: words('clicks', by('xid')),
  customerKeys: words('customers', by('customer_key')),
  customers: words('customers', by('key')),
  emails: words('customers', by('email_key')),
  platformIds: words('platformIds', by('id')),
  platformIdsOf: words('platformIds', by('customer')),
  waitingIds: words('waitingIds', by('id')),
  waitingFor: words('waitingIds', by('customer_key')),
  payments: words('payments', by('source_key'), by('given_key'), by('key')),
  hints: {
    into: 'payments',
    names: `${WORDS} CROSS JOIN LATERAL (SELECT payment FROM waits AS t WHERE ${by('hint')} OFFSET 0) AS w`,
    where: ['t.key = w.payment'],
  },
  intents: words('payments', by('intent')),
  wholes: words('payments', by('whole')),
  tieParts: words('ties', by('part')),
  tieWholes: words('ties', by('whole')),
  subscriptions: words('subscriptions', by('id')),
  unconfirmedOf: words('payments', `${by('customer')} AND source = 'script' AND approved = 0 AND archived IS NULL`),
  calls: words('idempotency', by('id')),
  linkPaths: words('links', 't.path = word AND $1::int IS NOT NULL'),
  similar: {
    into: 'payments',
    names:
      'json_to_recordset($names) AS wanted (customer text, "from" bigint, "to" bigint, amount bigint, currency text)',
    where: [
      `t.customer = wanted.customer AND ${MODE} AND t.created_at BETWEEN wanted."from" AND wanted."to"
       AND t.amount = wanted.amount AND t.currency = wanted.currency`,
    ],
  },
  events: {
    into: 'deliveries',
    names: 'json_to_recordset($names) AS wanted ("eventId" text, provider text, account text)',
    where: [
      `t.event_id = wanted."eventId" AND t.provider = wanted.provider AND t.account = wanted.account AND ${MODE}`,
    ],
  },
}

/**
 * `OFFSET 0` keeps the planner from turning it round: each name on the outside is one look-up in an index, however small the
 * table was when the plan was made.
 */
const lookUp = (table: Table<unknown>, names: string, where: string): string =>
  `SELECT f.* FROM ${names} CROSS JOIN LATERAL (SELECT ${namesOf(table)
    .map((name) => `t.${name}`)
    .join(', ')} FROM ${table.name} AS t WHERE ${where} OFFSET 0) AS f`

const NAMES = Object.keys(SOURCES) as Name[]
const built = new Map<string, { readonly sql: string; readonly into: readonly (keyof Rows)[] }>()

/** The statement for these kinds of names: a column of JSON for every table they lead to. */
function build(kinds: readonly Name[]): { readonly sql: string; readonly into: readonly (keyof Rows)[] } {
  const found = new Map<keyof Rows, string[]>()
  kinds.forEach((kind, index) => {
    const { into, names, where } = SOURCES[kind]
    const brought = names.replaceAll('$names', `$${index + 2}::json`)
    found.set(into, [...(found.get(into) ?? []), ...where.map((one) => lookUp(tables[into], brought, one))])
  })
  if (found.has('payments')) {
    const unrecorded = "(SELECT key FROM payments_found WHERE state <> 'recorded') AS p"
    found.set('waits', [lookUp(tables.waits, unrecorded, `t.payment = p.key AND ${MODE}`)])
  }
  const into = [...found.keys()]
  const parts = into.map((name) => {
    const rows = (found.get(name) ?? []).join(' UNION ALL ')
    return `${tables[name].name}_found AS MATERIALIZED (${rows})`
  })
  const columns = into.map((name, index) => `(SELECT json_agg(r) FROM ${tables[name].name}_found AS r) AS c${index}`)
  return { sql: `WITH ${parts.join(', ')} SELECT ${columns.join(', ')}`, into }
}

/** The statement that loads `wanted`, or null where it names nothing. */
export function loadStatement(
  mode: Mode,
  wanted: Wanted,
): (Statement & { readonly into: readonly (keyof Rows)[] }) | null {
  const lists = NAMES.map((name) => [name, [...(wanted[name] ?? [])]] as const).filter(([, list]) => list.length > 0)
  if (lists.length === 0) return null
  const kinds = lists.map(([name]) => name)
  const id = kinds.map((kind) => NAMES.indexOf(kind).toString(36)).join('')
  const { sql, into } = built.get(id) ?? build(kinds)
  built.set(id, { sql, into })
  return {
    name: `load_${id}`,
    text: sql,
    values: [mode === 'test' ? 1 : 0, ...lists.map(([, list]) => toJson(list))],
    into,
  }
}

/** The rows of an answer, each once however many names found it. */
export function rowsOf(into: readonly (keyof Rows)[], record: Record<string, string | null>): Rows {
  const rows: Record<keyof Rows, unknown[]> = forLoaded((): unknown[] => [])
  into.forEach((name, index) => {
    const table = tables[name]
    const text = record[`c${index}`]
    const seen = new Set<string>()
    for (const found of text ? (JSON.parse(text) as Record<string, unknown>[]) : []) {
      const key = table.key.map((column) => found[column]).join('\n')
      if (seen.has(key)) continue
      seen.add(key)
      rows[name].push(fromJson(table, found))
    }
  })
  return rows as unknown as Rows
}
