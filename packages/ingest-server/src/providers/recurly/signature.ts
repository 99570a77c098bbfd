/**
 * `recurly-signature: <unix ms>,<hex>[,<hex>…]`, HMAC-SHA256 over `<ms>.<raw body>`, one for each standing key of the endpoint.
 * Recurly signs JSON notifications only; where it does sign, and the key is known here, the signature has to fit.
 * @see https://docs.recurly.com/recurly-subscriptions/docs/signature-verification
 */
import { AppError } from '../../errors.ts'
import { assertRecent } from '../age.ts'
import { verifyBasic } from '../basic.ts'
import { hmacSha256, sameHex } from '../hmac.ts'
import type { Credentials, RawDelivery } from '../provider.ts'

const UNIX_MS = /^\d{1,15}$/

const MALFORMED = 'The recurly-signature header could not be read. It looks like: 1700000000000,5257a8…'

const MISMATCH =
  'No signature fits this body. Either the secret set here is not the one of this Recurly endpoint, or a proxy altered the ' +
  'body on its way.'

/** The user name and password always; the signature beside them wherever there is one that can be checked. */
export function verify(delivery: RawDelivery, credentials: Credentials): void {
  verifyBasic(delivery, credentials, 'Recurly', 'recurly')
  const header = delivery.headers['recurly-signature']
  const secrets = credentials.secrets.filter((secret) => secret.trim() !== '')
  if (header === undefined || secrets.length === 0) return

  const [time = '', ...signatures] = header.split(',').map((part) => part.trim())
  if (!UNIX_MS.test(time) || signatures.length === 0) throw new AppError('INVALID_SIGNATURE', MALFORMED)
  const fits = secrets.some((secret) => {
    const expected = hmacSha256(secret, `${time}.`, delivery.body)
    return signatures.some((signature) => sameHex(expected, signature))
  })
  if (!fits) throw new AppError('INVALID_SIGNATURE', MISMATCH)
  assertRecent(Number(time), delivery.receivedAt)
}
