/** The hosted payment page, its 3-D Secure step, and what a finished session shows. */
import { TEST_CARDS, type CardErrors, type CardFields } from '../cards.ts'
import type { LineItem, Session } from '../shapes/wire.ts'
import { html, type Html } from './html.ts'
import { layout, money } from './layout.ts'

export interface PayForm extends CardFields {
  readonly email: string
  readonly name: string
}
export type PayErrors = CardErrors & { readonly email?: string; readonly payment?: string }

export function payPage(session: Session, lines: readonly LineItem[], form: PayForm, errors: PayErrors): string {
  const total = money(session.amount_total ?? 0, session.currency ?? 'usd')
  return layout(
    'Pay – Stripe stand-in',
    html`<main class="pay">
      ${summary(session, lines, total)}
      <section class="panel">
        <h2>Pay with card</h2>
        ${errors.payment ? html`<p class="alert" role="alert">${errors.payment}</p>` : null}
        <form method="post" action="/pay/${session.id}" novalidate>
          ${emailField(session, form, errors)} ${field('number', 'Card number', form.number, errors.number, 'numeric')}
          <div class="pair">
            ${field('expiry', 'Expiry date', form.expiry, errors.expiry, 'numeric')}
            ${field('cvc', 'CVC', form.cvc, errors.cvc, 'numeric')}
          </div>
          ${field('name', 'Name on card', form.name, undefined, 'text')}
          <button class="primary">${session.mode === 'subscription' ? 'Subscribe' : `Pay ${total}`}</button>
        </form>
        <h3>Test cards</h3>
        <ul class="cards">
          ${TEST_CARDS.map((card) => html`<li><code>${card.number}</code> <span>${card.what}</span></li>`)}
        </ul>
        ${session.cancel_url ? html`<p><a href="${session.cancel_url}">Cancel and go back</a></p>` : null}
      </section>
    </main>`,
  )
}

function summary(session: Session, lines: readonly LineItem[], total: string): Html {
  return html`<section class="summary">
    <h1>
      <span class="quiet">${session.mode === 'subscription' ? 'Subscribe' : 'Pay'}</span>
      <span class="total">${total}</span>
    </h1>
    <ul class="lines">
      ${lines.map(
        (line) =>
          html`<li>
            <span
              >${line.description}${line.quantity === 1 ? null : html` <span class="quiet">× ${line.quantity}</span>`}</span
            >
            <span>${money(line.amount_total, line.currency)}${period(line)}</span>
          </li>`,
      )}
    </ul>
  </section>`
}

function period(line: LineItem): Html | null {
  const recurring = line.price?.recurring
  return recurring ? html`<span class="quiet"> / ${recurring.interval}</span>` : null
}

function emailField(session: Session, form: PayForm, errors: PayErrors): Html {
  return session.customer_email === null && session.customer === null
    ? field('email', 'Email', form.email, errors.email, 'email')
    : html`<p class="fixed"><span class="quiet">Email</span> ${form.email}</p>`
}

function field(name: string, label: string, value: string, error: string | undefined, mode: string): Html {
  return html`<div>
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      inputmode="${mode}"
      autocomplete="off"
      placeholder="${name === 'expiry' ? 'MM / YY' : ''}"
      ${error ? html`aria-invalid="true" aria-describedby="${name}-error"` : null}
    />
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : null}
  </div>`
}

export function challengePage(session: Session): string {
  return layout(
    '3-D Secure – Stripe stand-in',
    html`<main class="narrow panel">
      <h1>Is it you?</h1>
      <p>
        Your bank asks you to confirm this payment of
        <strong>${money(session.amount_total ?? 0, session.currency ?? 'usd')}</strong>. A real bank would send a code;
        here a click will do.
      </p>
      <form method="post" class="pair">
        <button class="primary" name="confirmed" value="yes">Complete authentication</button>
        <button name="confirmed" value="no">Fail authentication</button>
      </form>
    </main>`,
  )
}

export function donePage(session: Session): string {
  return layout(
    'Paid – Stripe stand-in',
    html`<main class="narrow panel">
      <h1>This session is complete</h1>
      <p>Nothing was charged again.</p>
      <p><a href="${returnUrl(session)}">Back to the shop</a></p>
    </main>`,
  )
}

export function messagePage(title: string, message: string): string {
  return layout(
    `${title} – Stripe stand-in`,
    html`<main class="narrow panel">
      <h1>${title}</h1>
      <p>${message}</p>
      <p><a href="/">To the control page</a></p>
    </main>`,
  )
}

export function returnUrl(session: Session): string {
  return (session.success_url ?? '/').replaceAll('{CHECKOUT_SESSION_ID}', session.id)
}
