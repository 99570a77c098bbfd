/**
 * Whether Stripe sent this, just now: `Stripe-Signature: t=<unix s>,v1=<hex>[,v1=<hex>…][,v0=<hex>]`, each v1 being
 * HMAC-SHA256 over `<t>.<raw body>` with the endpoint's secret. v0 is a test scheme and is never accepted.
 * @see https://docs.stripe.com/webhooks/signature
 */
import { AppError } from '../../errors.ts'
import { assertRecent } from '../age.ts'
import { hmacSha256, sameHex } from '../hmac.ts'
import type { Credentials, RawDelivery } from '../provider.ts'

const UNIX_SECONDS = /^\d{1,12}$/

const NOT_CONFIGURED =
  'No signing secret for Stripe yet, so nothing from it is accepted. Copy the secret of this endpoint from the Stripe ' +
  'dashboard and run: partnerstack-ingest webhook set stripe --secret whsec_… (with --mode test for the test URL)'

const NO_HEADER =
  'The Stripe-Signature header is missing. Stripe sends it with every delivery; a proxy in front has to let it pass.'

const MALFORMED = 'The Stripe-Signature header could not be read. It looks like: t=1700000000,v1=5257a8…'

const NO_SCHEME = 'The Stripe-Signature header has no v1 signature, the only scheme that is accepted.'

const MISMATCH =
  'No signature fits this body. Either the secret set here is not the one of this Stripe endpoint (each endpoint has its ' +
  'own, and the Stripe CLI another), or a proxy altered the body on its way.'

interface Signed {
  /** As it was written: it is part of what was signed. */
  readonly time: string
  readonly signatures: readonly string[]
}

/** Throws `AppError` (401) unless a standing secret signed these bytes, at most five minutes from now either way. */
export function verify({ body, headers, receivedAt }: RawDelivery, { secrets }: Credentials): void {
  const standing = secrets.filter((secret) => secret.trim() !== '')
  if (standing.length === 0) throw new AppError('WEBHOOK_NOT_CONFIGURED', NOT_CONFIGURED)

  const { time, signatures } = signedOf(headers['stripe-signature'])
  const fits = standing.some((secret) => {
    const expected = hmacSha256(secret, `${time}.`, body)
    return signatures.some((signature) => sameHex(expected, signature))
  })
  if (!fits) throw new AppError('INVALID_SIGNATURE', MISMATCH)

  // After the signature: only then is the time Stripe's own, and the clock to blame.
  assertRecent(Number(time) * 1000, receivedAt)
}

function signedOf(header: string | undefined): Signed {
  if (header === undefined || header.trim() === '') throw new AppError('INVALID_SIGNATURE', NO_HEADER)
  const pairs = header.split(',').map((part) => part.trim().split('=', 2))
  const valuesOf = (name: string): string[] => pairs.flatMap(([key, value]) => (key === name && value ? [value] : []))

  const [time, ...others] = valuesOf('t')
  // Two times, and it would be open which of them was signed.
  if (time === undefined || others.length > 0 || !UNIX_SECONDS.test(time)) {
    throw new AppError('INVALID_SIGNATURE', MALFORMED)
  }
  const signatures = valuesOf('v1')
  if (signatures.length === 0) throw new AppError('INVALID_SIGNATURE', NO_SCHEME)
  return { time, signatures }
}
