/** The API under /v1: authenticated, idempotent, in Stripe's envelope. */
import express, { Router, type ErrorRequestHandler } from 'express'
import qs from 'qs'
import type { Context } from '../context.ts'
import { API_VERSION } from '../version.ts'
import { auth } from './auth.ts'
import { catalog } from './catalog.ts'
import { customers } from './customers.ts'
import { isRefusal, refusal } from './errors.ts'
import { expand } from './expand.ts'
import { idempotency } from './idempotency.ts'
import type { Params } from './params.ts'
import { payments } from './payments.ts'
import { sessions } from './sessions.ts'
import { subscriptions } from './subscriptions.ts'

/** An endpoint: the parameters of its body or query, the id in its path, where it was asked. What it returns is the answer. */
export type Endpoint = (params: Params, id: string, origin: string) => unknown
export type Endpoints = Record<`${'GET' | 'POST' | 'DELETE'} ${string}`, Endpoint>

export function api(context: Context): Router {
  const router = Router()
  router.use(express.text({ type: () => true, limit: '1mb' }))
  router.use((req, res, next) => {
    req.body = read(typeof req.body === 'string' ? req.body : '')
    res.set({ 'request-id': context.newId('req'), 'stripe-version': req.get('stripe-version') ?? API_VERSION })
    next()
  })
  router.use(auth, idempotency(context))
  const all: Endpoints = {
    ...customers(context),
    ...catalog(context),
    ...sessions(context),
    ...payments(context),
    ...subscriptions(context),
  }
  for (const [route, endpoint] of Object.entries(all)) {
    const [method = '', path = ''] = route.split(' ')
    router[method.toLowerCase() as 'get' | 'post' | 'delete'](path, (req, res) => {
      const params = { ...read(req.url.split('?')[1] ?? ''), ...(req.body as Params) }
      const answer = endpoint(params, String(req.params['id'] ?? ''), `${req.protocol}://${req.get('host')}`)
      res.json(expand(context.state, answer, params['expand']))
    })
  }
  router.use((req) => {
    const message = `Unrecognized request URL (${req.method}: ${req.originalUrl.split('?')[0]}). The stand-in knows only the calls the example shops make.`
    throw refusal(404, { type: 'invalid_request_error', message })
  })
  router.use(answerError)
  return router
}

const read = (form: string): Params => qs.parse(form, { depth: 8, arrayLimit: 100, parameterLimit: 1000 })

const answerError: ErrorRequestHandler = (error, _req, res, next) => {
  if (res.headersSent) return next(error)
  if (isRefusal(error)) return void res.status(error.status).json(error.answer)
  console.error(error)
  res.status(500).json({ error: { type: 'api_error', message: 'Something went wrong in the stand-in.' } })
}
