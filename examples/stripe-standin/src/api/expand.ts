/** `expand[]=payment_intent.latest_charge`: replaces ids by what they name, in a copy. */
import { invalid } from './errors.ts'
import type { State } from '../state.ts'

export function expand(state: State, answer: unknown, paths: unknown): unknown {
  if (paths === undefined) return answer
  if (!Array.isArray(paths)) throw invalid('Invalid array', 'expand')
  const copy = structuredClone(answer)
  for (const path of paths) reach(state, copy, String(path).split('.'))
  return copy
}

function reach(state: State, holder: unknown, [field, ...rest]: readonly string[]): void {
  if (field === undefined || typeof holder !== 'object' || holder === null) return
  if (Array.isArray(holder)) return holder.forEach((item) => reach(state, item, [field, ...rest]))
  const fields = holder as Record<string, unknown>
  const value = fields[field]
  if (typeof value === 'string') fields[field] = structuredClone(state.find(value) ?? value)
  else if (value === undefined && field === 'line_items') fields[field] = lines(state, String(fields['id']))
  else if (value === undefined) throw invalid(`This property cannot be expanded (${field}).`, 'expand')
  reach(state, fields[field], rest)
}

/** Line items are the one thing that is there only when asked for. */
function lines(state: State, session: string) {
  const data = state.drafts[session]?.lines ?? []
  return { object: 'list', data, has_more: false, url: `/v1/checkout/sessions/${session}/line_items` }
}
