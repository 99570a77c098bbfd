/** The plan, what was paid, and the ways back. */
import type Stripe from 'stripe'
import type { User } from '../users.ts'
import { html, type Html } from './html.ts'
import type { Layout } from './layout.ts'
import { money } from './money.ts'

export interface Billing {
  readonly subscriptions: readonly Stripe.Subscription[]
  readonly charges: readonly Stripe.Charge[]
}
export interface Message {
  readonly said?: string
  readonly error?: string
  /** The charge the error is about. */
  readonly charge?: string
}

export function billingPage(layout: Layout, user: User, { subscriptions, charges }: Billing, message: Message): string {
  return layout(
    user,
    'Billing',
    html`<section class="medium">
      <div class="heading">
        <h1>Billing</h1>
        <p class="quiet who">${user.name} · ${user.email}</p>
      </div>
      ${message.said ? html`<p class="alert good" role="status">${message.said}</p>` : null}
      ${message.error && !message.charge ? html`<p class="alert bad" role="alert">${message.error}</p>` : null}
      <h2>Your plan</h2>
      ${subscriptions.length > 0 ? subscriptions.map(plan) : noPlan}
      <h2>Payments</h2>
      ${
        charges.length > 0
          ? html`<ul class="charges">
              ${charges.map((charge) => html`<li class="card">${payment(charge, message)}</li>`)}
            </ul>`
          : html`<p class="card quiet">No payments yet. They will be listed here.</p>`
      }
    </section>`,
  )
}

const noPlan = html`<div class="card row">
  <p>You have no plan at the moment.</p>
  <a class="button" href="/pricing">See the plans</a>
</div>`

function plan(subscription: Stripe.Subscription): Html {
  const [item] = subscription.items.data
  const price = money(item?.price.unit_amount ?? 0, subscription.currency)
  const until = day(item?.current_period_end ?? subscription.start_date)
  return html`<div class="card">
    <p><strong class="big">${price}</strong> a month</p>
    <p class="quiet">${subscription.cancel_at_period_end ? `Ends on ${until}.` : `Renews on ${until}.`}</p>
    <form method="post" action="/billing/cancel" class="row">
      ${
        subscription.cancel_at_period_end
          ? null
          : html`<button class="button quiet-button" name="when" value="end">Cancel at the end of the month</button>`
      }
      <button class="button quiet-button" name="when" value="now">Cancel now</button>
    </form>
  </div>`
}

function payment(charge: Stripe.Charge, message: Message): Html {
  const left = charge.amount_captured - charge.amount_refunded
  return html`<div class="row">
      <p>
        <strong>${money(charge.amount, charge.currency)}</strong> <span class="quiet">on ${day(charge.created)}</span>
      </p>
      <p class="state ${charge.status === 'failed' ? 'bad' : ''}">${state(charge)}</p>
    </div>
    ${left > 0 ? refundForm(charge, left, message.charge === charge.id ? message.error : undefined) : null}`
}

/** In a product of your own this would be your staff's page; here one person plays both parts. */
function refundForm(charge: Stripe.Charge, left: number, error: string | undefined): Html {
  const id = `amount-${charge.id}`
  return html`<form method="post" action="/billing/refund" class="refund" novalidate>
    <input type="hidden" name="charge" value="${charge.id}" />
    <div class="field">
      <label for="${id}">Amount to refund</label>
      <input
        id="${id}"
        name="amount"
        inputmode="decimal"
        autocomplete="off"
        placeholder="${money(left, charge.currency)}"
        aria-describedby="${id}-note"
        ${error ? html`aria-invalid="true"` : null}
      />
      <p class="${error ? 'error' : 'hint'}" id="${id}-note">${error ?? 'Leave empty to refund all of it.'}</p>
    </div>
    <button class="button quiet-button">Refund</button>
  </form>`
}

function state(charge: Stripe.Charge): string {
  if (charge.status === 'failed') return 'Declined'
  if (charge.refunded) return 'Refunded'
  return charge.amount_refunded > 0 ? `${money(charge.amount_refunded, charge.currency)} refunded` : 'Paid'
}

const day = (seconds: number): string =>
  new Date(seconds * 1000).toLocaleDateString('en-US', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
