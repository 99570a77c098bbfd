/** Where the rows of each kind of name are found. */
import { table as define } from '../columns.ts'
import type { Column, Table } from '../columns.ts'
import type { Rows, SimilarPayment, Wanted } from '../store.ts'
import { namesOf } from './json.ts'
import { spanOf } from './key-time.ts'
import type { Span } from './key-time.ts'
import { rewardSources } from './reward-sources.ts'

export interface Source {
  readonly into: keyof Rows
  /** What a name is made of: `x` in the conditions. */
  readonly columns: readonly Column[]
  /** What crosses for a name, where that is more than itself. */
  readonly of?: (name: string) => object
  /** Each finds the rows of one name. */
  readonly where: readonly Where[]
}
export interface Where {
  readonly is: string
  /** Which of the names it can find anything by. */
  readonly of?: string
  /** Through which other rows: `w`. */
  readonly through?: string
}

export const WORD = define<{ readonly word: string }>('wanted', [], { word: 'text' }).columns
const words = (into: keyof Rows, ...where: (string | Where)[]): Source => ({
  into,
  columns: WORD,
  where: where.map((one) => (typeof one === 'string' ? { is: one } : one)),
})
/** `test + 0`, so that only the index of the name itself can serve, not one that begins with the mode. */
export const MODE = 't.test + 0 = $1'
const by = (column: string): string => `t.${column} = x.word AND ${MODE}`
export const UNCONFIRMED = `source = 'script' AND approved = 0 AND archived IS NULL`

export const SOURCES: Record<keyof Wanted, Source> = {
  partnerKeys: words('partners', by('partner_key')),
  partnerEmails: words('partners', `lower(t.email) = lower(x.word COLLATE "C") AND ${MODE}`),
  partners: words('partners', by('key')),
  groups: words('groups', by('slug'), by('key')),
  xids: {
    into: 'clicks',
    columns: define<Span & { readonly word: string }>('wanted', [], {
      word: 'text',
      from: 'int',
      to: 'int',
    }).columns.map((column) => ({ ...column, name: `its_${column.name}` })),
    of: (word) => ({ word, ...spanOf(word) }),
    where: [{ is: `t.xid = x.its_word AND t.created_at BETWEEN x.its_from AND x.its_to AND ${MODE}` }],
  },
  customerKeys: words('customers', by('customer_key')),
  customers: words('customers', by('key')),
  emails: words('customers', by('email_key')),
  platformIds: words('platformIds', by('id')),
  platformIdsOf: words('platformIds', by('customer')),
  waitingIds: words('waitingIds', by('id')),
  waitingFor: words('waitingIds', by('customer_key')),
  payments: words('payments', by('source_key'), by('given_key'), {
    is: by('key'),
    of: `starts_with(x.word, 'tran_')`,
  }),
  hints: words('payments', {
    is: 't.key = w.payment',
    through: `(SELECT payment FROM waits AS t WHERE ${by('hint')} OFFSET 0) AS w`,
  }),
  intents: words('payments', by('intent')),
  wholes: words('payments', by('whole')),
  tieParts: words('ties', by('part')),
  tieWholes: words('ties', by('whole')),
  subscriptions: words('subscriptions', by('id')),
  transactionsOf: words('payments', by('customer')),
  unconfirmedOf: words('payments', `${by('customer')} AND ${UNCONFIRMED}`),
  ...rewardSources({ words, by, mode: MODE }),
  prospects: words('prospects', by('external_key'), by('key')),
  calls: words('idempotency', by('id')),
  imports: words('imports', by('key')),
  linkPaths: words('links', 't.path = x.word AND $1::int IS NOT NULL'),
  similar: {
    into: 'payments',
    columns: define<SimilarPayment>('wanted', [], {
      ...{ customer: 'text', amount: 'int', currency: 'text', from: 'int', to: 'int' },
    }).columns.map((column) => ({ ...column, name: `its_${column.name}` })),
    where: [
      {
        is: `t.customer = x.its_customer AND ${MODE} AND t.created_at BETWEEN x.its_from AND x.its_to
          AND t.amount = x.its_amount AND t.currency = x.its_currency`,
      },
    ],
  },
  events: {
    into: 'deliveries',
    columns: define<{ readonly eventId: string; readonly provider: string; readonly account: string }>('wanted', [], {
      ...{ eventId: 'text', provider: 'text', account: 'text' },
    }).columns,
    where: [{ is: `t.event_id = x.event_id AND t.provider = x.provider AND t.account = x.account AND ${MODE}` }],
  },
}

/**
 * The rows of a table for each of some `names`, a list of rows called `x`. `OFFSET 0` keeps the planner from turning it round:
 * each name on the outside is one look-up in an index, however small the table was when the plan was made.
 */
export const lookUp = (table: Table<unknown>, names: string, { is, of, through }: Where): string =>
  `SELECT f.* FROM ${of === undefined ? names : `(SELECT * FROM ${names} WHERE ${of}) AS x`}
    ${through === undefined ? '' : `CROSS JOIN LATERAL ${through}`}
    CROSS JOIN LATERAL (SELECT ${namesOf(table)
      .map((name) => `t.${name}`)
      .join(', ')} FROM ${table.name} AS t WHERE ${is} OFFSET 0) AS f`
