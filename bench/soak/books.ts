/** The books in the end, held against what was promised: each customer, each amount, and every sum that the dashboard shows. */
import { setTimeout as wait } from 'node:timers/promises'
import type { ServerProcess } from '../../packages/ingest-server/test/support/server-process.ts'
import type { Mode } from '../../packages/ingest-server/src/facts.ts'
import { homePath } from './beside.ts'
import { expectedOf, type Tally } from './tally.ts'

type Row = Readonly<Record<string, unknown>>

export interface Audit {
  readonly wrong: string[]
  readonly found: Readonly<Record<string, number>>
}

async function exported(server: ServerProcess, type: string): Promise<Row[]> {
  const headers = { authorization: server.authorization('production') }
  const answer = await fetch(`${server.origin}/v1/export/${type}?format=ndjson`, { headers })
  return (await answer.text())
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row)
}

/** Resolves when no file is worked any more. */
export async function importsAreDone(server: ServerProcess): Promise<void> {
  const isOpen = ({ state }: Row): boolean => state !== 'done' && state !== 'failed'
  for (let tries = 0; tries < 300; tries++) {
    const { rdata } = await server.get('/v1/import?limit=100', 'production')
    if (!rdata.items.some(isOpen)) return
    await wait(200)
  }
  throw new Error('an import does not end')
}

const sum = (rows: readonly Row[], name: string): number => rows.reduce((all, row) => all + Number(row[name] ?? 0), 0)

/**
 * `headers` are those of a session of the dashboard. A visitor is sent on even while the database is gone: `notKept` clicks were
 * answered and, as the log says, not counted.
 */
export async function audit(
  server: ServerProcess,
  tally: Tally,
  headers: Readonly<Record<string, string>>,
  notKept: number,
): Promise<Audit> {
  const wrong: string[] = [...tally.faults]
  const same = (what: string, is: unknown, should: unknown): void => {
    if (is !== should) wrong.push(`${what}: ${String(is)} instead of ${String(should)}`)
  }
  const [customers, transactions] = [await exported(server, 'customers'), await exported(server, 'transactions')]
  const rewards = await exported(server, 'rewards')
  const paid = Map.groupBy(transactions, (row) => String(row['customer_key']))
  same('customers', customers.length, tally.customers.size)
  for (const row of customers) {
    const key = String(row['customer_key'])
    const expected = tally.customers.get(key)
    if (!expected) wrong.push(`${key} is a customer that nobody has made`)
    else same(`the partner of ${key}`, row['partner_key'], expected.partner)
  }
  for (const [key, { amounts, refunded }] of tally.customers) {
    const own = paid.get(key) ?? []
    const found = own.map((row) => Number(row['amount'])).sort((one, two) => one - two)
    same(`payments of ${key}`, found.join(' '), [...amounts].sort((one, two) => one - two).join(' '))
    same(`what ${key} got back`, sum(own, 'amount_refunded'), refunded)
  }
  const { payments, revenue, refunds } = expectedOf(tally)
  same('transactions', transactions.length, payments)
  same('their sum', sum(transactions, 'amount'), revenue)

  const homeOf = async (mode: Mode): Promise<Home> => {
    const answer = await fetch(server.origin + homePath(mode), { headers })
    return ((await answer.json()) as { readonly data: Home }).data
  }
  const [home, test] = [await homeOf('production'), await homeOf('test')]
  const shown = home.money.find(({ currency }) => currency === 'USD')?.now
  same('payments that Home counts', shown?.payments, payments)
  same('revenue that Home adds up', shown?.revenue, revenue)
  same('refunds that Home adds up', shown?.refunds, refunds)
  same('sign-ups that Home counts', home.counts.now.signups, tally.customers.size)
  same('rewards that Home adds up', shown?.rewards, sum(rewards, 'amount'))
  // Partners of one name are in both modes: the path of a link belongs to whichever was made first.
  const clicks = home.counts.now.clicks + test.counts.now.clicks
  const { answered, unanswered } = tally.clicks
  if (clicks < answered - notKept || clicks > answered + unanswered)
    wrong.push(`clicks: ${clicks} instead of ${answered - notKept} to ${answered + unanswered}`)
  const found = { customers: customers.length, transactions: transactions.length, rewards: rewards.length, clicks }
  return { wrong, found: { ...found, revenue: sum(transactions, 'amount'), refunds } }
}

interface Home {
  readonly counts: { readonly now: { readonly clicks: number; readonly signups: number } }
  readonly money: readonly {
    readonly currency: string
    readonly now: {
      readonly payments: number
      readonly revenue: number
      readonly refunds: number
      readonly rewards: number
    }
  }[]
}
