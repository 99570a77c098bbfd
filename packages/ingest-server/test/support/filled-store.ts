/** A store with rows in every table. */
import type { Store } from '../../src/store/store.ts'
import { importErrorRow, importRow } from './import-rows.ts'
import {
  changes,
  clickRow,
  customerRow,
  deliveryRow,
  ground,
  linkRow,
  paymentRow,
  platformIdRow,
  subscriptionRow,
} from './rows.ts'
import {
  actionRow,
  hookRow,
  idempotencyRow,
  messageRow,
  prospectRow,
  rewardRow,
  sendRow,
  triggerRow,
} from './reward-rows.ts'

export const CUSTOMERS = 2_500

export async function fill(store: Store): Promise<void> {
  const many = Array.from({ length: CUSTOMERS }, (_, n) =>
    customerRow({ key: `cus_${n}`, customerKey: `c${n}`, emailKey: `c${n}@shop.test`, meta: { n } }),
  )
  const waiting = paymentRow({ key: 'tran_w', sourceKey: 'ch_w', state: 'waiting', customer: null, partnerKey: null })
  await store.atomically((tx) =>
    tx.save(
      changes({
        ...ground(),
        ...{
          customers: many,
          links: [linkRow()],
          clicks: [clickRow()],
          platformIds: [platformIdRow()],
          payments: [paymentRow(), waiting],
        },
        waitingIds: [{ mode: 'production', provider: 'stripe', account: '', id: 'cus_9', customerKey: 'c9', at: 1 }],
        waits: [{ mode: 'production', hint: 'c:c9', payment: 'tran_w' }],
        ties: [{ mode: 'test', provider: 'stripe', account: '', part: 'pi_1', whole: 'in_1' }],
        subscriptions: [subscriptionRow()],
        ...{ triggers: [triggerRow()], rewards: [rewardRow()], actions: [actionRow({ customer: 'cus_1' })] },
        ...{ prospects: [prospectRow()], hooks: [hookRow()], messages: [messageRow()], sends: [sendRow()] },
        idempotency: [idempotencyRow()],
        ...{ imports: [importRow()], importErrors: [importErrorRow()] },
        deliveries: [{ row: deliveryRow(), body: Uint8Array.from([0, 255, 7]) }],
        audit: [
          { key: 'aud_1', mode: 'test', at: 1, actor: 'api', action: 'x', subject: 'y', detail: { a: [1, null, 'ü'] } },
        ],
      }),
    ),
  )
  await store.putSetting({ mode: 'production', name: 'currency', value: 'EUR' })
  await store.putSetting({ mode: 'test', name: 'currency', value: 'JPY' })
  await store.addAdmin({ name: 'admin', hash: 'scrypt', updatedAt: 1 })
  await store.putApiKey({
    publicKey: 'pk_1',
    mode: 'test',
    secretHash: 'h',
    trackingHash: 't',
    createdAt: 1,
    revokedAt: 2,
  })
  await store.putWebhook({
    mode: 'test',
    provider: 'stripe',
    tokens: [],
    username: null,
    passwords: [],
    secrets: [],
    recordFrom: [{ from: 'invoice', since: 3 }],
    currency: null,
    updatedAt: 1,
  })
}
