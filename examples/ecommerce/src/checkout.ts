/** From the cart to Stripe's payment page, with all that attribution needs on the charge itself. */
import { Router } from 'express'
import type Stripe from 'stripe'
import { count, lines } from './cart.ts'
import { CURRENCY } from './products.ts'
import { partnerKey } from './referral.ts'
import { saveSession, sessionOf } from './session.ts'
import type { OrderLine, Store } from './store.ts'
import { cartPage, type Buyer, type BuyerErrors } from './views/cart.ts'

export function checkout(stripe: Stripe, store: Store, now: () => number): Router {
  const router = Router()
  router.post('/checkout', async (req, res) => {
    const session = sessionOf(res)
    const buyer = read(req.body)
    const errors = check(buyer)
    if (count(session) === 0) return res.redirect(303, '/cart')
    if (Object.keys(errors).length > 0) {
      return void res.status(422).send(cartPage(lines(session), buyer, errors))
    }
    const order = store.newOrder({ ...buyer, lines: lines(session), placedAt: now() })

    // ── partner attribution ── no script on any page: who bought, who sent them, and what, go with the charge
    const partner = partnerKey(session.partner, now())
    const metadata = {
      customer_key: await store.customerKey(buyer.email),
      product_key: mainProduct(order.lines),
      ...(partner === null ? {} : { partner_key: partner }),
    }

    const site = `${req.protocol}://${req.get('host')}`
    const payment = await stripe.checkout.sessions.create({
      mode: 'payment',
      customer_email: buyer.email,
      line_items: order.lines.map(({ name, price, quantity }) => ({
        quantity,
        price_data: { currency: CURRENCY, unit_amount: price, product_data: { name } },
      })),
      // Copied by Stripe to the charge; the session's own metadata would stay on the session.
      payment_intent_data: { metadata, description: `Order ${order.number}` },
      client_reference_id: order.id,
      success_url: `${site}/orders/${order.id}`,
      cancel_url: `${site}/cart`,
    })
    order.stripeSession = payment.id
    await store.save(order)
    session.orders = [order.id, ...session.orders].slice(0, KEPT_ORDERS)
    saveSession(req, res)
    res.redirect(303, payment.url ?? '/cart')
  })
  return router
}

const KEPT_ORDERS = 12

/** A charge has one `product_key`: the product most of the money is for. */
export function mainProduct(lines: readonly OrderLine[]): string {
  const worth = (line: OrderLine | undefined) => (line ? line.price * line.quantity : 0)
  return lines.reduce((best, line) => (worth(line) > worth(best) ? line : best)).slug
}

function read(body: unknown): Buyer {
  const form = (body ?? {}) as Record<string, unknown>
  const text = (name: string) => (typeof form[name] === 'string' ? form[name].trim() : '')
  return { name: text('name'), email: text('email').toLowerCase() }
}

function check({ name, email }: Buyer): BuyerErrors {
  return {
    ...(name === '' || name.length > 100 ? { name: 'Please tell us who the parcel is for.' } : {}),
    ...(/^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254 ? {} : { email: 'Please give a full e-mail address.' }),
  }
}
