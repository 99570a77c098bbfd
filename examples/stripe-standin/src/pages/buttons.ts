/** The control page's buttons. Each says in a sentence what it did. */
import { Router } from 'express'
import { cancel, renew } from '../acts/billing.ts'
import { giveBack } from '../acts/refund.ts'
import { isRefusal } from '../api/errors.ts'
import type { Context } from '../context.ts'
import type { Courier } from '../webhooks/courier.ts'
import { controlPage } from './control.ts'

type Form = Record<string, string | undefined>

export function controlRoutes(context: Context, courier: Courier): Router {
  const router = Router()
  const { tables, events } = context.state
  const buttons: Record<string, (form: Form, id: string) => string> = {
    mode: (form) => {
      Object.assign(courier.mode, { duplicate: form['duplicate'] === 'on', reorder: form['reorder'] === 'on' })
      return 'Deliveries changed.'
    },
    renew: (_form, id) => {
      const subscription = tables.subscription[id]
      if (!subscription) return 'There is no such subscription.'
      return renew(context, subscription) ? 'One period on: invoiced and paid.' : 'The subscription has ended.'
    },
    cancel: (_form, id) => {
      const subscription = tables.subscription[id]
      if (!subscription || subscription.status === 'canceled') return 'There is no such subscription any more.'
      cancel(context, subscription)
      return 'Cancelled.'
    },
    refund: (form, id) => {
      const charge = tables.charge[id]
      if (!charge) return 'There is no such charge.'
      const amount = form['amount'] === undefined ? null : Number(form['amount'])
      giveBack(context, charge, { amount, reason: 'requested_by_customer', metadata: {} })
      return 'Refunded.'
    },
    resend: (_form, id) => {
      const sent = events.find(({ event }) => event.id === id)
      if (sent) courier.send(sent.event)
      return sent ? 'Sent again.' : 'There is no such event.'
    },
  }
  router.get('/', (req, res) => void res.send(controlPage(context, courier, String(req.query['said'] ?? ''))))
  router.post('/control/:button', (req, res, next) => {
    const name = req.params.button
    const form = req.body as Form
    const press = Object.hasOwn(buttons, name) ? buttons[name] : undefined
    if (!press) return next()
    res.redirect(303, `/?said=${encodeURIComponent(saying(() => press(form, form['id'] ?? '')))}`)
  })
  return router
}

/** A button pressed twice is refused like an API call would be; people get the reason as a sentence. */
function saying(press: () => string): string {
  try {
    return press()
  } catch (error) {
    if (isRefusal(error)) return error.message
    throw error
  }
}
