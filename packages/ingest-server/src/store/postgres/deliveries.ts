/** Reading the inbox. */
import type { Reads } from '../store.ts'
import type { Ask } from './ask.ts'
import { spanOf } from './key-time.ts'
import { DELIVERIES, listedDelivery, testOf } from './views.ts'

/** A condition with `?` for each value it binds. */
type Condition = readonly [sql: string, ...values: unknown[]]

export function deliveryReads(ask: Ask): Pick<Reads, 'deliveries' | 'delivery' | 'deliveryBody'> {
  return {
    async deliveries(query) {
      const filters: Condition[] = [['t.test = ?', testOf(query.mode)]]
      if (query.customer !== undefined || query.hints !== undefined) {
        // By indexes of their own: as conditions joined by OR they would be looked for in every row.
        const theirs = `t.key IN (SELECT key FROM deliveries WHERE subject = ? UNION
          SELECT d.key FROM payments AS p JOIN deliveries AS d ON d.subject = p.key WHERE p.customer = ? UNION
          SELECT d.key FROM waits AS h JOIN deliveries AS d ON d.waiting_on = h.payment WHERE h.test = ? AND h.hint = ANY (?::text[]))`
        const customer = query.customer ?? ''
        filters.push([theirs, customer, customer, testOf(query.mode), query.hints ?? []])
      }
      if (query.waitingBefore !== undefined) filters.push(['w.created_at < ?', query.waitingBefore])
      if (query.notWaitingBefore !== undefined)
        filters.push(['(w.key IS NULL OR w.created_at >= ?)', query.notWaitingBefore])
      // One by itself is compared within the index; of several each row would be looked up first.
      if (query.states?.length === 1) filters.push(['t.state = ?', query.states[0]])
      else if (query.states) filters.push(['t.state = ANY (?::text[])', query.states])
      if (query.provider !== undefined) filters.push(['t.provider = ?', query.provider])
      if (query.since !== undefined) filters.push(['t.received_at >= ?', query.since])
      if (query.until !== undefined) filters.push(['t.received_at <= ?', query.until])
      if (query.startingAfter !== undefined) {
        const cursor = '(SELECT received_at, key FROM deliveries WHERE key = ?)'
        filters.push([`(t.received_at, t.key) < ${cursor}`, query.startingAfter])
      }
      const rows = await ask(
        `${DELIVERIES}
         WHERE ${filters.map(([sql]) => sql).join(' AND ')} ORDER BY t.received_at DESC, t.key DESC LIMIT ?`,
        ...filters.flatMap(([, ...values]) => values),
        query.limit + 1,
      )
      const items = rows.slice(0, query.limit).map(listedDelivery)
      return { items, hasMore: rows.length > query.limit }
    },
    async delivery(key) {
      const { from, to } = spanOf(key)
      const [row] = await ask(`${DELIVERIES} WHERE t.key = ? AND t.received_at BETWEEN ? AND ?`, key, from, to)
      return row ? listedDelivery(row) : null
    },
    async deliveryBody(key) {
      const { from, to } = spanOf(key)
      const [row] = await ask(
        'SELECT body FROM deliveries WHERE key = ? AND received_at BETWEEN ? AND ?',
        key,
        from,
        to,
      )
      const body = row?.['body'] as Uint8Array | undefined
      return body?.length ? body : null
    },
  }
}
