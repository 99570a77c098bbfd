/** The steps that a person moves rewards on by. */
import type { RewardStatus } from '../../api/types.ts'

export interface Step {
  readonly label: string
  readonly from: readonly RewardStatus[]
  readonly to: RewardStatus
  readonly color: string
  readonly what: string
}

export const STEPS: readonly Step[] = [
  {
    ...{ label: 'Take off hold', from: ['hold'], to: 'pending', color: 'brand' },
    what: 'They wait for your approval then, whatever they were held for.',
  },
  {
    ...{ label: 'Approve', from: ['pending'], to: 'approved', color: 'brand' },
    what: 'Their partners see them as due. A refund still shrinks them.',
  },
  {
    ...{ label: 'Mark paid', from: ['approved'], to: 'paid', color: 'brand' },
    what: 'You have paid them elsewhere. That is final: what is refunded later becomes a reward below zero.',
  },
  {
    ...{ label: 'Decline', from: ['hold', 'pending', 'approved'], to: 'declined', color: 'red' },
    what: 'Their partners get nothing for them. That is final.',
  },
]

/** What came of each reward. */
export interface Moved {
  readonly done: number
  readonly results: readonly { readonly key: string; readonly done: boolean; readonly message: string }[]
}
