/** What becomes of a reward, as its partner sees it. */
import type { RewardStatus } from '../../api/types.ts'

export const WORDS: Readonly<Record<RewardStatus, { readonly label: string; readonly color: string }>> = {
  hold: { label: 'On hold', color: 'yellow' },
  pending: { label: 'Being checked', color: 'brand' },
  approved: { label: 'To be paid', color: 'teal' },
  paid: { label: 'Paid', color: 'gray' },
  declined: { label: 'Declined', color: 'red' },
}
/** In the order in which a reward goes through them. */
export const ON_THE_WAY: readonly RewardStatus[] = ['hold', 'pending', 'approved', 'paid']
