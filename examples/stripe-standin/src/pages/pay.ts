/** The hosted payment page's routes: show, pay, confirm. */
import { Router, type Response } from 'express'
import { confirm, pay, type PayResult } from '../acts/checkout.ts'
import { readCard } from '../cards.ts'
import type { Context } from '../context.ts'
import type { Session } from '../shapes/wire.ts'
import { challengePage, donePage, messagePage, payPage, returnUrl, type PayErrors, type PayForm } from './checkout.ts'

/** Filled in, so that trying the whole way takes one click. */
const READY = { number: '4242 4242 4242 4242', expiry: '12 / 34', cvc: '123' }

export function payRoutes(context: Context): Router {
  const router = Router()
  const { tables, drafts } = context.state
  const sessionOf = (res: Response) => res.locals['session'] as Session
  const show = (session: Session, form: PayForm, errors: PayErrors = {}) =>
    payPage(session, drafts[session.id]?.lines ?? [], form, errors)
  const ready = (session: Session): PayForm => ({ ...READY, ...payerOf(context, session) })

  function go(res: Response, session: Session, result: PayResult, form: PayForm): void {
    if (result.next === 'done') return res.redirect(303, returnUrl(session))
    if (result.next === 'challenge') return res.redirect(303, `/pay/${session.id}/confirm`)
    res.status(402).send(show(session, form, { payment: result.message }))
  }

  router.param('session', (_req, res, next, id: string) => {
    const session = tables['checkout.session'][id]
    if (!session) {
      return void res.status(404).send(messagePage('No such payment', 'Its link may be from an earlier start.'))
    }
    if (session.status === 'complete') return void res.send(donePage(session))
    res.locals['session'] = session
    next()
  })
  router.get('/:session', (_req, res) => void res.send(show(sessionOf(res), ready(sessionOf(res)))))
  router.post('/:session', (req, res) => {
    const session = sessionOf(res)
    const given = req.body as Partial<Record<keyof PayForm, string>>
    const known = payerOf(context, session)
    const form: PayForm = {
      number: given.number ?? '',
      expiry: given.expiry ?? '',
      cvc: given.cvc ?? '',
      email: known.email || (given.email ?? ''),
      name: given.name ?? '',
    }
    const read = readCard(form, context.now())
    const email = /^\S+@\S+$/.test(form.email) ? null : 'Please give your e-mail address.'
    if ('errors' in read || email) {
      const errors = { ...('errors' in read ? read.errors : {}), ...(email ? { email } : {}) }
      return void res.status(422).send(show(session, form, errors))
    }
    go(res, session, pay(context, session, { card: read.card, email: form.email, name: form.name }), form)
  })
  router.get('/:session/confirm', (_req, res) => void res.send(challengePage(sessionOf(res))))
  router.post('/:session/confirm', (req, res) => {
    const session = sessionOf(res)
    const confirmed = (req.body as { confirmed?: string }).confirmed === 'yes'
    go(res, session, confirm(context, session, confirmed), ready(session))
  })
  return router
}

function payerOf(context: Context, session: Session): { email: string; name: string } {
  const customer = context.state.tables.customer[session.customer ?? '']
  return { email: customer?.email ?? session.customer_email ?? '', name: customer?.name ?? '' }
}
