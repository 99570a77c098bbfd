/** The objects of the API, as the server's own shapes describe them. */
import type { z } from 'zod'
import type { Customer as CustomerShape } from '../../../ingest-server/src/objects/customer.ts'
import type { Delivery as DeliveryShape } from '../../../ingest-server/src/http/admin/objects.ts'
import type { Step as StepShape } from '../../../ingest-server/src/http/admin/steps.ts'
import type { TestReport as ReportShape } from '../../../ingest-server/src/http/admin/operations/test-reports.ts'
import type { Import as ImportShape } from '../../../ingest-server/src/objects/import.ts'
import type { Group as GroupShape } from '../../../ingest-server/src/objects/group.ts'
import type { Link as LinkShape } from '../../../ingest-server/src/objects/link.ts'
import type { Partnership } from '../../../ingest-server/src/objects/partnership.ts'
import type { Reward as RewardShape } from '../../../ingest-server/src/objects/reward.ts'
import type { Subscription as SubscriptionShape } from '../../../ingest-server/src/objects/subscription.ts'
import type { Transaction as TransactionShape } from '../../../ingest-server/src/objects/transaction.ts'
import type { Trigger as TriggerShape } from '../../../ingest-server/src/objects/trigger.ts'

export type Partner = z.output<typeof Partnership>
export type Customer = z.output<typeof CustomerShape>
export type Transaction = z.output<typeof TransactionShape>
export type Reward = z.output<typeof RewardShape>
export type RewardStatus = Reward['status']
export type Trigger = z.output<typeof TriggerShape>
export type Group = z.output<typeof GroupShape>
export type Link = z.output<typeof LinkShape>
export type Subscription = z.output<typeof SubscriptionShape>
export type Delivery = z.output<typeof DeliveryShape>
export type Import = z.output<typeof ImportShape>
export type TestStep = z.output<typeof StepShape>
export type TestReport = ReportShape

export interface Page<T> {
  readonly items: readonly T[]
  readonly has_more: boolean
}

export interface SessionData {
  readonly csrf_token: string
  readonly ends_at: number
  /** Whether the server's environment says which password it is. */
  readonly password_fixed: boolean
}
