/** What a partner earns. */
import { z } from 'zod'
import type { RewardView } from '../store/reward-reads.ts'
import { REWARD_STATUSES, type RewardStatus } from '../store/reward-rows.ts'
import type { GroupRow } from '../store/rows.ts'
import { Company } from './company.ts'
import { currencyCode, money, textOrNull, time } from './shapes.ts'

export { REWARD_STATUSES }
export const PAYMENT_STATUSES = ['pending', 'available', 'paid_externally'] as const

/** What a partner is told of its money. */
export const PAYMENT_OF: Readonly<Record<RewardStatus, (typeof PAYMENT_STATUSES)[number] | null>> = {
  hold: 'pending',
  pending: 'pending',
  approved: 'available',
  paid: 'paid_externally',
  declined: null,
}

const group = z.strictObject({ key: z.string(), name: z.string(), slug: z.string() }).nullable()

export const Reward = z
  .strictObject({
    key: z.string(),
    amount: money,
    amount_usd: z.int().nullable().meta({ description: 'Null: amounts are never converted without rates.' }),
    currency: currencyCode,
    description: textOrNull,
    reward_status: z.enum(REWARD_STATUSES),
    status: z.enum(REWARD_STATUSES),
    payment_status: z.enum(PAYMENT_STATUSES).nullable(),
    holds: z.array(z.string()).meta({ description: 'Why it is on hold, in plain words.' }),
    hold_until: z.int().nullable().meta({ description: 'The end of its hold period, epoch milliseconds.' }),
    action: z.strictObject({ key: z.string(), type: z.string(), value: z.int() }).nullable(),
    customer: z
      .strictObject({ key: z.string(), email: textOrNull, name: textOrNull, external_key: z.string() })
      .nullable(),
    invoice: z.null().meta({ description: 'Null until payouts exist.' }),
    offer: z.strictObject({ key: z.string(), description: z.string() }).nullable(),
    partnership: z.strictObject({ key: z.string(), partner_key: z.string(), name: z.string(), group }),
    transaction: z.strictObject({ key: z.string(), amount: money, currency: currencyCode }).nullable(),
    trigger: z.strictObject({ key: z.string() }).nullable(),
    test: z.boolean(),
    archived: z.boolean(),
    created_at: time,
    updated_at: time,
    company: Company.optional().meta({ description: 'Only to a partner.' }),
  })
  .meta({ id: 'Reward' })

type Shown = Omit<RewardView, 'group'> & { readonly group: GroupRow | null }

export function rewardObject(view: Shown): z.input<typeof Reward> {
  const { reward, partner, group: of, customer, payment, action, trigger } = view
  return {
    ...{ key: reward.key, amount: reward.amount, amount_usd: null, currency: reward.currency },
    ...{ description: reward.description, reward_status: reward.status, status: reward.status },
    ...{ payment_status: PAYMENT_OF[reward.status], holds: [...reward.holds], hold_until: reward.holdUntil },
    action: action && { key: action.key, type: action.type, value: action.value },
    customer: customer && {
      ...{ key: customer.key, email: customer.email, name: customer.name, external_key: customer.customerKey },
    },
    invoice: null,
    offer: trigger && { key: trigger.key, description: trigger.name },
    partnership: {
      ...{ key: partner.key, partner_key: partner.partnerKey },
      name: [partner.firstName, partner.lastName].filter(Boolean).join(' ') || partner.email,
      group: of && { key: of.key, name: of.name, slug: of.slug },
    },
    transaction: payment && {
      ...{ key: payment.givenKey ?? payment.sourceKey, amount: payment.amount, currency: payment.currency },
    },
    trigger: trigger && { key: trigger.key },
    ...{ test: reward.mode === 'test', archived: reward.archived },
    ...{ created_at: reward.createdAt, updated_at: reward.updatedAt },
  }
}

/** To the partner: who the vendor's customers are is the vendor's, and so is why it waits. */
export function rewardForPartner(view: RewardView, company: Company): z.input<typeof Reward> {
  const object = rewardObject(view)
  const customer = object.customer && { ...object.customer, email: null, name: null }
  return { ...object, customer, holds: [], company }
}

export const exampleReward: z.input<typeof Reward> = {
  ...{ key: 'rwrd_0SlGqD8Tn1Yf5P', amount: 980, amount_usd: null, currency: 'USD', description: '20 % of a payment' },
  ...{ reward_status: 'pending', status: 'pending', payment_status: 'pending', holds: [], hold_until: null },
  action: null,
  customer: { key: 'cus_0SlGpYh3Kq9Zb1', email: 'carla@example.com', name: 'Carla Ruiz', external_key: 'user-42' },
  invoice: null,
  offer: { key: 'trig_0SlGqE2Vp5Zg8R', description: '20 % of every payment' },
  partnership: {
    ...{ key: 'part_0SlGpXa8Mz2Tc7', partner_key: 'ada', name: 'Ada Byron' },
    group: { key: 'grup_0SlGpWk5Rd1Vn4', name: 'Agencies', slug: 'agencies' },
  },
  transaction: { key: 'order-1001', amount: 4900, currency: 'USD' },
  trigger: { key: 'trig_0SlGqE2Vp5Zg8R' },
  ...{ test: false, archived: false, created_at: 1767225600000, updated_at: 1767225600000 },
}
