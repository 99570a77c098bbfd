/** Objects that only the dashboard shows. */
import { z } from 'zod'
import { SHOWN_STATES, type ListedState } from '../../inbox/listing.ts'
import { keyOrNull, time } from '../../objects/shapes.ts'
import type { AuditRow } from '../../store/rows.ts'

export const Delivery = z
  .strictObject({
    key: z.string(),
    provider: z.string().meta({ description: 'A platform, or `script`.' }),
    account: z.string(),
    event_id: z.string(),
    type: z.string(),
    state: z.enum(SHOWN_STATES),
    reason: z.string(),
    attempts: z.int(),
    changed: z.array(z.string()).meta({ description: 'Keys of the rows it changed.' }),
    customer: keyOrNull.meta({ description: '`cus_…`, once that is known.' }),
    received_at: time,
    updated_at: time,
  })
  .meta({ id: 'Delivery' })

export const deliveryObject = ({ row, state }: ListedState): z.input<typeof Delivery> => ({
  key: row.key,
  provider: row.provider,
  account: row.account,
  event_id: row.eventId,
  type: row.type,
  state,
  reason: row.reason,
  attempts: row.attempts,
  changed: [...row.changed],
  customer: row.customer,
  received_at: row.receivedAt,
  updated_at: row.updatedAt,
})

export const exampleDelivery: z.input<typeof Delivery> = {
  ...{ key: 'dlv_0SlGpYh3Kq9Zb1', provider: 'stripe', account: '', event_id: 'evt_1', type: 'charge.succeeded' },
  ...{ state: 'applied', reason: "recorded for customer 'user-42', credited to partner 'ada'", attempts: 1 },
  ...{ changed: ['tran_0SlGpYh3Kq9Zb1'], customer: 'cus_0SlGpYh3Kq9Zb1' },
  ...{ received_at: 1767225600000, updated_at: 1767225600000 },
}

export const AuditLine = z
  .strictObject({
    key: z.string(),
    at: time,
    actor: z.string(),
    action: z.string(),
    subject: z.string().meta({ description: 'What it is about.' }),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditLine' })

export const auditLine = ({ mode: _mode, ...line }: AuditRow): z.input<typeof AuditLine> => ({
  ...line,
  detail: { ...line.detail },
})

export const exampleLine: z.input<typeof AuditLine> = {
  ...{ key: 'aud_0SlGpYh3Kq9Zb1', at: 1767225600000, actor: 'admin', action: 'setting.change', subject: 'currency' },
  detail: { from: 'USD', to: 'EUR' },
}
