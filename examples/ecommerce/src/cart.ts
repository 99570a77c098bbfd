/** The shelves, and the cart kept in the session. */
import { Router } from 'express'
import { findProduct } from './products.ts'
import { saveSession, sessionOf, type Session } from './session.ts'
import type { OrderLine } from './store.ts'
import { cartPage } from './views/cart.ts'
import { homePage, productPage } from './views/products.ts'

const MOST = 20

export function cart(): Router {
  const router = Router()
  router.get('/', (_req, res) => void res.send(homePage(count(sessionOf(res)))))
  router.get('/products/:slug', (req, res, next) => {
    const product = findProduct(req.params.slug)
    if (!product) return next()
    res.send(productPage(product, count(sessionOf(res))))
  })
  router.get('/cart', (_req, res) => void res.send(cartPage(lines(sessionOf(res)), { name: '', email: '' }, {})))
  router.post('/cart', (req, res) => {
    const { slug, quantity, add, remove } = req.body as Record<string, unknown>
    const product = findProduct(slug)
    const number = remove ? 0 : whole(quantity)
    if (product && number !== null) {
      const session = sessionOf(res)
      const wanted = number + (add ? (session.cart[product.slug] ?? 0) : 0)
      if (wanted > 0) session.cart[product.slug] = Math.min(wanted, MOST)
      else delete session.cart[product.slug]
      saveSession(req, res)
    }
    res.redirect(303, '/cart')
  })
  return router
}

/** The cart as it would be ordered, at today's prices. */
export function lines({ cart }: Session): OrderLine[] {
  return Object.entries(cart).flatMap(([slug, quantity]) => {
    const product = findProduct(slug)
    return product ? [{ slug, name: product.name, price: product.price, quantity }] : []
  })
}

export const count = (session: Session): number => lines(session).reduce((sum, { quantity }) => sum + quantity, 0)

const whole = (value: unknown): number | null =>
  typeof value === 'string' && /^\d{1,2}$/.test(value) ? Number(value) : null
