/** Any `sk_test_…` opens the stand-in, as Bearer or as Basic; a live key is sent away before it is of any use. */
import type { RequestHandler } from 'express'
import { refusal } from './errors.ts'

export const auth: RequestHandler = (req, _res, next) => {
  const [scheme = '', value = ''] = (req.get('authorization') ?? '').split(' ')
  const key = /^basic$/i.test(scheme) ? Buffer.from(value, 'base64').toString().split(':')[0] : value
  if (!key) {
    throw refusal(401, { type: 'invalid_request_error', message: 'You did not provide an API key.' })
  }
  if (!/^sk_test_\w+$/.test(key)) {
    const message = `Invalid API Key provided: ${key.slice(0, 8)}****. This is a local stand-in: it takes any sk_test_ key and no other.`
    throw refusal(401, { type: 'invalid_request_error', code: 'api_key_invalid', message })
  }
  next()
}
