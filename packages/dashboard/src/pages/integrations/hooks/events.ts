/** What an outgoing webhook can be told of. */
import type { EventName } from '../../../../../ingest-server/src/ledger/events.ts'

const WHAT: Readonly<Record<EventName, string>> = {
  'partnership.created': 'A partner joined',
  'partnership.updated': 'Something of a partner changed',
  'customer.created': 'A customer signed up',
  'customer.updated': 'Something of a customer changed, or it came back',
  'customer.deleted': 'A customer was archived',
  'transaction.created': 'A payment has its customer',
  'transaction.updated': 'A part of it was refunded, or a refund failed',
  'transaction.deleted': 'It was taken back, or archived',
  'reward.created': 'Something was earned',
  'reward.updated': 'Its amount or its state changed, or it was taken back',
}

export const EVENTS = Object.entries(WHAT).map(([name, what]) => ({ name, what }))
