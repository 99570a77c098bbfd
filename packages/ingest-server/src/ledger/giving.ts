/** Rewards that a person, key pair or import gives: no rule has earned them, so none changes them. */
import { AppError } from '../errors.ts'
import type { RewardGiveFact } from '../facts.ts'
import type { RewardRow } from '../store/reward-rows.ts'
import type { CustomerRow, PaymentRow } from '../store/rows.ts'
import { audit } from './audit.ts'
import type { Desk } from './desk.ts'
import { resolveRef } from './identity.ts'
import { standingPartner } from './partner-refs.ts'
import { beginning } from './reward-holds.ts'
import { customerOf } from './reward-views.ts'
import { recordedPayment } from './transactions.ts'

interface Target {
  readonly partnerKey: string
  readonly customer: CustomerRow | undefined
  readonly payment: PaymentRow | undefined
}

function targetOf(desk: Desk, fact: RewardGiveFact): Target {
  const payment = fact.transaction === null ? undefined : recordedPayment(desk, fact.transaction)
  if (payment && payment.archived !== null)
    throw new AppError('CONFLICT', `Transaction '${fact.transaction}' is archived: nothing is earned by it any more.`)
  const named = fact.customer === null ? undefined : resolveRef(desk, fact.customer)
  if (payment && named && payment.customer !== named.key)
    throw new AppError('CONFLICT', `Transaction '${fact.transaction}' is not of customer '${fact.customer}'.`)
  const customer = named ?? customerOf(desk, payment?.customer ?? null)
  const partner = fact.partner === null ? undefined : standingPartner(desk, fact.partner)
  const partnerKey = partner?.partnerKey ?? payment?.partnerKey ?? customer?.partnerKey
  if (partnerKey === undefined)
    throw new AppError('MISSING_FIELD', 'A reward is for a partner, a customer or a transaction: name one of them.')
  return { partnerKey, customer, payment }
}

export function giveReward(desk: Desk, fact: RewardGiveFact, at: number): RewardRow {
  const { amount, description, source, actor } = fact
  if (amount === 0) throw new AppError('INVALID_FIELD', "'amount' of a reward is not 0")
  const { partnerKey, customer, payment } = targetOf(desk, fact)
  const key = desk.newKey('rwrd', at)
  const currency = fact.currency ?? desk.settings.currency
  const reward: RewardRow = {
    ...{ key, mode: desk.mode, partnerKey, customer: customer?.key ?? null, payment: payment?.key ?? null },
    ...{ action: null, triggerKey: null, cause: key, part: 0, rate: null, firstAmount: amount, amount, currency },
    ...{ description, source, archived: false, createdAt: at, updatedAt: at },
    ...beginning(desk, { customer, payment }, amount, at),
  }
  desk.rewards.put(reward)
  const detail = { partner_key: partnerKey, amount, currency, description }
  if (source !== 'import') audit(desk, { actor, action: 'reward.given', subject: key, detail }, at)
  return reward
}
