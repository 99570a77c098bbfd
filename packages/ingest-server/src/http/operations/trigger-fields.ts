/** What a trigger says, as callers say it. */
import { z } from 'zod'
import type { SaidRate, TriggerConditions } from '../../facts.ts'
import { MILLIONTHS } from '../../objects/trigger.ts'
import { amount, currency, text } from '../fields.ts'
import { given } from '../paging.ts'
import { key } from './parts.ts'

export const EVENTS = ['signup', 'transaction', 'action'] as const
const keys = z.array(key, 'must be a list of keys').max(100, 'must hold at most 100')
const count = z.int('must be a whole number').min(1, 'must be 1 or more').nullable()

export const conditions = z
  .object(
    {
      product_keys: keys.exactOptional(),
      category_keys: keys.exactOptional(),
      groups: keys.exactOptional().meta({ description: 'Keys or slugs.' }),
      currency: currency.nullable().exactOptional(),
      action_type: text(255).nullable().exactOptional(),
      first_only: z.boolean('must be true or false').exactOptional(),
      within_months: count.exactOptional(),
      at_most: count.exactOptional(),
    },
    'must be an object',
  )
  .meta({ description: 'What is absent, null or empty asks for nothing.' })

const percent = z
  .number('must be a number')
  .gt(0, 'must be more than 0')
  .max(100, 'must be at most 100')
  .refine(
    (value) => Math.abs(value * MILLIONTHS - Math.round(value * MILLIONTHS)) < 1e-6,
    'must have at most 4 decimals',
  )

export const reward = z.union(
  [
    z.object({ type: z.literal('percent'), percent }),
    z.object({ type: z.literal('flat'), amount, currency: currency.optional() }),
  ],
  'must be {type: percent, percent} or {type: flat, amount, currency}',
)

export const rateOf = (said: z.output<typeof reward>): SaidRate =>
  said.type === 'percent'
    ? { kind: 'percent', millionths: Math.round(said.percent * MILLIONTHS) }
    : { kind: 'flat', amount: said.amount, currency: said.currency ?? null }

export const conditionsOf = (said: z.output<typeof conditions>): Partial<TriggerConditions> =>
  given({
    productKeys: said.product_keys,
    categoryKeys: said.category_keys,
    groups: said.groups,
    currency: said.currency,
    actionType: said.action_type,
    firstOnly: said.first_only,
    withinMonths: said.within_months,
    atMost: said.at_most,
  })
