/** What was paid, and giving it back: read from Stripe each time, so that nothing here can disagree with it. */
import { Router, type Response } from 'express'
import type Stripe from 'stripe'
import { mustBeUser, userOf } from './session.ts'
import type { User } from './users.ts'
import { billingPage, type Billing } from './views/billing.ts'
import type { Layout } from './views/layout.ts'
import { parseAmount } from './views/money.ts'

export function billing(stripe: Stripe, layout: Layout): Router {
  const router = Router()
  router.use('/billing', mustBeUser)

  const show = async (res: Response, message: { said?: string; error?: string; charge?: string }) => {
    const user = userOf(res) as User
    res.status(message.error ? 422 : 200).send(billingPage(layout, user, await read(stripe, user), message))
  }
  router.get('/billing', async (req, res) => {
    const said = SAID[Object.keys(req.query)[0] ?? '']
    await show(res, said ? { said } : {})
  })
  router.post('/billing/refund', async (req, res) => {
    const { charge: id, amount: text } = req.body as Record<string, string | undefined>
    const { charges } = await read(stripe, userOf(res) as User)
    // Only among the user's own charges: the id came from a form.
    const charge = charges.find((each) => each.id === id)
    if (!charge) return show(res, { error: 'There is no such payment.' })
    const left = charge.amount_captured - charge.amount_refunded
    const amount = text?.trim() ? parseAmount(text, charge.currency) : left
    if (amount === null || amount < 1 || amount > left) {
      return show(res, { error: 'Please give an amount up to what is left.', charge: charge.id })
    }
    await stripe.refunds.create({ charge: charge.id, amount, reason: 'requested_by_customer' })
    res.redirect(303, '/billing?refunded')
  })
  router.post('/billing/cancel', async (req, res) => {
    const { subscriptions } = await read(stripe, userOf(res) as User)
    const now = (req.body as Record<string, unknown>)['when'] === 'now'
    for (const { id } of subscriptions) {
      if (now) await stripe.subscriptions.cancel(id)
      else await stripe.subscriptions.update(id, { cancel_at_period_end: true })
    }
    res.redirect(303, now ? '/billing?cancelled' : '/billing?ending')
  })
  return router
}

const SAID: Partial<Record<string, string>> = {
  paid: 'Thank you. Your plan is active.',
  refunded: 'The refund is on its way.',
  cancelled: 'Your plan has ended.',
  ending: 'Your plan ends when the paid month does.',
}

async function read(stripe: Stripe, user: User): Promise<Billing> {
  const customer = user.stripeCustomer
  if (!customer) return { subscriptions: [], charges: [] }
  const [subscriptions, charges] = await Promise.all([
    stripe.subscriptions.list({ customer, limit: 10 }),
    stripe.charges.list({ customer, limit: 50 }),
  ])
  return { subscriptions: subscriptions.data, charges: charges.data }
}
