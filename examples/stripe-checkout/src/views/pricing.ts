/** The plans, and a button each. */
import { PLANS, type Plan } from '../plans.ts'
import type { User } from '../users.ts'
import { html, type Html } from './html.ts'
import type { Layout } from './layout.ts'
import { money } from './money.ts'

export function pricingPage(layout: Layout, user: User | null, welcome: boolean): string {
  return layout(
    user,
    'Pricing',
    html`<section>
      ${user && welcome ? html`<p class="alert good" role="status">Welcome, ${user.name}. Your account is ready.</p>` : null}
      <div class="heading">
        <h1>${user ? 'Choose a plan' : 'A plan for every counter'}</h1>
        <p class="lead">Pay by the month, change or stop whenever you like.</p>
      </div>
      ${plans(user)}
    </section>`,
  )
}

export function plans(user: User | null): Html {
  return html`<ul class="plans">
    ${PLANS.map((plan) => html`<li class="card ${plan.key === 'team' ? 'best' : ''}">${card(plan, user)}</li>`)}
  </ul>`
}

function card(plan: Plan, user: User | null): Html {
  return html`<h2>${plan.name}</h2>
    <p class="quiet">${plan.summary}</p>
    <p class="price"><strong>${money(plan.price, 'usd')}</strong> a month</p>
    <ul class="ticks">
      ${plan.features.map((feature) => html`<li>${feature}</li>`)}
    </ul>
    ${
      user
        ? html`<form method="post" action="/checkout">
            <button class="button wide" name="plan" value="${plan.key}">Choose ${plan.name}</button>
          </form>`
        : html`<a class="button wide" href="/sign-up">Start with ${plan.name}</a>`
    }`
}
