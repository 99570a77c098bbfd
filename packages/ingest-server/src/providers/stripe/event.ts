/**
 * The envelope around every object Stripe tells of.
 * @see https://docs.stripe.com/api/events/object
 */
import { z } from 'zod'
import type { Mode, PlatformRef } from '../../facts.ts'
import type { ReadOptions } from '../provider.ts'
import { NOT_OURS, type Told, unreadable, type Verdict } from '../reading.ts'
import { id, maybe, object, time } from './fields.ts'

export interface StripeEvent {
  readonly type: string
  /** The connected account it happened in; '' for the platform's own. @see https://docs.stripe.com/connect/webhooks */
  readonly account: string
  /** When Stripe made the event. */
  readonly at: number
  readonly object: unknown
}

export type Translation = (event: StripeEvent, options: ReadOptions) => Told

const Label = z.object({
  id: maybe(id).catch(null),
  type: maybe(id).catch(null),
  account: maybe(id).catch(null),
})

const Envelope = z.object({
  id,
  type: id,
  account: maybe(id),
  created: time,
  livemode: z.boolean(),
  data: z.object({ object: z.unknown() }),
})

/** A snapshot event holds the object it is about; a thin one only names it. */
const Snapshot = z.object({
  object: maybe(z.string()).refine((named) => named !== 'v2.core.event'),
  data: z.object({ object }),
})

const THIN =
  'a thin event, which carries no data. In Stripe, let this destination send snapshot payloads (with the events listed ' +
  'in the guide)'

/** What names a delivery in the inbox, as far as it can be read. */
export type StripeLabel = z.infer<typeof Label>

export function labelOf(json: unknown): StripeLabel {
  const { data } = Label.safeParse(json)
  return data ?? { id: null, type: null, account: null }
}

/** The event inside, or why there is none for us. `ours`: whether its type is one we act on. */
export function openEvent(json: unknown, { id, type }: StripeLabel, mode: Mode, ours: boolean): StripeEvent | Verdict {
  if (id === null || type === null) return ignored('not a Stripe event: it has no id or no type')
  if (!Snapshot.safeParse(json).success) return { state: 'unsupported', reason: THIN }
  if (!ours) return ignored(NOT_OURS)

  const parsed = Envelope.safeParse(json)
  if (!parsed.success) return ignored(unreadable(parsed.error))
  const { livemode, account, created, data } = parsed.data
  // Live endpoints of Connect platforms get test events too.
  if (livemode !== (mode === 'production')) {
    return ignored(
      livemode ? 'a live event on the test URL; use the production URL' : 'a test event on the production URL',
    )
  }
  return { type, account: account ?? '', at: created, object: data.object }
}

/** A translation that first reads the event's object by `schema`; one that cannot be read is ignored, naming the field. */
export function reading<T>(
  schema: z.ZodType<T>,
  tell: (object: T, event: StripeEvent, options: ReadOptions) => Told,
): Translation {
  return (event, options) => {
    const parsed = schema.safeParse(event.object)
    return parsed.success ? tell(parsed.data, event, options) : unreadable(parsed.error, 'data', 'object')
  }
}

/** An object of Stripe's, in the account the event happened in. */
export function at(event: StripeEvent, id: string): PlatformRef {
  return { provider: 'stripe', account: event.account, id }
}

function ignored(reason: string): Verdict {
  return { state: 'ignored', reason }
}
