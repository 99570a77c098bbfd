/**
 * `X-Chargify-Webhook-Signature-Hmac-Sha-256`: hex HMAC-SHA256 over the raw body with the site's shared key. The older header
 * (`X-Chargify-Webhook-Signature`, MD5) proves nothing any more, and a signature in the address would end up in logs: neither
 * is read. There is no time in it, so that a delivery sent again is known by its id alone.
 * @see https://docs.maxio.com/hc/en-us/articles/24266143173901-Webhooks-Overview
 */
import { AppError } from '../../errors.ts'
import { hmacSha256, sameHex } from '../hmac.ts'
import type { Credentials, RawDelivery } from '../provider.ts'

export const SIGNATURE_HEADER = 'x-chargify-webhook-signature-hmac-sha-256'

const NOT_CONFIGURED =
  'No shared key for Chargify yet, so nothing from it is accepted. Copy the Site Shared Key (in Maxio: Config > Webhooks) ' +
  'and run: partnerstack-ingest webhook set chargify --secret … (with --mode test for the test URL)'

const NO_HEADER =
  'The X-Chargify-Webhook-Signature-Hmac-Sha-256 header is missing. Chargify sends it with every delivery; a proxy in front ' +
  'has to let it pass.'

const MISMATCH =
  'The signature does not fit this body. Either the key set here is not the shared key of this Chargify site (each site has ' +
  'its own), or a proxy altered the body on its way.'

/** Throws `AppError` (401) unless a standing key signed these bytes. */
export function verify({ body, headers }: RawDelivery, { secrets }: Credentials): void {
  const standing = secrets.filter((secret) => secret.trim() !== '')
  if (standing.length === 0) throw new AppError('WEBHOOK_NOT_CONFIGURED', NOT_CONFIGURED)
  const signature = headers[SIGNATURE_HEADER]?.trim() ?? ''
  if (signature === '') throw new AppError('INVALID_SIGNATURE', NO_HEADER)
  if (!standing.some((secret) => sameHex(hmacSha256(secret, body), signature))) {
    throw new AppError('INVALID_SIGNATURE', MISMATCH)
  }
}
