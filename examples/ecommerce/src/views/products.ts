/** The shop window, and one product's page. */
import { CURRENCY, PRODUCTS, type Product } from '../products.ts'
import { drawing } from './drawings.ts'
import { html, type Html } from './html.ts'
import { layout } from './layout.ts'
import { money } from './money.ts'

export function homePage(inCart: number): string {
  return layout(
    'Plain things for the kitchen table',
    inCart,
    html`<section class="hero">
        <h1>Plain things for the kitchen table</h1>
        <p class="lead">
          Made by a few people we know by name, in wood, clay, steel, linen and wax. Meant to be used every day.
        </p>
      </section>
      <ul class="shelf">
        ${PRODUCTS.map((product) => html`<li>${tile(product)}</li>`)}
      </ul>`,
  )
}

function tile(product: Product): Html {
  return html`<a class="tile" href="/products/${product.slug}">
    <span class="picture ${product.slug}">${drawing(product.slug)}</span>
    <span class="tile-name">${product.name}</span>
    <span class="quiet">${product.short}</span>
    <span class="tile-price">${money(product.price, CURRENCY)}</span>
  </a>`
}

export function productPage(product: Product, inCart: number): string {
  return layout(
    product.name,
    inCart,
    html`<article class="product">
      <div class="picture big ${product.slug}">${drawing(product.slug)}</div>
      <div>
        <p class="quiet"><a href="/">All things</a></p>
        <h1>${product.name}</h1>
        <p class="price">${money(product.price, CURRENCY)}</p>
        <p>${product.text}</p>
        <ul class="facts">
          ${product.facts.map((fact) => html`<li>${fact}</li>`)}
        </ul>
        <form method="post" action="/cart" class="buy">
          <input type="hidden" name="slug" value="${product.slug}" />
          <input type="hidden" name="add" value="yes" />
          <label for="quantity">How many</label>
          <select id="quantity" name="quantity">
            ${[1, 2, 3, 4, 5, 6].map((number) => html`<option>${number}</option>`)}
          </select>
          <button class="button">Add to cart</button>
        </form>
      </div>
    </article>`,
  )
}
