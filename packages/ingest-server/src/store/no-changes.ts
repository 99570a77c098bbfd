/** Changes that change nothing: what a writer of some of them starts from. */
import type { Changes } from './store.ts'

export const NO_CHANGES: Changes = {
  ...{ groups: [], partners: [], links: [], clicks: [], customers: [], platformIds: [], waitingIds: [], payments: [] },
  ...{ waits: [], ties: [], subscriptions: [], deliveries: [], audit: [], released: [], reattributed: [], rollups: [] },
  ...{ triggers: [], rewards: [], actions: [], prospects: [], hooks: [], messages: [], sends: [], idempotency: [] },
  ...{ imports: [], importErrors: [], paid: [], sums: [] },
  removed: { platformIds: [], waitingIds: [], waits: [], payments: [] },
}
