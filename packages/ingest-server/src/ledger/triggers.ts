/** Triggers: the rules by which partners earn. Changing one changes nothing that was earned. */
import { AppError } from '../errors.ts'
import type { TriggerArchiveFact, TriggerCreateFact, TriggerEditFact } from '../facts.ts'
import type { TriggerRow } from '../store/reward-rows.ts'
import { audit } from './audit.ts'
import type { Desk } from './desk.ts'
import { makeGroup } from './groups.ts'
import { DEFAULT_GROUP } from './partner-refs.ts'
import { triggerName } from './trigger-names.ts'
import { NO_CONDITIONS, soundConditions, soundRate } from './trigger-terms.ts'

/** 10 %. */
const DEFAULT_RATE = { kind: 'percent', millionths: 100_000 } as const

type Terms = Pick<TriggerCreateFact, 'name' | 'event' | 'conditions' | 'rate'>

function makeTrigger(desk: Desk, terms: Terms, at: number): TriggerRow {
  const { event } = terms
  const conditions = soundConditions(desk, event, { ...NO_CONDITIONS, ...terms.conditions })
  const rate = soundRate(desk, event, terms.rate)
  const name = terms.name ?? triggerName(event, rate, conditions)
  const trigger: TriggerRow = {
    ...{ key: desk.newKey('trig', at), mode: desk.mode, name, event, conditions, rate },
    ...{ archived: false, createdAt: at, updatedAt: at },
  }
  desk.triggers.put(trigger)
  return trigger
}

export function createTrigger(desk: Desk, fact: TriggerCreateFact, at: number): TriggerRow {
  const trigger = makeTrigger(desk, fact, at)
  audit(
    desk,
    { actor: fact.actor, action: 'trigger.created', subject: trigger.key, detail: { name: trigger.name } },
    at,
  )
  return trigger
}

/** An archived one is not there. */
function standing(desk: Desk, ref: string): TriggerRow {
  const trigger = desk.triggers.get(ref)
  if (trigger && !trigger.archived) return trigger
  throw new AppError('TRIGGER_NOT_FOUND', `There is no trigger '${ref}' here.`)
}

/** One that was named after what it did is named anew. */
export function editTrigger(desk: Desk, fact: TriggerEditFact, at: number): TriggerRow {
  const trigger = standing(desk, fact.ref)
  const { event } = trigger
  const { groups } = { ...fact.conditions }
  // Groups that stand in it are not judged again: one of them may have been put away since.
  const sound = soundConditions(desk, event, { ...trigger.conditions, ...fact.conditions, groups: groups ?? [] })
  const conditions = groups === undefined ? { ...sound, groups: trigger.conditions.groups } : sound
  const rate = fact.rate ? soundRate(desk, event, fact.rate) : trigger.rate
  const isNamedAfterIt = trigger.name === triggerName(event, trigger.rate, trigger.conditions)
  const name = fact.name ?? (isNamedAfterIt ? triggerName(event, rate, conditions) : trigger.name)
  const edited: TriggerRow = { ...trigger, name, conditions, rate, updatedAt: at }
  desk.triggers.put(edited)
  const terms = (of: TriggerRow) => ({ name: of.name, rate: of.rate, conditions: of.conditions })
  const detail = { from: terms(trigger), to: terms(edited) }
  audit(desk, { actor: fact.actor, action: 'trigger.edited', subject: trigger.key, detail }, at)
  return edited
}

/** It earns nothing more; what it earned stays, and follows its payments. */
export function archiveTrigger(desk: Desk, { ref, actor }: TriggerArchiveFact, at: number): TriggerRow {
  const trigger = standing(desk, ref)
  const archived: TriggerRow = { ...trigger, archived: true, updatedAt: at }
  desk.triggers.put(archived)
  audit(desk, { actor, action: 'trigger.archived', subject: ref, detail: { name: trigger.name } }, at)
  return archived
}

/** A new program has a group to join and a trigger to earn by. One that ever had a trigger has begun, and its owner decides. */
export function beginProgram(desk: Desk, at: number): string[] {
  const hasGroup = desk.groups.by('slug', DEFAULT_GROUP).length > 0
  const from = { slug: DEFAULT_GROUP, name: 'Default', destination: null, features: {} }
  const group = hasGroup ? [] : [makeGroup(desk, from, at).key]
  if (desk.triggers.all().length > 0) return group
  const terms = { name: null, event: 'transaction', conditions: {}, rate: DEFAULT_RATE } as const
  return [...group, makeTrigger(desk, terms, at).key]
}
