/** Buying a plan: the Stripe customer, then Stripe Checkout. */
import { Router } from 'express'
import type Stripe from 'stripe'
import { findPlan } from './plans.ts'
import { mustBeUser, userOf } from './session.ts'
import type { User, Users } from './users.ts'
import type { Layout } from './views/layout.ts'
import { pricingPage } from './views/pricing.ts'

export function checkout(stripe: Stripe, users: Users, layout: Layout): Router {
  const router = Router()
  router.get('/pricing', (req, res) => {
    res.send(pricingPage(layout, userOf(res), 'welcome' in req.query))
  })
  router.post('/checkout', mustBeUser, async (req, res) => {
    const user = userOf(res) as User
    const plan = findPlan((req.body as Record<string, unknown>)['plan'])
    if (!plan) return res.redirect(303, '/pricing')
    const customer = await stripeCustomer(stripe, users, user)
    const { data: subscriptions } = await stripe.subscriptions.list({ customer, limit: 1 })
    if (subscriptions.length > 0) return res.redirect(303, '/billing')

    const site = `${req.protocol}://${req.get('host')}`
    const session = await stripe.checkout.sessions.create({
      mode: 'subscription',
      customer,
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: 'usd',
            unit_amount: plan.price,
            recurring: { interval: 'month' },
            product_data: { name: `Rotawell ${plan.name}` },
          },
        },
      ],
      // ── partner attribution ── lets rewards depend on the plan (read where payments are recorded from invoices)
      subscription_data: { metadata: { product_key: plan.key } },
      success_url: `${site}/billing?paid`,
      cancel_url: `${site}/pricing`,
    })
    res.redirect(303, session.url ?? '/billing')
  })
  return router
}

/** One Stripe customer a user; the key makes two clicks at once ask for the same one. */
async function stripeCustomer(stripe: Stripe, users: Users, user: User): Promise<string> {
  if (user.stripeCustomer) return user.stripeCustomer
  const customer = await stripe.customers.create(
    {
      email: user.email,
      name: user.name,
      // ── partner attribution ── ties every payment of this customer to the sign-up
      metadata: { customer_key: user.id },
    },
    { idempotencyKey: `customer-${user.id}` },
  )
  await users.setStripeCustomer(user, customer.id)
  return customer.id
}
