/** A trigger while it is written: what the fields of the form hold, and what is made of them. */
import type { Trigger } from '../../api/types.ts'
import { decimal, isCurrency, minorUnits } from '../../parts/money.ts'
import type { Terms } from './sentence.ts'

export interface Draft {
  readonly event: Trigger['event']
  readonly kind: 'percent' | 'flat'
  readonly percent: string
  readonly amount: string
  readonly rewardCurrency: string
  readonly products: string
  readonly categories: string
  readonly groups: readonly string[]
  readonly currency: string
  readonly action: string
  readonly isFirstOnly: boolean
  readonly months: string
  readonly most: string
}

export const NEW: Draft = {
  ...{ event: 'transaction', kind: 'percent', percent: '10', amount: '', rewardCurrency: 'USD' },
  ...{ products: '', categories: '', groups: [], currency: '', action: '', isFirstOnly: false, months: '', most: '' },
}

export function draftOf({ event, reward, conditions: of }: Trigger): Draft {
  const isFlat = reward.type === 'flat'
  return {
    ...{ event, kind: reward.type, percent: isFlat ? '10' : String(reward.percent) },
    ...{
      amount: isFlat ? decimal(reward.amount, reward.currency) : '',
      rewardCurrency: isFlat ? reward.currency : 'USD',
    },
    ...{ products: of.product_keys.join(', '), categories: of.category_keys.join(', '), groups: of.groups },
    ...{ currency: of.currency ?? '', action: of.action_type ?? '', isFirstOnly: of.first_only },
    ...{ months: of.within_months?.toString() ?? '', most: of.at_most?.toString() ?? '' },
  }
}

export const listed = (text: string): string[] => text.split(',').flatMap((one) => one.trim() || [])

/** Null is nothing asked for, NaN no whole number. */
const count = (text: string): number | null =>
  text.trim() === '' ? null : /^[1-9]\d{0,8}$/.test(text.trim()) ? Number(text) : NaN

function rewardOf({ event, kind, percent, amount, rewardCurrency }: Draft): Terms['reward'] | string {
  const isPercent = kind === 'percent' && event === 'transaction'
  if (isPercent) {
    const value = /^\d+(\.\d{1,4})?$/.test(percent.trim()) ? Number(percent) : 0
    return value > 0 && value <= 100 ? { type: 'percent', percent: value } : 'Give a percentage above 0, up to 100.'
  }
  if (!isCurrency(rewardCurrency)) return 'Give a currency by its three letters.'
  const units = minorUnits(amount, rewardCurrency)
  return units === null || units === 0
    ? 'Give an amount above 0.'
    : { type: 'flat', amount: units, currency: rewardCurrency }
}

/** What it means; a text says what is missing. */
export function termsOf(draft: Draft): Terms | string {
  const reward = rewardOf(draft)
  if (typeof reward === 'string') return reward
  const { event, currency } = draft
  const [months, most] = [count(draft.months), count(draft.most)]
  if (Number.isNaN(months) || Number.isNaN(most)) return 'Months and times are whole numbers from 1.'
  if (currency !== '' && !isCurrency(currency)) return 'Give a currency by its three letters.'
  const isPayment = event === 'transaction'
  return {
    ...{ event, reward },
    conditions: {
      product_keys: isPayment ? listed(draft.products) : [],
      category_keys: isPayment ? listed(draft.categories) : [],
      groups: [...draft.groups],
      currency: isPayment && currency !== '' ? currency : null,
      action_type: event === 'action' && draft.action.trim() !== '' ? draft.action.trim() : null,
      first_only: isPayment && draft.isFirstOnly,
      within_months: event === 'signup' ? null : months,
      at_most: event === 'signup' ? null : most,
    },
  }
}
