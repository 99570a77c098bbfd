/** What is kept secret, and who may get in. */
import type { ApiKeyRow, WebhookRow } from '../store/config-rows.ts'
import { broken, ok, warning, type Finding } from './finding.ts'

/** `opens` says whether a sealed text does with the key. */
export function secretKeyFindings(
  key: Buffer | null,
  rows: readonly WebhookRow[],
  opens: (sealed: string) => boolean,
): Finding[] {
  const check = 'SECRET_KEY'
  const sealed = rows.flatMap(({ tokens, secrets, passwords }) => [...tokens, ...secrets, ...passwords])
  if (sealed.length === 0) return [ok(check, 'Nothing is kept under it yet.')]
  const put = 'Put back the one that this database was begun with: SECRET_KEY, or secret.key beside the SQLite file.'
  const lost = `${put} Where it is lost: webhooks have to be set up anew.`
  if (key === null) return [broken(check, 'It is not there, and the secrets of webhooks are kept under it.', lost)]
  const closed = sealed.filter((one) => !opens(one.sealed)).length
  if (closed === 0) return [ok(check, 'It opens every secret of webhooks.')]
  return [
    broken(check, `It opens ${sealed.length - closed} of ${sealed.length} secrets: the server will not start.`, lost),
  ]
}

export function apiKeyFindings(keys: readonly ApiKeyRow[]): Finding[] {
  const standing = keys.filter(({ mode, revokedAt }) => mode === 'production' && revokedAt === null).length
  if (standing > 0) return [ok('keys', `${standing} in production.`)]
  return [warning('keys', 'There is no key pair in production: no page and no back end can call.', 'keys create')]
}

const labelOf = ({ provider, mode }: WebhookRow): string => (mode === 'test' ? `${provider} (test)` : provider)

/** A platform without a secret is not a fault: most installations use one of them. None at all is. */
export function webhookFindings(rows: readonly WebhookRow[], now: number): Finding[] {
  const stands = (row: WebhookRow): boolean => row.secrets.some(({ until }) => until === null || until > now)
  const signing = rows.filter(({ username }) => username === null)
  const ready = signing.filter(stands)
  if (ready.some(({ mode }) => mode === 'production'))
    return [ok('webhooks', `Secrets are set of ${ready.map(labelOf).join(', ')}.`)]
  const tested = ready.length > 0 ? ` (${ready.map(labelOf).join(', ')} only)` : ''
  const found = `No signing secret of a payment platform is set in production${tested}: what they send is refused with 401.`
  return [
    warning('webhooks', found, 'webhook set stripe --secret whsec_…; Chargebee and Recurly need none: webhook list'),
  ]
}
