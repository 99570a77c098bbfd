/** What a trigger may say: conditions and a rate that fit its event and each other. */
import { AppError } from '../errors.ts'
import type { Rate, SaidRate, TriggerConditions, TriggerEvent } from '../facts.ts'
import type { Desk } from './desk.ts'
import { standingGroup } from './partner-refs.ts'

export const NO_CONDITIONS: TriggerConditions = {
  ...{ productKeys: [], categoryKeys: [], groups: [], currency: null, actionType: null },
  ...{ firstOnly: false, withinMonths: null, atMost: null },
}

const refuse = (problem: string): never => {
  throw new AppError('INVALID_FIELD', problem)
}
const isCurrency = (text: string): boolean => /^[A-Z]{3}$/.test(text)
const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most

/** What each condition is about; there is nothing to judge it by elsewhere. */
const EVENTS: Readonly<Record<keyof TriggerConditions, readonly TriggerEvent[]>> = {
  productKeys: ['transaction'],
  categoryKeys: ['transaction'],
  currency: ['transaction'],
  firstOnly: ['transaction'],
  actionType: ['action'],
  withinMonths: ['transaction', 'action'],
  atMost: ['transaction', 'action'],
  groups: ['signup', 'transaction', 'action'],
}
/** As callers call them. */
const NAMES: Readonly<Record<keyof TriggerConditions, string>> = {
  ...{ productKeys: 'product_keys', categoryKeys: 'category_keys', groups: 'groups', currency: 'currency' },
  ...{ actionType: 'action_type', firstOnly: 'first_only', withinMonths: 'within_months', atMost: 'at_most' },
}

const asksForNothing = (value: TriggerConditions[keyof TriggerConditions]): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0)

/** Throws what does not fit, in words. */
export function checkConditions(event: TriggerEvent, conditions: TriggerConditions): void {
  for (const name of Object.keys(EVENTS) as (keyof TriggerConditions)[])
    if (!asksForNothing(conditions[name]) && !EVENTS[name].includes(event))
      refuse(`'${NAMES[name]}' is no condition of a trigger of event '${event}'`)
  const { currency, withinMonths, atMost } = conditions
  if (currency !== null && !isCurrency(currency)) refuse("'currency' must be three letters, as USD")
  if (withinMonths !== null && !isWhole(withinMonths, 1, 1200))
    refuse("'within_months' must be a whole number of months, 1 to 1200")
  if (atMost !== null && !isWhole(atMost, 1, 1000)) refuse("'at_most' must be a whole number, 1 to 1000")
}

/** The conditions with groups by their keys; throws what does not fit, in words. */
export function soundConditions(desk: Desk, event: TriggerEvent, conditions: TriggerConditions): TriggerConditions {
  checkConditions(event, conditions)
  return { ...conditions, groups: [...new Set(conditions.groups.map((ref) => standingGroup(desk, ref).key))] }
}

export function soundRate({ settings }: Pick<Desk, 'settings'>, event: TriggerEvent, rate: SaidRate): Rate {
  if (rate.kind === 'percent') {
    if (event !== 'transaction')
      refuse(`a trigger of event '${event}' gives a flat amount: there is no money to take a part of`)
    if (!isWhole(rate.millionths, 1, 1_000_000))
      refuse("'percent' must be above 0 and at most 100, with at most four decimals")
    return rate
  }
  if (!isWhole(rate.amount, 1, Number.MAX_SAFE_INTEGER))
    refuse("'amount' must be a whole number of minor units, 1 or more")
  const currency = rate.currency ?? settings.currency
  if (!isCurrency(currency)) refuse("'currency' must be three letters, as USD")
  return { kind: 'flat', amount: rate.amount, currency }
}
