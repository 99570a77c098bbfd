/** Orders: as the buyer sees them, and as the owner does, who can give money back. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { Router, type RequestHandler } from 'express'
import type Stripe from 'stripe'
import { count } from './cart.ts'
import { CURRENCY } from './products.ts'
import { saveSession, sessionOf } from './session.ts'
import type { Order, Store } from './store.ts'
import { parseAmount } from './views/money.ts'
import { orderPage, ordersPage } from './views/orders.ts'
import { ownerLogInPage, ownerPage } from './views/owner.ts'

export function orders(stripe: Stripe, store: Store): Router {
  const router = Router()
  router.get('/orders', (_req, res) => {
    const session = sessionOf(res)
    const mine = session.orders.flatMap((id) => store.find(id) ?? []).filter(({ charge }) => charge !== null)
    res.send(ordersPage(mine, count(session)))
  })
  router.get('/orders/:id', async (req, res, next) => {
    const order = store.find(req.params.id)
    if (!order) return next()
    const paidJustNow = order.charge === null && (await refresh(stripe, store, order))
    const session = sessionOf(res)
    if (paidJustNow && session.orders.includes(order.id)) {
      session.cart = {}
      saveSession(req, res)
    }
    res.send(orderPage(order, count(session)))
  })
  return router
}

const REFRESHED = 20

export function owner(stripe: Stripe, store: Store, password: string): Router {
  const router = Router()
  const mustBeOwner: RequestHandler = (_req, res, next) => {
    if (sessionOf(res).owner) return next()
    res.redirect(303, '/owner/log-in')
  }
  const hint = password === 'demo'
  router.get('/owner/log-in', (_req, res) => void res.send(ownerLogInPage(hint, false)))
  router.post('/owner/log-in', (req, res) => {
    const given = String((req.body as Record<string, unknown>)['password'] ?? '')
    if (!equal(given, password)) return void res.status(422).send(ownerLogInPage(hint, true))
    sessionOf(res).owner = true
    saveSession(req, res)
    res.redirect(303, '/owner')
  })
  router.get('/owner', mustBeOwner, async (_req, res) => {
    const latest = store.paidOrders()
    // Money may also have gone back from Stripe's own pages.
    await Promise.all(latest.slice(0, REFRESHED).map((order) => refresh(stripe, store, order)))
    res.send(ownerPage(latest, null))
  })
  router.post('/owner/refund', mustBeOwner, async (req, res) => {
    const { order: id, amount: text } = req.body as Record<string, string | undefined>
    const order = store.find(id ?? '')
    if (!order?.charge) return res.redirect(303, '/owner')
    await refresh(stripe, store, order)
    const left = order.total - order.refunded
    const amount = text?.trim() ? parseAmount(text, CURRENCY) : left
    if (amount === null || amount < 1 || amount > left) {
      return void res.status(422).send(ownerPage(store.paidOrders(), order.id))
    }
    await stripe.refunds.create({ charge: order.charge, amount })
    await refresh(stripe, store, order)
    res.redirect(303, '/owner')
  })
  return router
}

/** Brings an order up to what Stripe knows of it. True once it is paid. */
async function refresh(stripe: Stripe, store: Store, order: Order): Promise<boolean> {
  const charge = order.charge ?? (await chargeOf(stripe, order))
  if (charge === null) return false
  const { amount_refunded: refunded } = await stripe.charges.retrieve(charge)
  if (order.charge !== charge || order.refunded !== refunded) {
    Object.assign(order, { charge, refunded })
    await store.save(order)
  }
  return true
}

async function chargeOf(stripe: Stripe, order: Order): Promise<string | null> {
  const session = await stripe.checkout.sessions.retrieve(order.stripeSession, { expand: ['payment_intent'] })
  const intent = session.payment_intent
  if (session.payment_status !== 'paid' || intent === null || typeof intent === 'string') return null
  return typeof intent.latest_charge === 'string' ? intent.latest_charge : null
}

function equal(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash('sha256').update(text).digest()) as [Buffer, Buffer]
  return timingSafeEqual(one, other)
}
