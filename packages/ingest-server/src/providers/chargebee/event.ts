/**
 * The envelope around everything Chargebee tells of.
 * @see https://apidocs.chargebee.com/docs/api/events?prod_cat_ver=2
 */
import { z } from 'zod'
import type { PlatformRef } from '../../facts.ts'
import { id, lenient, object, time } from '../fields.ts'
import { NOT_OURS, type Told, unreadable, type Verdict } from '../reading.ts'

export interface ChargebeeEvent {
  readonly type: string
  /** When Chargebee made the event. */
  readonly at: number
  readonly content: unknown
}

export type Translation = (event: ChargebeeEvent) => Told

const Label = z.object({ id: lenient(id), event_type: lenient(id), api_version: lenient(id) })

const Envelope = z.object({ occurred_at: time, content: object })

const OLD =
  'not version 2 of the Chargebee API, which names no currency. In Chargebee, set the API version of this webhook to V2'

/** What names a delivery in the inbox, as far as it can be read. */
export function labelOf(json: unknown): z.infer<typeof Label> {
  const { data } = Label.safeParse(json)
  return data ?? { id: null, event_type: null, api_version: null }
}

/** The event inside, or why there is none for us. `ours`: whether its type is one we act on. */
export function openEvent(json: unknown, ours: boolean): ChargebeeEvent | Verdict {
  const label = labelOf(json)
  if (label.id === null || label.event_type === null) {
    return { state: 'ignored', reason: 'not a Chargebee event: it has no id or no event_type' }
  }
  if (label.api_version !== 'v2') return { state: 'unsupported', reason: OLD }
  if (!ours) return { state: 'ignored', reason: NOT_OURS }
  const { data, error } = Envelope.safeParse(json)
  if (error) return { state: 'ignored', reason: unreadable(error) }
  return { type: label.event_type, at: data.occurred_at, content: data.content }
}

/** A translation that first reads the event's content by `schema`; one that cannot be read is ignored, naming the field. */
export function reading<T>(schema: z.ZodType<T>, tell: (content: T, event: ChargebeeEvent) => Told): Translation {
  return (event) => {
    const { data, error } = schema.safeParse(event.content)
    return error ? unreadable(error, 'content') : tell(data as T, event)
  }
}

/** An object of Chargebee's. A webhook address serves one site, so that there is no account to tell apart. */
export const at = (id: string): PlatformRef => ({ provider: 'chargebee', account: '', id })
