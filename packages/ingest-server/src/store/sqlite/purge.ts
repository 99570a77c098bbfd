/** Forgetting what the retention time is over for, a little at a time, so that nobody waits long for it. */
import type { DatabaseSync } from 'node:sqlite'
import type { Configuration, Store } from '../store.ts'

/**
 * Unrecorded payments first, then deliveries. A payment that counts for another (a charge for its invoice) is still needed; a
 * delivery that waits for a payment that is still here, too. Deliveries are found by their time, which nothing else orders.
 */
export function preparePurge(db: DatabaseSync, atomically: Store['atomically']): Configuration['purge'] {
  const old = `SELECT key FROM payments WHERE test = ?1 AND state <> 'recorded' AND updated_at < ?2 AND whole IS NULL ORDER BY updated_at LIMIT ?3`
  const waits = db.prepare(`DELETE FROM waits WHERE payment IN (${old})`)
  const payments = db.prepare(`DELETE FROM payments WHERE key IN (${old})`)
  const deliveries = db.prepare(
    `DELETE FROM deliveries WHERE key IN (
       SELECT d.key FROM deliveries AS d LEFT JOIN payments AS w ON w.key = d.waiting_on
       WHERE d.test = ?1 AND d.received_at < ?2 AND d.state <> 'failed' AND w.key IS NULL ORDER BY d.received_at LIMIT ?3)`,
  )
  const told = 'SELECT key FROM messages WHERE test = ?1 AND created_at < ?2 ORDER BY created_at LIMIT ?3'
  const sends = db.prepare(`DELETE FROM sends WHERE message IN (${told})`)
  const messages = db.prepare(`DELETE FROM messages WHERE key IN (${told})`)
  return (mode, before, limit) =>
    atomically(() => {
      const test = mode === 'test' ? 1 : 0
      waits.run(test, before, limit)
      sends.run(test, before, limit)
      return [payments, deliveries, messages].reduce(
        (sum, one) => sum + Number(one.run(test, before, limit).changes),
        0,
      )
    })
}
