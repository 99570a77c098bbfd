/** How a batch's rewards, triggers and actions are found on SQLite. */
import type { Wanted } from '../store.ts'

/** `+t.test`, so that only the index of the name itself can serve, not one that begins with the mode. */
const by = (table: string, column: string): string =>
  `SELECT t.* FROM json_each(?2) AS name CROSS JOIN ${table} AS t ON t.${column} = name.value AND +t.test = ?1`
const through = (table: string): string =>
  `SELECT t.* FROM json_each(?2) AS name CROSS JOIN ${table} AS x ON x.customer = name.value
     CROSS JOIN rewards AS t ON t.cause = x.key AND +t.test = ?1`

/** The oldest causes first, so that it stops as soon as the cap is reached. */
const capped = (event: string, table: string, whose: string): string =>
  `SELECT t.* FROM ${table} AS x CROSS JOIN rewards AS t ON t.cause = x.key AND t.trigger_key = ?2 ->> 'trigger' AND t.part = 0
   WHERE ?2 ->> 'event' = '${event}' AND ${whose} AND +t.test = ?1
   ORDER BY x.created_at, x.key LIMIT CAST(?2 ->> 'limit' AS INTEGER)`

type Name =
  'rewards' | 'rewardsFor' | 'rewardsOf' | 'capped' | 'due' | 'firstPaymentsOf' | 'triggers' | 'triggersOn' | 'actions'

export const REWARD_QUERIES = {
  rewards: { into: 'rewards', sql: [by('rewards', 'key')] },
  rewardsFor: {
    into: 'rewards',
    sql: [by('rewards', 'cause'), `${by('rewards', 'payment')} AND t.trigger_key IS NULL`],
  },
  rewardsOf: {
    into: 'rewards',
    sql: [
      ...[through('payments'), through('actions'), by('rewards', 'cause')],
      `${by('rewards', 'customer')} AND t.trigger_key IS NULL`,
    ],
  },
  capped: {
    into: 'rewards',
    sql: [
      capped('transaction', 'payments', `x.customer = ?2 ->> 'customer' AND x.archived IS NOT 'replaced'`),
      capped('action', 'actions', `x.customer = ?2 ->> 'customer'`),
      capped('action', 'actions', `x.test = ?1 AND x.partner_key = ?2 ->> 'partner' AND x.customer IS NULL`),
    ],
    each: true,
  },
  due: {
    into: 'rewards',
    sql: [
      `SELECT t.* FROM rewards AS t WHERE t.test = ?1 AND t.status = 'hold' AND t.hold_until <= CAST(?2 ->> 'until' AS INTEGER)
       AND t.hold_until IS NOT NULL ORDER BY t.hold_until LIMIT CAST(?2 ->> 'limit' AS INTEGER)`,
    ],
    each: true,
  },
  firstPaymentsOf: {
    into: 'payments',
    sql: [
      `SELECT t.* FROM payments AS t WHERE t.customer = ?2 ->> '$' AND +t.test = ?1 AND t.state = 'recorded'
       AND t.archived IS NOT 'replaced' ORDER BY t.created_at, t.key LIMIT 2`,
    ],
    each: true,
  },
  triggers: { into: 'triggers', sql: [by('triggers', 'key')] },
  triggersOn: {
    into: 'triggers',
    sql: [`SELECT t.* FROM json_each(?2) AS name CROSS JOIN triggers AS t ON t.test = ?1 AND t.event = name.value`],
  },
  actions: { into: 'actions', sql: [by('actions', 'external_key'), by('actions', 'key')] },
} as const satisfies Record<Name & keyof Wanted, unknown>
