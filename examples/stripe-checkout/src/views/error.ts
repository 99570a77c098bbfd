/** What is shown when a page is missing or something failed. */
import type { User } from '../users.ts'
import { html } from './html.ts'
import type { Layout } from './layout.ts'

export function errorPage(layout: Layout, user: User | null, title: string, text: string): string {
  return layout(
    user,
    title,
    html`<section class="narrow center">
      <h1>${title}</h1>
      <p class="lead">${text}</p>
      <p><a class="button" href="/">To the start page</a></p>
    </section>`,
  )
}
