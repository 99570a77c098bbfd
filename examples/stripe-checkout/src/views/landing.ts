/** The front page. */
import type { User } from '../users.ts'
import { html, type Html } from './html.ts'
import type { Layout } from './layout.ts'
import { plans } from './pricing.ts'

export function landingPage(layout: Layout, user: User | null): string {
  return layout(
    user,
    'The rota your team reads',
    html`<section class="hero">
        <div>
          <h1>The rota your team actually reads.</h1>
          <p class="lead">
            Rotawell plans shifts for cafés, clinics and corner shops. Write the week once, send one link, and stop
            answering “when am I on?”
          </p>
          <p class="row">
            <a class="button" href="${user ? '/pricing' : '/sign-up'}"
              >${user ? 'Choose a plan' : 'Create a free account'}</a
            >
            <a href="/pricing">See the plans</a>
          </p>
        </div>
        ${rota}
      </section>
      <section>
        <ul class="points">
          ${POINTS.map(
            ([title, text]) =>
              html`<li>
                <h2>${title}</h2>
                <p>${text}</p>
              </li>`,
          )}
        </ul>
      </section>
      <section>
        <div class="heading"><h2 class="title">Plans by the month</h2></div>
        ${plans(user)}
      </section>`,
  )
}

const POINTS = [
  ['One page, one week', 'Everyone sees the whole week on a phone, with their own shifts in front. No app to install.'],
  ['Swaps without a group chat', 'Two people agree, you nod, and the rota is right again. Who changed what is kept.'],
  ['Hours you can pay from', 'At the month’s end, hours and breaks come out as a file your payroll takes.'],
] as const

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
/** Who works when: day, and how many days from there. */
const WEEK: readonly (readonly [
  name: string,
  tone: string,
  shifts: readonly (readonly [from: number, days: number, hours: string])[],
])[] = [
  [
    'Noor',
    'a',
    [
      [1, 2, '7–15'],
      [5, 1, '9–17'],
    ],
  ],
  ['Tomasz', 'b', [[2, 3, '11–19']]],
  [
    'Ines',
    'c',
    [
      [1, 1, '12–20'],
      [4, 3, '8–14'],
    ],
  ],
  ['Olu', 'd', [[3, 2, '7–15']]],
]

const rota: Html = html`<div class="rota" role="img" aria-label="A week’s rota with four people and their shifts">
  <div class="rota-head">
    <span></span>
    ${DAYS.map((day) => html`<span>${day}</span>`)}
  </div>
  ${WEEK.map(
    ([name, tone, shifts]) =>
      html`<div class="rota-row">
        <span class="rota-name">${name}</span>
        ${shifts.map(
          ([from, days, hours]) =>
            html`<span class="shift ${tone}" style="grid-column: ${from + 1} / span ${days}">${hours}</span>`,
        )}
      </div>`,
  )}
</div>`
