/** The stand-in, built but not started: Stripe's API for the example shops, its payment page, its webhooks. */
import { fileURLToPath } from 'node:url'
import express, { type ErrorRequestHandler, type Express } from 'express'
import { renew } from './acts/billing.ts'
import { api } from './api/router.ts'
import { createContext } from './context.ts'
import { createIds } from './ids.ts'
import { controlRoutes } from './pages/buttons.ts'
import { messagePage } from './pages/checkout.ts'
import { payRoutes } from './pages/pay.ts'
import { createState, type SentEvent } from './state.ts'
import { createCourier, type Endpoint, type Mode, type Retry } from './webhooks/courier.ts'

export interface StandInOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly webhooks: readonly Endpoint[]
  /** Where to keep everything; without it, a new start knows nothing. */
  readonly dataFolder?: string
  readonly retry?: Retry
}
export interface StandIn {
  readonly app: Express
  /** Resolves when no delivery is under way or waiting to be tried again. */
  settle(): Promise<void>
  setMode(mode: Partial<Mode>): void
  setWebhooks(webhooks: readonly Endpoint[]): void
  /** What the button "Advance one billing period" does. False when the subscription is unknown or has ended. */
  renew(subscriptionId: string): boolean
  /** Oldest first, each with its deliveries. */
  events(): readonly SentEvent[]
  /** Ends all deliveries and writes the data. The HTTP server is the caller's to close. */
  close(): void
}

/** Half a minute in all: long enough for a server that is being restarted, short enough to watch. */
const RETRY: Retry = { attempts: 8, firstDelayMs: 250 }
const PAGES = fileURLToPath(new URL('./pages', import.meta.url))

export function createStandIn({ now, webhooks, dataFolder, retry = RETRY }: StandInOptions): StandIn {
  const state = createState(dataFolder)
  const courier = createCourier({ state, now, endpoints: webhooks, retry })
  const context = createContext({ state, now, newId: createIds(now), send: courier.send })

  const app = express()
  app.disable('x-powered-by')
  app.use('/v1', api(context))
  app.use(express.urlencoded({ extended: false }))
  app.get('/standin.css', (_req, res) => res.sendFile('standin.css', { root: PAGES }))
  app.use('/pay', payRoutes(context))
  app.use(controlRoutes(context, courier))
  app.use((_req, res) => void res.status(404).send(messagePage('Nothing here', 'The stand-in has no such page.')))
  app.use(answerError)

  continueDeliveries(state.events, courier.send)
  return {
    app,
    settle: courier.settle,
    setMode: (mode) => void Object.assign(courier.mode, mode),
    setWebhooks: (endpoints) => {
      courier.endpoints = endpoints
    },
    renew: (id) => {
      const subscription = state.tables.subscription[id]
      return subscription !== undefined && renew(context, subscription) !== null
    },
    events: () => state.events,
    close: () => {
      courier.close()
      state.flush()
    },
  }
}

/** What was under way when the stand-in was stopped is sent now. */
function continueDeliveries(events: readonly SentEvent[], send: (event: SentEvent['event']) => void): void {
  for (const { event, deliveries } of events) {
    if (!deliveries.some((delivery) => delivery.state === 'pending')) continue
    deliveries.splice(0)
    send(event)
  }
}

const answerError: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) return next(error)
  console.error(error)
  res.status(500).send(messagePage('Something went wrong', 'The reason is in the log of the stand-in.'))
}
