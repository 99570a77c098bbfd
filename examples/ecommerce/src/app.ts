/** Brindle & Rye, built but not started: shelves, cart, checkout, orders. No page needs JavaScript. */
import { fileURLToPath } from 'node:url'
import express, { type ErrorRequestHandler, type Express } from 'express'
import type Stripe from 'stripe'
import { cart, count } from './cart.ts'
import { checkout } from './checkout.ts'
import { orders, owner } from './orders.ts'
import { rememberReferral } from './referral.ts'
import { session, sessionOf } from './session.ts'
import { openStore } from './store.ts'
import { errorPage } from './views/layout.ts'

export interface AppOptions {
  readonly stripe: Stripe
  readonly now: () => number
  /** Where orders are kept; without it, in memory. */
  readonly dataFolder?: string | undefined
  readonly ownerPassword?: string | undefined
}

const PUBLIC = fileURLToPath(new URL('../public', import.meta.url))

export async function createApp({ stripe, now, dataFolder, ownerPassword = 'demo' }: AppOptions): Promise<Express> {
  const store = await openStore(dataFolder)
  const app = express()
  app.disable('x-powered-by')
  app.use(express.static(PUBLIC, { index: false }))
  app.use(express.urlencoded({ extended: false }), session(store.secret))
  app.use(rememberReferral(now)) // ── partner attribution ──
  app.use(cart(), checkout(stripe, store, now), orders(stripe, store), owner(stripe, store, ownerPassword))
  app.use((_req, res) => {
    const text = 'The page may have moved, or the shelf is empty.'
    res.status(404).send(errorPage('Nothing on this shelf', text, count(sessionOf(res))))
  })
  const answerError: ErrorRequestHandler = (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error)
    const status = statusOf(error)
    if (status >= 500) console.error(error)
    const [title, text] = WORDS[status] ?? ['Something broke', 'That is our fault. Please try again in a moment.']
    res.status(status).send(errorPage(title, text, 0))
  }
  app.use(answerError)
  return app
}

const WORDS: Partial<Record<number, readonly [string, string]>> = {
  400: ['That could not be read', 'Please go back and try once more.'],
  502: [
    'The till does not answer',
    'We cannot reach our payment provider. Nothing was charged; please try again shortly.',
  ],
}

function statusOf(error: unknown): number {
  const { type, status } = error as { type?: unknown; status?: unknown }
  if (typeof type === 'string' && type.startsWith('Stripe')) return 502
  return typeof status === 'number' && status < 500 ? 400 : 500
}
