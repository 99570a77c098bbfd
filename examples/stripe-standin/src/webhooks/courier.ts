/** Carries events to the endpoints: in order and once, or, when asked, twice and out of order. Tries again until a 2xx. */
import type { Event } from '../shapes/wire.ts'
import type { Delivery, State } from '../state.ts'
import { signature } from './signature.ts'

export interface Endpoint {
  readonly url: string
  /** `whsec_…`, the same as the receiver was given. */
  readonly secret: string
}
export interface Mode {
  /** Every event is delivered twice, both at the same moment. */
  duplicate: boolean
  /** Events of one moment arrive in reverse. */
  reorder: boolean
}
export interface Retry {
  readonly attempts: number
  readonly firstDelayMs: number
}
export interface Courier {
  readonly mode: Mode
  endpoints: readonly Endpoint[]
  send(event: Event): void
  /** Resolves when nothing is under way or waiting to be tried again. */
  settle(): Promise<void>
  close(): void
}

const REORDER_WINDOW_MS = 150
const TIMEOUT_MS = 10_000

export function createCourier(deps: {
  state: State
  now: () => number
  endpoints: readonly Endpoint[]
  retry: Retry
}): Courier {
  const { state, now, retry } = deps
  const timers = new Set<NodeJS.Timeout>()
  const waiting: (() => void)[] = []
  const held: Event[] = []
  let pending = 0
  let closed = false
  let line: Promise<unknown> = Promise.resolve()

  const later = (ms: number, work: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, ms)
    timers.add(timer)
    return timer
  }
  const done = () => {
    pending -= 1
    if (pending === 0) waiting.splice(0).forEach((resolve) => resolve())
  }

  async function attempt(event: Event, endpoint: Endpoint, delivery: Delivery): Promise<void> {
    if (closed) return
    delivery.attempts += 1
    const { delivered, answer } = await post(endpoint, JSON.stringify(event), now())
    delivery.answer = answer
    const again = !delivered && delivery.attempts < retry.attempts
    delivery.state = delivered ? 'delivered' : again ? 'pending' : 'failed'
    state.changed()
    if (!again) return done()
    later(retry.firstDelayMs * 2 ** (delivery.attempts - 1), () => void attempt(event, endpoint, delivery))
  }

  function dispatch(event: Event): void {
    const sent = state.events.findLast((each) => each.event.id === event.id)
    for (const endpoint of courier.endpoints) {
      const copies = courier.mode.duplicate ? 2 : 1
      const deliveries = Array.from({ length: copies }, (): Delivery => {
        return { url: endpoint.url, state: 'pending', attempts: 0, answer: '' }
      })
      pending += copies
      sent?.deliveries.push(...deliveries)
      // First attempts take turns, so that events arrive in order; a failed one does not hold up the rest.
      line = line.then(() => Promise.all(deliveries.map((delivery) => attempt(event, endpoint, delivery))))
    }
    state.changed()
    done()
  }

  const courier: Courier = {
    mode: { duplicate: false, reorder: false },
    endpoints: deps.endpoints,
    send: (event) => {
      if (!state.events.some((each) => each.event.id === event.id)) state.events.push({ event, deliveries: [] })
      pending += 1
      if (!courier.mode.reorder) return dispatch(event)
      held.push(event)
      if (held.length === 1) later(REORDER_WINDOW_MS, () => held.splice(0).toReversed().forEach(dispatch))
    },
    settle: () => (pending === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    close: () => {
      closed = true
      held.splice(0).forEach(dispatch) // written down as pending, so that the next start sends them
      timers.forEach(clearTimeout)
      waiting.splice(0).forEach((resolve) => resolve())
    },
  }
  return courier
}

async function post(endpoint: Endpoint, body: string, at: number): Promise<{ delivered: boolean; answer: string }> {
  try {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signature(body, endpoint.secret, at),
        'user-agent': 'Stripe-Stand-In/1.0 (not Stripe)',
      },
      body,
      redirect: 'manual', // a redirect counts as a failure, as at Stripe
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    // A refusal says what to configure, so its beginning is worth showing.
    const said = response.ok ? '' : ` ${(await response.text()).slice(0, 200)}`
    return { delivered: response.ok, answer: `${response.status}${said}` }
  } catch (error) {
    return { delivered: false, answer: error instanceof Error ? error.message : 'no answer' }
  }
}
