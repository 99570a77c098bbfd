/** The forms to sign up and to log in. */
import { html, type Html } from './html.ts'
import type { Layout } from './layout.ts'

export interface SignUpForm {
  readonly name: string
  readonly email: string
}
export type Errors = Partial<Record<'name' | 'email' | 'password', string>>

export function signUpPage(layout: Layout, form: SignUpForm, errors: Errors): string {
  return layout(
    null,
    'Sign up',
    html`<section class="narrow card">
        <h1>Make next week’s rota today</h1>
        <p class="quiet">An account is free. You choose a plan afterwards.</p>
        <form id="sign-up" method="post" action="/sign-up" novalidate>
          ${field('name', 'Your name', 'text', 'name', form.name, errors.name)}
          ${field('email', 'Work e-mail', 'email', 'email', form.email, errors.email)}
          ${field('password', 'Password', 'password', 'new-password', '', errors.password, 'At least 8 characters')}
          <button class="button wide">Create account</button>
        </form>
        <p class="quiet">Have an account? <a href="/log-in">Log in</a></p>
      </section>
      <script src="/sign-up.js" defer></script>`,
  )
}

export function logInPage(layout: Layout, email: string, error: string | null): string {
  return layout(
    null,
    'Log in',
    html`<section class="narrow card">
      <h1>Welcome back</h1>
      ${error ? html`<p class="alert bad" role="alert">${error}</p>` : null}
      <form method="post" action="/log-in" novalidate>
        ${field('email', 'Work e-mail', 'email', 'email', email, undefined)}
        ${field('password', 'Password', 'password', 'current-password', '', undefined)}
        <button class="button wide">Log in</button>
      </form>
      <p class="quiet">New here? <a href="/sign-up">Sign up</a></p>
    </section>`,
  )
}

function field(
  name: string,
  label: string,
  type: string,
  autocomplete: string,
  value: string,
  error: string | undefined,
  hint?: string,
): Html {
  const described = error
    ? html`aria-invalid="true" aria-describedby="${name}-note"`
    : hint
      ? html`aria-describedby="${name}-note"`
      : null
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" ${described} />
    ${
      error
        ? html`<p class="error" id="${name}-note">${error}</p>`
        : hint
          ? html`<p class="hint" id="${name}-note">${hint}</p>`
          : null
    }
  </div>`
}
