/** How lists are narrowed: the same on every engine, but for how sets are written. */
import type { Bound, Filter } from './listing.ts'
import type { PartnersQuery } from './partnerships.ts'
import type { ProspectsQuery } from './prospects.ts'
import type { CustomersQuery, PageQuery, TransactionsQuery } from './queries.ts'
import type { ActionsQuery, RewardsQuery, TriggersQuery } from './reward-reads.ts'
import type { RewardStatus } from './reward-rows.ts'

export interface FilterDialect {
  /** What `t.<column>` is one of, as a condition with one `?`. */
  oneOf(column: string): string
  /** What is bound for it. */
  texts(values: readonly string[]): Bound
  /** What `t.<column>` is one of is selected first, and then looked up. */
  someOf(column: string, select: string): string
  /** A partner's e-mail, whatever the case. */
  readonly email: string
  /** The function that says where a text stands in another. */
  readonly position: 'instr' | 'strpos'
}

const testOf = ({ mode }: PageQuery): number => (mode === 'test' ? 1 : 0)

/** The key of a group named by slug or key; binds mode, then the name twice. */
const GROUP_KEY = '(SELECT key FROM groups WHERE test = ? AND (slug = ? OR key = ?))'
const groupValues = (query: PageQuery, group: string): Bound[] => [testOf(query), group, group]

/** Nothing where nothing was asked for. */
const asked = <T>(value: T | undefined, filter: (value: T) => Filter): Filter[] =>
  value === undefined ? [] : [filter(value)]

/** Rows of a partner, of which an index knows the order they were made in. */
function ofPartner(query: PageQuery & { readonly partnerKey?: string; readonly partnershipKey?: string }): Filter[] {
  const index = { along: 'mode', inOrderOf: 'created_at' } as const
  return [
    ...asked(query.partnerKey, (key) => ({ sql: 't.partner_key = ?', values: [key], ...index })),
    ...asked(query.partnershipKey, (key) => ({
      // Of the mode, but not by an index that begins with it.
      sql: 't.partner_key = (SELECT partner_key FROM partners WHERE test + 0 = ? AND key = ?)',
      values: [testOf(query), key],
      ...index,
    })),
  ]
}

/**
 * Rows that have these letters in one of the texts: each is looked at, along the list's own order, until the page is full. The
 * texts are put together, line by line, because looking through one is cheaper than through each of them.
 */
const lettersIn = (letters: string, texts: readonly string[], { position }: FilterDialect): Filter => ({
  sql: `${position}(lower(concat_ws('\n', ${texts.join(', ')})), lower(?)) > 0`,
  values: [letters],
})
const CUSTOMER_TEXTS = ['t.customer_key', 't.email', 't.name', 't.provider_key']
const PARTNER_TEXTS = ['t.partner_key', 't.email', `coalesce(t.first_name, '') || ' ' || coalesce(t.last_name, '')`]

const PARTNERS = `SELECT partner_key FROM partners WHERE group_key = ${GROUP_KEY}`

export const customerFilters = (query: CustomersQuery, dialect: FilterDialect): Filter[] => [
  ...asked(query.customerKeys, (keys) => ({
    sql: dialect.oneOf('customer_key'),
    values: [dialect.texts(keys)],
    along: 'mode',
  })),
  ...asked(query.email, (email) => ({ sql: 't.email_key = ?', values: [email], along: 'mode' })),
  ...asked(query.search, (letters) => lettersIn(letters, CUSTOMER_TEXTS, dialect)),
  ...ofPartner(query),
  ...asked(query.flagged, (flagged) =>
    flagged
      ? { sql: 't.flagged_at IS NOT NULL', values: [], along: 'mode', inOrderOf: 'created_at' }
      : { sql: 't.flagged_at IS NULL', values: [] },
  ),
  ...asked(query.group, (group) => ({
    ...{ sql: dialect.someOf('partner_key', PARTNERS), tested: `t.partner_key IN (${PARTNERS})` },
    ...{ values: groupValues(query, group), along: 'mode' },
  })),
]

/** Of a customer, along an index of its own. */
const ofCustomer = (customer: string | undefined): Filter[] =>
  asked(customer, (key) => ({ sql: 't.customer = ?', values: [key], along: 'own', inOrderOf: 'created_at' }))

export const transactionFilters = (query: TransactionsQuery): Filter[] => [
  ...ofCustomer(query.customer),
  ...ofPartner(query),
]

export const partnerFilters = (query: PartnersQuery, dialect: FilterDialect): Filter[] => [
  ...asked(query.partnerKeys, (keys) => ({
    sql: dialect.oneOf('partner_key'),
    values: [dialect.texts(keys)],
    along: 'mode',
  })),
  ...asked(query.partnershipKey, (key) => ({ sql: 't.key = ?', values: [key], along: 'own' })),
  ...asked(query.email, (address) => ({ sql: dialect.email, values: [address], along: 'mode' })),
  ...asked(query.search, (letters) => lettersIn(letters, PARTNER_TEXTS, dialect)),
  ...asked(query.group, (group) => ({
    ...{ sql: `t.group_key = ${GROUP_KEY}`, values: groupValues(query, group) },
    ...{ along: 'own', inOrderOf: 'created_at' },
  })),
]

export const prospectFilters = (query: ProspectsQuery): Filter[] => [
  ...asked(query.externalKey, (key) => ({ sql: 't.external_key = ?', values: [key], along: 'mode' })),
  ...ofPartner(query),
  ...asked(query.group, (group) => ({
    sql: `coalesce(t.group_key, (SELECT p.group_key FROM partners AS p WHERE p.test = t.test AND p.partner_key = t.partner_key)) = ${GROUP_KEY}`,
    values: groupValues(query, group),
  })),
]

/** A customer's, through what it earned them by: an index by customer would touch another page for every charge. */
export const REWARDS_OF_CUSTOMER = `SELECT r.key FROM payments AS x JOIN rewards AS r ON r.cause = x.key WHERE x.customer = ?
  UNION ALL SELECT r.key FROM actions AS x JOIN rewards AS r ON r.cause = x.key WHERE x.customer = ?
  UNION ALL SELECT key FROM rewards WHERE cause = ?
  UNION ALL SELECT key FROM rewards WHERE customer = ? AND trigger_key IS NULL`
const REWARDS_OF_PAYMENT = `SELECT key FROM rewards WHERE cause = ?
  UNION ALL SELECT key FROM rewards WHERE payment = ? AND trigger_key IS NULL`

/** What was paid is in time nearly everything, and has no index by status; all else has. */
export const IS_UNPAID = `status <> 'paid'`

function ofStatuses(statuses: readonly RewardStatus[]): Filter {
  const sql = `t.status IN (${statuses.map(() => '?').join(', ') || 'NULL'})`
  if (statuses.includes('paid')) return { sql, values: statuses }
  const unpaid = { sql: `${sql} AND t.${IS_UNPAID}`, values: statuses, along: 'mode' } as const
  // Of several statuses each has an order of its own.
  return statuses.length === 1 ? { ...unpaid, inOrderOf: 'created_at' } : unpaid
}

export const rewardFilters = (query: RewardsQuery, { someOf }: FilterDialect): Filter[] => [
  ...asked(query.customer, (key) => ({
    ...{ sql: someOf('key', REWARDS_OF_CUSTOMER), values: [key, key, key, key], along: 'own' },
  })),
  ...asked(query.payment, (key) => ({ sql: someOf('key', REWARDS_OF_PAYMENT), values: [key, key], along: 'own' })),
  ...ofPartner(query),
  ...asked(query.statuses, ofStatuses),
  ...asked(query.trigger, (key) => ({ sql: 't.trigger_key = ?', values: [key] })),
  ...asked(query.currency, (code) => ({ sql: 't.currency = ?', values: [code] })),
]

export const triggerFilters = ({ event }: TriggersQuery): Filter[] =>
  asked(event, (said) => ({ sql: 't.event = ?', values: [said] }))

export const actionFilters = (query: ActionsQuery): Filter[] => [
  ...ofCustomer(query.customer),
  ...ofPartner(query),
  ...asked(query.type, (type) => ({ sql: 't.type = ?', values: [type] })),
]

export const linkFilters = (query: PageQuery & { readonly partnerKey: string }): Filter[] => ofPartner(query)
