/** Actions: what a customer or partner did, as a key pair reports it. */
import { AppError } from '../errors.ts'
import type { ActionArchiveFact, ActionCreateFact } from '../facts.ts'
import type { ActionRow } from '../store/reward-rows.ts'
import type { Desk } from './desk.ts'
import { resolveRef } from './identity.ts'
import { standingPartner } from './partner-refs.ts'

interface Told {
  readonly action: ActionRow
  readonly state: 'applied' | 'unchanged'
}

/** Reported again under its external key it is the action that stands; under the key of another one, a conflict. */
export function createAction(desk: Desk, fact: ActionCreateFact, at: number): Told {
  const { targetType, type, value, externalKey } = fact
  const customer = targetType === 'customer' ? resolveRef(desk, fact.ref) : null
  const partnerKey = customer?.partnerKey ?? standingPartner(desk, fact.ref).partnerKey
  const [standing] = externalKey === null ? [] : desk.actions.by('externalKey', externalKey)
  if (standing) {
    const isSameOne = customer ? standing.customer === customer.key : standing.partnerKey === partnerKey
    if (!isSameOne || standing.targetType !== targetType || standing.type !== type || standing.value !== value)
      throw new AppError('KEY_TAKEN', `external_key '${externalKey}' belongs to another action. Choose another one.`)
    return { action: standing, state: 'unchanged' }
  }
  const action: ActionRow = {
    ...{ key: desk.newKey('act', at), mode: desk.mode, externalKey, targetType, customer: customer?.key ?? null },
    ...{ partnerKey, type, value, archived: false, createdAt: at, updatedAt: at },
  }
  desk.actions.put(action)
  return { action, state: 'applied' }
}

/** Its rewards are taken back with it. */
export function archiveAction(desk: Desk, { ref }: ActionArchiveFact, at: number): Told {
  const action = desk.actions.by('externalKey', ref)[0] ?? desk.actions.get(ref)
  if (!action) throw new AppError('ACTION_NOT_FOUND', `There is no action '${ref}' here.`)
  if (action.archived) return { action, state: 'unchanged' }
  const archived: ActionRow = { ...action, archived: true, updatedAt: at }
  desk.actions.put(archived)
  return { action: archived, state: 'applied' }
}
