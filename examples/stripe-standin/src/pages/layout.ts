/** The frame of every page. It says that this is not Stripe, so that nobody ever types a real card. */
import { html, type Html } from './html.ts'

export function layout(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/standin.css" />
      </head>
      <body>
        <p class="notice" role="note">
          <strong>This is not Stripe.</strong> A stand-in on this machine: no real money moves.
        </p>
        ${body}
      </body>
    </html>`.html
}

/** Minor units for people; the currency decides how many decimals. */
export function money(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency: currency.toUpperCase() })
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
}
