/** What every act and every route is handed: the books, the clock, new ids, and the way an event leaves. */
import { API_VERSION } from './version.ts'
import type { NewId } from './ids.ts'
import type { Event, Resource } from './shapes/wire.ts'
import type { State } from './state.ts'

export interface Context {
  readonly state: State
  readonly now: () => number
  readonly newId: NewId
  /** Stripe's clock ticks in seconds. */
  seconds(): number
  /** Keeps the object as it is now and tells the endpoints about it. */
  emit(type: string, resource: Resource, previous?: Record<string, unknown>): void
}

export function createContext(deps: {
  state: State
  now: () => number
  newId: NewId
  send: (event: Event) => void
}): Context {
  const { state, now, newId, send } = deps
  const seconds = () => Math.floor(now() / 1000)
  return {
    state,
    now,
    newId,
    seconds,
    emit: (type, resource, previous) => {
      state.put(resource)
      send({
        id: newId('evt'),
        object: 'event',
        api_version: API_VERSION,
        created: seconds(),
        // A copy: the object goes on changing, what was said about it does not.
        data: { object: structuredClone(resource), ...(previous ? { previous_attributes: previous } : {}) },
        livemode: false,
        pending_webhooks: 1,
        request: { id: newId('req'), idempotency_key: null },
        type,
      })
      state.changed()
    },
  }
}
