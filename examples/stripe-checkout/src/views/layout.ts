/** The frame of every page: head, navigation, footer, and the partner program's loader. */
import type { User } from '../users.ts'
import { html, type Html } from './html.ts'
import { snippet } from './snippet.ts'

export type Layout = (user: User | null, title: string, body: Html) => string

export function createLayout(options: { ingestUrl: string; publicKey: string | undefined }): Layout {
  // ── partner attribution ── the loader, on every page a referred visitor may land on
  const loader = options.publicKey ? snippet(options.ingestUrl, options.publicKey) : null
  return (user, title, body) =>
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="description" content="Rotawell plans shifts for cafés, clinics and corner shops." />
          <title>${title} · Rotawell</title>
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
          <link rel="stylesheet" href="/app.css" />
          ${loader}
        </head>
        <body>
          <a class="skip" href="#main">Skip to content</a>
          <header class="bar">
            <a class="brand" href="/"><img src="/icon.svg" alt="" width="28" height="28" />Rotawell</a>
            <nav aria-label="Main">
              <a href="/pricing">Pricing</a>
              ${user ? signedIn : signedOut}
            </nav>
          </header>
          <main id="main">${body}</main>
          <footer>
            <p>
              <strong>Rotawell is a demo shop.</strong> It shows how a product that sells through Stripe Checkout
              credits its partners. Nothing here is for sale.
            </p>
          </footer>
        </body>
      </html>`.html
}

const signedOut = html`<a href="/log-in">Log in</a> <a class="button small" href="/sign-up">Sign up</a>`
const signedIn = html`<a href="/billing">Billing</a>
  <form method="post" action="/log-out"><button class="plain">Log out</button></form>`
