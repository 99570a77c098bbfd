/** The control page: what there is, what was sent where, and buttons for what time and people would do. */
import type { Context } from '../context.ts'
import { productName } from '../shapes/invoice.ts'
import type { Charge, Subscription } from '../shapes/wire.ts'
import type { SentEvent } from '../state.ts'
import type { Courier } from '../webhooks/courier.ts'
import { html, type Html } from './html.ts'
import { layout, money } from './layout.ts'

const SHOWN = 40

export function controlPage(context: Context, courier: Courier, message: string): string {
  const { tables, events } = context.state
  const latest = <T>(all: readonly T[]): T[] => all.toReversed().slice(0, SHOWN)
  return layout(
    'Control – Stripe stand-in',
    html`<main class="control">
      <header>
        <h1>Stripe stand-in</h1>
        <p class="quiet">What the shops asked for, and what was told to ${endpoints(courier)}.</p>
        ${message ? html`<p class="alert" role="status">${message}</p>` : null} ${modes(courier)}
      </header>
      ${table(
        'Subscriptions',
        ['Plan', 'Customer', 'Status', 'Paid until', ''],
        latest(Object.values(tables.subscription)).map((each) => subscriptionRow(context, each)),
      )}
      ${table(
        'Charges',
        ['Amount', 'Given back', 'Status', 'Customer', 'Metadata', ''],
        latest(Object.values(tables.charge)).map((each) => chargeRow(context, each)),
      )}
      ${table(
        'Customers',
        ['Email', 'Name', 'Metadata', 'Id'],
        latest(Object.values(tables.customer)).map(
          (each) =>
            html`<td>${each.email ?? '–'}</td>
              <td>${each.name ?? '–'}</td>
              <td>${pairs(each.metadata)}</td>
              <td><code>${each.id}</code></td>`,
        ),
      )}
      ${table('Events', ['Event', 'Made', 'Deliveries', ''], latest(events).map(eventRow))}
    </main>`,
  )
}

function endpoints({ endpoints }: Courier): Html {
  if (endpoints.length === 0) return html`nobody: no webhook URL is configured`
  return html`${endpoints.map(({ url }, index) => html`${index ? ', ' : ''}<code>${withoutToken(url)}</code>`)}`
}

/** A webhook URL holds its own secret token, which need not be on a screen. */
function withoutToken(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname.replace(/[^/]{20,}$/, '…')}`
}

function modes({ mode }: Courier): Html {
  return html`<form method="post" action="/control/mode" class="modes">
    <label
      ><input type="checkbox" name="duplicate" value="on" ${mode.duplicate ? 'checked' : ''} /> Send every event
      twice</label
    >
    <label
      ><input type="checkbox" name="reorder" value="on" ${mode.reorder ? 'checked' : ''} /> Send events out of
      order</label
    >
    <button>Apply</button>
  </form>`
}

function table(title: string, heads: readonly string[], rows: readonly Html[]): Html {
  const id = title.toLowerCase()
  return html`<section class="panel" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    ${
      rows.length === 0
        ? html`<p class="quiet">None yet.</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="${id}">
            <table>
              <thead>
                <tr>
                  ${heads.map((head) => html`<th scope="col">${head}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${rows.map(
                  (row) =>
                    html`<tr>
                      ${row}
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  </section>`
}

function subscriptionRow(context: Context, each: Subscription): Html {
  const [item] = each.items.data
  const ended = each.status === 'canceled'
  return html`<td>${item ? productName(context, item.price.product) : '–'}</td>
    <td>${who(context, each.customer)}</td>
    <td>${each.cancel_at_period_end && !ended ? 'ends after this period' : each.status}</td>
    <td class="nowrap">${item ? day(item.current_period_end) : '–'}</td>
    <td class="acts">
      ${
        ended
          ? null
          : html`${act('renew', each.id, 'Advance one billing period')} ${act('cancel', each.id, 'Cancel now')}`
      }
    </td>`
}

function chargeRow(context: Context, each: Charge): Html {
  const left = each.amount_captured - each.amount_refunded
  return html`<td>${money(each.amount, each.currency)}</td>
    <td>${each.amount_refunded ? money(each.amount_refunded, each.currency) : '–'}</td>
    <td>${each.refunded ? 'refunded' : each.status}</td>
    <td>${each.customer ? who(context, each.customer) : (each.billing_details.email ?? 'guest')}</td>
    <td>${pairs(each.metadata)}</td>
    <td class="acts">
      ${left > 1 ? act('refund', each.id, 'Refund half', { amount: String(Math.floor(left / 2)) }) : null}
      ${left > 0 ? act('refund', each.id, 'Refund all') : null}
    </td>`
}

function eventRow({ event, deliveries }: SentEvent): Html {
  return html`<td><strong>${event.type}</strong><br /><code>${event.data.object.id}</code></td>
    <td>${new Date(event.created * 1000).toISOString().slice(11, 19)}</td>
    <td>
      ${deliveries.map(
        ({ state, attempts, answer }) =>
          html`<span class="delivery ${state}">${state}</span>
            <span class="quiet">${attempts > 1 ? `${attempts} attempts, ` : ''}${answer}</span><br />`,
      )}
    </td>
    <td class="acts">${act('resend', event.id, 'Send again')}</td>`
}

function act(name: string, id: string, label: string, more: Record<string, string> = {}): Html {
  const hidden = Object.entries({ id, ...more })
  return html`<form method="post" action="/control/${name}">
    ${hidden.map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}" />`)}<button>
      ${label}
    </button>
  </form>`
}

const who = ({ state }: Context, id: string): string => state.tables.customer[id]?.email ?? id
const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10)
const pairs = (metadata: Record<string, string>): Html | string =>
  Object.keys(metadata).length === 0
    ? '–'
    : html`${Object.entries(metadata).map(([key, value]) => html`<span class="pair-of">${key}: ${value}</span> `)}`
