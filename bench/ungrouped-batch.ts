/** Stands in for `ledger/batch.ts`: no queue, no batch, no waiting for the next turn of the event loop. */
import type { BatchOptions, Batcher } from '../packages/ingest-server/src/ledger/batch.ts'

export function batcher<In, Out>({ work }: BatchOptions<In, Out>): Batcher<In, Out> {
  const underWay = new Set<Promise<unknown>>()
  return {
    async add(input) {
      const mine = work([input])
      underWay.add(mine)
      try {
        return (await mine)[0] as Out
      } finally {
        underWay.delete(mine)
      }
    },
    async idle() {
      await Promise.allSettled(underWay)
    },
  }
}
