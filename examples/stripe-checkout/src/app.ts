/** Rotawell, built but not started: pages, sign-up, plans, billing. */
import { fileURLToPath } from 'node:url'
import express, { type ErrorRequestHandler, type Express } from 'express'
import type Stripe from 'stripe'
import { billing } from './billing.ts'
import { checkout } from './checkout.ts'
import { session, userOf } from './session.ts'
import { signUp } from './sign-up.ts'
import { openUsers } from './users.ts'
import { errorPage } from './views/error.ts'
import { landingPage } from './views/landing.ts'
import { createLayout } from './views/layout.ts'

export interface AppOptions {
  readonly stripe: Stripe
  /** Where the partner script comes from, without a slash at the end. */
  readonly ingestUrl: string
  /** `pk_…`; without one the pages carry no script. */
  readonly publicKey: string | undefined
  /** Where users are kept; without it, in memory. */
  readonly dataFolder?: string | undefined
  readonly now: () => number
}

const PUBLIC = fileURLToPath(new URL('../public', import.meta.url))

export async function createApp({ stripe, ingestUrl, publicKey, dataFolder, now }: AppOptions): Promise<Express> {
  const users = await openUsers(dataFolder, now)
  const layout = createLayout({ ingestUrl, publicKey })

  const app = express()
  app.disable('x-powered-by')
  app.use(express.static(PUBLIC, { index: false }))
  app.use(express.urlencoded({ extended: false }), session(users))
  app.get('/', (_req, res) => void res.send(landingPage(layout, userOf(res))))
  app.use(signUp(users, layout), checkout(stripe, users, layout), billing(stripe, layout))
  app.use((_req, res) => {
    res.status(404).send(errorPage(layout, userOf(res), 'This page does not exist', 'It may have moved, or never was.'))
  })
  const answerError: ErrorRequestHandler = (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error)
    const status = statusOf(error)
    if (status >= 500) console.error(error)
    const [title, text] = WORDS[status] ?? ['Something went wrong', 'That is our fault. Please try again in a moment.']
    res.status(status).send(errorPage(layout, userOf(res), title, text))
  }
  app.use(answerError)
  return app
}

const WORDS: Partial<Record<number, readonly [string, string]>> = {
  400: ['That could not be read', 'Please go back and try once more.'],
  502: [
    'Payments are out of reach',
    'Our payment provider does not answer right now. Nothing was charged; please try again.',
  ],
}

function statusOf(error: unknown): number {
  const { type, status } = error as { type?: unknown; status?: unknown }
  if (typeof type === 'string' && type.startsWith('Stripe')) return 502
  return typeof status === 'number' && status < 500 ? 400 : 500
}
