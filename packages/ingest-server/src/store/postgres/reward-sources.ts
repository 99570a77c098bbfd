/** Where a batch's rewards, triggers and actions are found on PostgreSQL. */
import { table as define } from '../columns.ts'
import type { Column } from '../columns.ts'
import type { CappedRewards, Wanted } from '../store.ts'
import type { Source, Where } from './sources.ts'

/** What names are made of, apart from the columns of the rows they find. */
const its = (columns: readonly Column[]): Column[] =>
  columns.map((column) => ({ ...column, name: `its_${column.name}` }))

const CAPPED = its(
  define<CappedRewards>('wanted', [], {
    ...{ trigger: 'text', event: 'text', customer: 'text', partner: 'text', limit: 'int' },
  }).columns,
)
const DUE = its(
  define<{ readonly until: number; readonly limit: number }>('wanted', [], { until: 'int', limit: 'int' }).columns,
)

type Name =
  'rewards' | 'rewardsFor' | 'rewardsOf' | 'capped' | 'due' | 'firstPaymentsOf' | 'triggers' | 'triggersOn' | 'actions'

interface Parts {
  words(into: Source['into'], ...where: (string | Where)[]): Source
  by(column: string): string
  readonly mode: string
}

export function rewardSources({ words, by, mode }: Parts): Record<Name & keyof Wanted, Source> {
  const through = (table: string): Where => ({
    is: `t.cause = w.key AND ${mode}`,
    through: `(SELECT key FROM ${table} WHERE customer = x.word OFFSET 0) AS w`,
  })
  /** The oldest causes first, so that it stops as soon as the cap is reached. */
  const capped = (event: string, table: string, whose: string): Where => ({
    is: `t.key = w.key AND ${mode}`,
    through: `(SELECT r.key FROM ${table} AS t CROSS JOIN LATERAL (SELECT key FROM rewards
        WHERE cause = t.key AND trigger_key = x.its_trigger AND part = 0 OFFSET 0) AS r
      WHERE x.its_event = '${event}' AND ${whose} ORDER BY t.created_at, t.key LIMIT x.its_limit) AS w`,
  })
  return {
    rewards: words('rewards', by('key')),
    rewardsFor: words('rewards', by('cause'), `t.payment = x.word AND t.trigger_key IS NULL AND ${mode}`),
    rewardsOf: words(
      'rewards',
      ...[through('payments'), through('actions'), by('cause')],
      `t.customer = x.word AND t.trigger_key IS NULL AND ${mode}`,
    ),
    capped: {
      into: 'rewards',
      columns: CAPPED,
      where: [
        capped('transaction', 'payments', `t.customer = x.its_customer AND t.archived IS DISTINCT FROM 'replaced'`),
        capped('action', 'actions', 't.customer = x.its_customer'),
        capped('action', 'actions', 't.test = $1 AND t.partner_key = x.its_partner AND t.customer IS NULL'),
      ],
    },
    due: {
      into: 'rewards',
      columns: DUE,
      where: [
        {
          is: 't.key = w.key',
          through: `(SELECT key FROM rewards WHERE test = $1 AND status = 'hold' AND hold_until IS NOT NULL
            AND hold_until <= x.its_until ORDER BY hold_until LIMIT x.its_limit) AS w`,
        },
      ],
    },
    firstPaymentsOf: words('payments', {
      is: `t.key = w.key AND ${mode}`,
      through: `(SELECT key FROM payments WHERE customer = x.word AND state = 'recorded' AND archived IS DISTINCT FROM 'replaced'
        ORDER BY created_at, key LIMIT 2) AS w`,
    }),
    triggers: words('triggers', by('key')),
    triggersOn: words('triggers', 't.test = $1 AND t.event = x.word'),
    actions: words('actions', by('external_key'), by('key')),
  }
}
