/** One order, and a visitor's orders. */
import { CURRENCY } from '../products.ts'
import type { Order } from '../store.ts'
import { html, type Html } from './html.ts'
import { layout } from './layout.ts'
import { money } from './money.ts'

export function orderPage(order: Order, inCart: number): string {
  return layout(`Order ${order.number}`, inCart, order.charge === null ? unpaid(order) : paid(order))
}

function unpaid(order: Order): Html {
  return html`<section class="narrow center">
    <h1>Not paid yet</h1>
    <p class="lead">Order ${order.number} waits for its payment. What you chose is still in your cart.</p>
    <p><a class="button" href="/cart">Back to the cart</a></p>
  </section>`
}

function paid(order: Order): Html {
  return html`<section class="narrow">
    <h1>Thank you, ${order.name}</h1>
    <p class="lead">Order ${order.number} is paid. A real shop would be wrapping it now.</p>
    <div class="box">
      <ul class="lines plain">
        ${order.lines.map(
          (line) =>
            html`<li>
              <span class="line-text"
                >${line.name}<span class="quiet">${line.quantity} × ${money(line.price, CURRENCY)}</span></span
              >
              <strong>${money(line.price * line.quantity, CURRENCY)}</strong>
            </li>`,
        )}
      </ul>
      <p class="sum"><span>Total</span> <strong>${money(order.total, CURRENCY)}</strong></p>
      ${
        order.refunded > 0
          ? html`<p class="sum"><span>Given back</span> <strong>${money(order.refunded, CURRENCY)}</strong></p>`
          : null
      }
    </div>
    <p class="quiet breakable">Sent to ${order.email} on ${day(order.placedAt)}.</p>
    <p><a href="/">Back to the shop</a></p>
  </section>`
}

export function ordersPage(orders: readonly Order[], inCart: number): string {
  return layout(
    'Your orders',
    inCart,
    orders.length === 0
      ? html`<section class="narrow center">
          <h1>No orders yet</h1>
          <p class="lead">What you buy in this browser will be listed here.</p>
          <p><a class="button" href="/">See all things</a></p>
        </section>`
      : html`<section class="narrow">
          <h1>Your orders</h1>
          <ul class="lines plain">
            ${orders.map(
              (order) =>
                html`<li>
                  <span class="line-text">
                    <a href="/orders/${order.id}">Order ${order.number}</a>
                    <span class="quiet">${day(order.placedAt)}, ${status(order)}</span>
                  </span>
                  <strong>${money(order.total, CURRENCY)}</strong>
                </li>`,
            )}
          </ul>
        </section>`,
  )
}

export function status({ total, refunded }: Order): string {
  if (refunded === 0) return 'paid'
  return refunded === total ? 'refunded' : `${money(refunded, CURRENCY)} given back`
}

export const day = (at: number): string =>
  new Date(at).toLocaleDateString('en-IE', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
