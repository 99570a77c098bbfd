/** A rule by which rewards are earned. */
import { z } from 'zod'
import type { Rate, TriggerRow } from '../store/reward-rows.ts'
import { currencyCode, money, textOrNull, time } from './shapes.ts'

const Earned = z.union([
  z.strictObject({ type: z.literal('percent'), percent: z.number() }),
  z.strictObject({ type: z.literal('flat'), amount: money, currency: currencyCode }),
])

export const Trigger = z
  .strictObject({
    key: z.string(),
    name: z.string(),
    event: z.enum(['signup', 'transaction', 'action']),
    conditions: z.strictObject({
      product_keys: z.array(z.string()),
      category_keys: z.array(z.string()),
      groups: z.array(z.string()).meta({ description: "Groups' internal keys." }),
      currency: textOrNull,
      action_type: textOrNull,
      first_only: z.boolean(),
      within_months: z.int().nullable(),
      at_most: z.int().nullable(),
    }),
    reward: Earned.meta({ description: 'A percentage of the net amount, or an amount.' }),
    test: z.boolean(),
    archived: z.boolean(),
    created_at: time,
    updated_at: time,
  })
  .meta({ id: 'Trigger' })

/** Millionths of a whole are ten thousandths of a percent. */
export const MILLIONTHS = 10_000

const earned = (rate: Rate): z.input<typeof Earned> =>
  rate.kind === 'percent'
    ? { type: 'percent', percent: rate.millionths / MILLIONTHS }
    : { type: 'flat', amount: rate.amount, currency: rate.currency }

export function triggerObject(trigger: TriggerRow): z.input<typeof Trigger> {
  const { productKeys, categoryKeys, groups, currency, actionType, firstOnly, withinMonths, atMost } =
    trigger.conditions
  return {
    key: trigger.key,
    name: trigger.name,
    event: trigger.event,
    conditions: {
      ...{ product_keys: [...productKeys], category_keys: [...categoryKeys], groups: [...groups], currency },
      ...{ action_type: actionType, first_only: firstOnly, within_months: withinMonths, at_most: atMost },
    },
    reward: earned(trigger.rate),
    test: trigger.mode === 'test',
    archived: trigger.archived,
    created_at: trigger.createdAt,
    updated_at: trigger.updatedAt,
  }
}

export const exampleTrigger: z.input<typeof Trigger> = {
  key: 'trig_0SlGqE2Vp5Zg8R',
  name: '20 % of every payment',
  event: 'transaction',
  conditions: {
    ...{ product_keys: [], category_keys: [], groups: [], currency: null },
    ...{ action_type: null, first_only: false, within_months: 12, at_most: null },
  },
  reward: { type: 'percent', percent: 20 },
  test: false,
  archived: false,
  created_at: 1767225600000,
  updated_at: 1767225600000,
}
