/** The cart, and who it is for. */
import { CURRENCY } from '../products.ts'
import type { OrderLine } from '../store.ts'
import { drawing } from './drawings.ts'
import { html, type Html } from './html.ts'
import { layout } from './layout.ts'
import { money } from './money.ts'

export interface Buyer {
  readonly name: string
  readonly email: string
}
export type BuyerErrors = Partial<Record<keyof Buyer, string>>

export function cartPage(lines: readonly OrderLine[], buyer: Buyer, errors: BuyerErrors): string {
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  const total = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  return layout('Cart', count, lines.length === 0 ? empty : full(lines, total, buyer, errors))
}

const empty = html`<section class="narrow center">
  <h1>Your cart is empty</h1>
  <p class="lead">Nothing chosen yet. The shelves are this way.</p>
  <p><a class="button" href="/">See all things</a></p>
</section>`

function full(lines: readonly OrderLine[], total: number, buyer: Buyer, errors: BuyerErrors): Html {
  return html`<h1>Your cart</h1>
    <div class="cart">
      <div>
        <ul class="lines">
          ${lines.map((line) => html`<li>${row(line)}</li>`)}
        </ul>
        <p class="sum"><span>Total</span> <strong>${money(total, CURRENCY)}</strong></p>
      </div>
      <form method="post" action="/checkout" class="box" novalidate>
        <h2>Who is it for?</h2>
        ${field('name', 'Full name', 'text', 'name', buyer.name, errors.name)}
        ${field('email', 'E-mail', 'email', 'email', buyer.email, errors.email)}
        <button class="button wide">Go to payment</button>
        <p class="quiet small">You pay on the next page, by card.</p>
      </form>
    </div>`
}

function row({ slug, name, price, quantity }: OrderLine): Html {
  return html`<span class="picture thumb ${slug}">${drawing(slug)}</span>
    <div class="line-text">
      <a href="/products/${slug}">${name}</a>
      <span class="quiet">${money(price, CURRENCY)} each</span>
      <form method="post" action="/cart" class="change">
        <input type="hidden" name="slug" value="${slug}" />
        <label class="hidden" for="q-${slug}">How many of ${name}</label>
        <input id="q-${slug}" name="quantity" type="number" min="0" max="20" value="${quantity}" />
        <button class="link">Update</button>
        <button class="link" name="remove" value="yes">Remove</button>
      </form>
    </div>
    <strong>${money(price * quantity, CURRENCY)}</strong>`
}

function field(
  name: string,
  label: string,
  type: string,
  autocomplete: string,
  value: string,
  error: string | undefined,
): Html {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value}"
      autocomplete="${autocomplete}"
      ${error ? html`aria-invalid="true" aria-describedby="${name}-error"` : null}
    />
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : null}
  </div>`
}
