/** What a trigger does, in plain language, the groups by their names. */
import type { Trigger } from '../../api/types.ts'
import { formatMoney } from '../../parts/money.ts'

export type Terms = Pick<Trigger, 'event' | 'conditions' | 'reward'>
type GroupNames = (key: string) => string

const either = (words: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(words)

const earned = ({ reward }: Terms): string =>
  reward.type === 'percent' ? `${reward.percent} %` : formatMoney(reward.amount, reward.currency)

function cause({ event, reward, conditions: { action_type: action, first_only: isFirst } }: Terms): string {
  if (event === 'signup') return 'for every sign-up'
  if (event === 'action') return action === null ? 'for every action' : `for every action “${action}”`
  const payment = isFirst ? "a customer's first payment" : 'every payment'
  return `${reward.type === 'percent' ? 'of' : 'for'} ${payment}`
}

const named = (before: string, keys: readonly string[]): string =>
  keys.length === 0 ? '' : `${before} ${either(keys)}`

export function sentence(terms: Terms, groupName: GroupNames = (key) => key): string {
  const { conditions: of } = terms
  const { within_months: months, at_most: most } = of
  const parts = [
    earned(terms),
    cause(terms),
    named('for the product', of.product_keys),
    named('in the category', of.category_keys),
    of.currency === null ? '' : `in ${of.currency}`,
    months === null ? '' : `in the first ${months === 1 ? 'month' : `${months} months`} after the sign-up`,
    most === null ? '' : most === 1 ? 'once a customer' : `at most ${most} times a customer`,
    named('to partners of', of.groups.map(groupName)),
  ]
  return `${parts.filter(Boolean).join(' ')}.`
}
