/** What a trigger does, in words: its name, where nobody has given it one. */
import type { Rate, TriggerConditions, TriggerEvent } from '../facts.ts'
import { moneyText } from './money-text.ts'

const WHOLE = 1_000_000

/** Millionths as a percentage, without zeros that say nothing. */
export const percentText = (millionths: number): string => `${Number(((millionths / WHOLE) * 100).toFixed(4))} %`

const rateText = (rate: Rate): string =>
  rate.kind === 'percent' ? percentText(rate.millionths) : moneyText(rate.amount, rate.currency)

const listed = (what: string, keys: readonly string[]): string[] =>
  keys.length === 0 ? [] : [`of ${what} ${keys.join(', ')}`]

export function triggerName(event: TriggerEvent, rate: Rate, conditions: TriggerConditions): string {
  const { productKeys, categoryKeys, currency, actionType, firstOnly, withinMonths, atMost, groups } = conditions
  const cause = {
    signup: 'for every sign-up',
    transaction: `${rate.kind === 'percent' ? 'of' : 'for'} ${firstOnly ? "a customer's first payment" : 'every payment'}`,
    action: actionType === null ? 'for every action' : `for every ${actionType}`,
  }[event]
  const limits = [
    ...listed('product', productKeys),
    ...listed('category', categoryKeys),
    ...(currency === null ? [] : [`in ${currency}`]),
    ...(withinMonths === null ? [] : [withinMonths === 1 ? 'within a month' : `within ${withinMonths} months`]),
    ...(atMost === null ? [] : [atMost === 1 ? 'once a customer' : `at most ${atMost} times a customer`]),
    ...(groups.length === 0 ? [] : ['for some groups']),
  ]
  return [rateText(rate), cause, ...limits].join(' ')
}
