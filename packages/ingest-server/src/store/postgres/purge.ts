/** Forgetting what the retention time is over for, a little at a time, so that nobody waits long for it. */
import type { Statement } from './statement.ts'

const OLD = `SELECT key FROM payments WHERE test = $1 AND state <> 'recorded' AND updated_at < $2 AND whole IS NULL ORDER BY updated_at LIMIT $3`

const TOLD = 'SELECT key, ctid AS place FROM messages WHERE test = $1 AND created_at < $2 ORDER BY created_at LIMIT $3'

/**
 * Unrecorded payments first, then deliveries. A payment that counts for another (a charge for its invoice) is still needed; a
 * delivery that waits for a payment that is still here, too. Deliveries are found by their time, which nothing else orders.
 */
export const PURGE: readonly (Omit<Statement, 'values'> & { readonly counts: boolean })[] = [
  { name: 'purge_waits', counts: false, text: `DELETE FROM waits WHERE payment IN (${OLD})` },
  { name: 'purge_payments', counts: true, text: `DELETE FROM payments WHERE key IN (${OLD})` },
  {
    name: 'purge_deliveries',
    counts: true,
    text: `DELETE FROM deliveries WHERE (key, received_at) IN (
      SELECT d.key, d.received_at FROM deliveries AS d LEFT JOIN payments AS w ON w.key = d.waiting_on
      WHERE d.test = $1 AND d.received_at < $2 AND d.state <> 'failed' AND w.key IS NULL ORDER BY d.received_at LIMIT $3)`,
  },
  {
    name: 'purge_sends',
    counts: false,
    text: `DELETE FROM sends AS t USING (${TOLD}) AS m
      CROSS JOIN LATERAL (SELECT ctid AS place FROM sends WHERE message = m.key OFFSET 0) AS s WHERE t.ctid = s.place`,
  },
  {
    name: 'purge_messages',
    counts: true,
    text: `DELETE FROM messages AS t USING (${TOLD}) AS m WHERE t.ctid = m.place`,
  },
]
