/** The frame of every page. */
import { html, type Html } from './html.ts'

export function layout(title: string, inCart: number, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="description" content="Brindle & Rye makes plain things for the kitchen table." />
        <title>${title} – Brindle &amp; Rye</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/shop.css" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="bar">
          <a class="brand" href="/">Brindle <span>&amp;</span> Rye</a>
          <nav aria-label="Main">
            <a href="/orders">Your orders</a>
            <a href="/cart">Cart${inCart > 0 ? html` <span class="count">${inCart}</span>` : null}</a>
          </nav>
        </header>
        <main id="main">${body}</main>
        <footer>
          <p>
            <strong>Brindle &amp; Rye is a demo shop.</strong> It shows how a shop without any script on its pages
            credits its partners. Nothing here is for sale, and nothing will be sent. <a href="/owner">For the owner</a>
          </p>
        </footer>
      </body>
    </html>`.html
}

export function errorPage(title: string, text: string, inCart: number): string {
  return layout(
    title,
    inCart,
    html`<section class="narrow center">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      <p><a class="button" href="/">Back to the shop</a></p>
    </section>`,
  )
}
