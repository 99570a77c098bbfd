/** A person or key pair moves a reward on: from hold to pending, approved, paid; or declines it. */
import { AppError } from '../errors.ts'
import type { RewardStatus, RewardStatusFact } from '../facts.ts'
import type { RewardRow } from '../store/reward-rows.ts'
import { audit } from './audit.ts'
import type { Desk } from './desk.ts'

const NEXT: Record<RewardStatus, readonly RewardStatus[]> = {
  hold: ['pending', 'declined'],
  pending: ['approved', 'declined'],
  approved: ['paid', 'pending', 'declined'],
  paid: [],
  declined: [],
}

/** Why it may not go there, and what would help. */
function obstacle(desk: Desk, { status, archived, holds }: RewardRow, to: RewardStatus): string | null {
  if (desk.mode === 'test') return 'rewards of test mode stay on hold, and are never paid'
  if (archived) return 'it was taken back with the money that earned it'
  if (NEXT[status].includes(to)) return null
  if (status === 'paid') return 'it is paid, and that is final. What is taken back of it becomes a reward below 0'
  if (status === 'declined') return 'it is declined, and that is final. Give a new one instead'
  if (status !== 'hold') return `from ${status} it can become ${NEXT[status].join(' or ')}`
  const why = holds.length > 0 ? holds.join('; ') : 'its hold period is not over'
  return `it is on hold: ${why}. Once you have looked at it, make it pending`
}

interface Changed {
  readonly reward: RewardRow
  readonly isNew: boolean
}

export function changeStatus(desk: Desk, { ref, status, actor }: RewardStatusFact, at: number): Changed {
  const reward = desk.rewards.get(ref)
  if (!reward) throw new AppError('REWARD_NOT_FOUND', `There is no reward '${ref}' here.`)
  if (reward.status === status) return { reward, isNew: false }
  const problem = obstacle(desk, reward, status)
  if (problem !== null)
    throw new AppError('STATUS_NOT_POSSIBLE', `Reward '${ref}' cannot become ${status}: ${problem}.`)
  const changed: RewardRow = { ...reward, status, holds: [], holdUntil: null, updatedAt: at }
  desk.rewards.put(changed)
  const { amount, currency, partnerKey } = reward
  const detail = { status: { from: reward.status, to: status }, amount, currency, partner_key: partnerKey }
  audit(desk, { actor, action: `reward.${status}`, subject: ref, detail }, at)
  return { reward: changed, isNew: true }
}
