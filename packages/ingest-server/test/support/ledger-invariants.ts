/** What holds of the books at every moment, whatever has come and whatever has not. */
import type { CustomerRow, PaymentRow } from '../../src/store/rows.ts'
import { linkName } from '../../src/ledger/parking.ts'
import { DAY } from './ledger-facts.ts'
import { nameOf } from './ledger-snapshot.ts'
import type { Everything } from './ledger-snapshot.ts'

/** The customer that a waiting payment's firm hints name. */
function matchOf(rows: Everything, { evidence, createdAt, source, account }: PaymentRow): CustomerRow | undefined {
  const { customerKey, platform } = evidence?.who ?? { customerKey: null, platform: null }
  const byKey = rows.customers.find((customer) => customer.customerKey === customerKey)
  if (byKey || platform === null) return byKey
  const ids = rows.platformIds.filter(({ id, since }) => id === platform.id && (since === null || createdAt >= since))
  const exact = ids.find((row) => row.provider === source && row.account === account)
  const id = exact ?? ids.find(({ provider }) => provider === '')
  return rows.customers.find(({ key }) => key === id?.customer)
}

function transactionProblems(rows: Everything, row: PaymentRow, parkingDays: number): string[] {
  const customer = rows.customers.find(({ key }) => key === row.customer)
  const reversed = row.refunded > 0 && row.refunded === row.amount
  const twin = rows.payments.find((other) => other.source === 'api' && other.sourceKey === row.sourceKey)
  return [
    ...(customer ? [] : ['has no customer']),
    ...(customer?.partnerKey === row.partnerKey ? [] : ["is not its customer's partner's"]),
    ...(row.refunded >= 0 && row.refunded <= row.amount ? [] : ['has a net amount below 0']),
    ...(row.archived === null && reversed ? ['is fully reversed and not archived'] : []),
    ...(row.archived === 'reversed' && row.refunded === 0 ? ['is archived, and nothing was taken back'] : []),
    ...(row.source === 'api' || !twin || twin.customer !== row.customer ? [] : ['is there twice']),
    ...(row.source !== 'stripe' || !customer || customer.createdAt <= row.createdAt + parkingDays * DAY
      ? []
      : ['is credited to a customer that signed up too late']),
    ...(rows.waits.some(({ payment }) => payment === row.key) ? ['is recorded and still waits'] : []),
  ]
}

function waitingProblems(rows: Everything, row: PaymentRow, parkingDays: number): string[] {
  const match = matchOf(rows, row)
  return match && match.createdAt <= row.createdAt + parkingDays * DAY
    ? [`waits, though '${match.customerKey}' is here`]
    : []
}

/** In words, what does not hold. */
export function problemsOf(rows: Everything, { parkingDays = 30 } = {}): string[] {
  const links = rows.waitingIds.map((row) => linkName(row.mode, row, row.customerKey))
  const unrecorded = rows.payments.filter(({ state }) => state !== 'recorded').map(({ key }) => key)
  const waitedFor = new Set([...links, ...unrecorded])
  const parked = rows.deliveries.filter(({ state }) => state === 'parked')
  const linked = rows.waitingIds.filter(({ customerKey }) =>
    rows.customers.some((row) => row.customerKey === customerKey),
  )
  return [
    ...rows.payments.flatMap((row) => {
      const check = { recorded: transactionProblems, waiting: waitingProblems, evidence: () => [] }[row.state]
      return check(rows, row, parkingDays).map((problem) => `${nameOf(row)} ${problem}`)
    }),
    ...linked.map(({ id, customerKey }) => `the link of ${id} waits, though '${customerKey}' is here`),
    ...parked
      .filter(({ waitingOn }) => waitingOn !== null && !waitedFor.has(waitingOn))
      .map(({ eventId }) => `${eventId} is parked on what is there`),
    ...rows.deliveries.filter(({ state }) => state === 'failed').map(({ eventId }) => `${eventId} failed`),
  ]
}
