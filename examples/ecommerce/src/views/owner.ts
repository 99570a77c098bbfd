/** Behind the counter: all orders, and money back. */
import { CURRENCY } from '../products.ts'
import type { Order } from '../store.ts'
import { html, type Html } from './html.ts'
import { layout } from './layout.ts'
import { money } from './money.ts'
import { day, status } from './orders.ts'

export function ownerPage(orders: readonly Order[], refused: string | null): string {
  return layout(
    'Orders',
    0,
    html`<section class="medium">
      <h1>All orders</h1>
      ${
        orders.length === 0
          ? html`<p class="box quiet">Nothing has been bought yet. Paid orders appear here.</p>`
          : html`<ul class="stack">
              ${orders.map((order) => html`<li class="box">${row(order, order.id === refused)}</li>`)}
            </ul>`
      }
    </section>`,
  )
}

function row(order: Order, refused: boolean): Html {
  const left = order.total - order.refunded
  return html`<div class="between">
      <h2><a href="/orders/${order.id}">Order ${order.number}</a></h2>
      <strong>${money(order.total, CURRENCY)}</strong>
    </div>
    <p class="quiet breakable">${order.name}, ${order.email} · ${day(order.placedAt)} · ${status(order)}</p>
    <p>${order.lines.map(({ name, quantity }) => `${quantity} × ${name}`).join(', ')}</p>
    ${left > 0 ? refundForm(order, left, refused) : null}`
}

function refundForm(order: Order, left: number, refused: boolean): Html {
  const id = `amount-${order.number}`
  return html`<form method="post" action="/owner/refund" class="refund" novalidate>
    <input type="hidden" name="order" value="${order.id}" />
    <div class="field">
      <label for="${id}">Amount to give back</label>
      <input
        id="${id}"
        name="amount"
        inputmode="decimal"
        autocomplete="off"
        placeholder="${money(left, CURRENCY)}"
        aria-describedby="${id}-note"
        ${refused ? html`aria-invalid="true"` : null}
      />
      <p class="${refused ? 'error' : 'hint'}" id="${id}-note">
        ${refused ? `Please give an amount up to ${money(left, CURRENCY)}.` : 'Leave empty to give all of it back.'}
      </p>
    </div>
    <button class="button quiet-button">Refund</button>
  </form>`
}

export function ownerLogInPage(hint: boolean, refused: boolean): string {
  return layout(
    'Owner',
    0,
    html`<section class="narrow">
      <h1>Behind the counter</h1>
      <form method="post" action="/owner/log-in" class="box">
        <div class="field">
          <label for="password">Password</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            ${refused ? html`aria-invalid="true"` : null}
            aria-describedby="password-note"
          />
          <p class="${refused ? 'error' : 'hint'}" id="password-note">
            ${refused ? 'That is not the password.' : null} ${hint ? 'In this demo it is “demo”.' : null}
          </p>
        </div>
        <button class="button wide">Open</button>
      </form>
    </section>`,
  )
}
