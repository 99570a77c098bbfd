/** A platform's delivery, already verified, as an entry for the books. */
import type { Entry } from '../entry.ts'
import type { Provider, RawDelivery } from '../providers/provider.ts'
import type { WebhookRow } from '../store/config-rows.ts'

/** What this installation has decided about one platform in one mode. */
export type Channel = Pick<WebhookRow, 'mode' | 'recordFrom' | 'currency'>

/** What payments are recorded from, for an event made at this time. */
export const recordFromAt = (recordFrom: WebhookRow['recordFrom'], at: number): 'charge' | 'invoice' =>
  recordFrom.find(({ since }) => since <= at)?.from ?? 'charge'

function kept(provider: Provider, headers: RawDelivery['headers']): Record<string, string> {
  const entries = provider.keepHeaders.map((name) => [name, headers[name]] as const)
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

export function webhookEntry(provider: Provider, raw: RawDelivery, channel: Channel, currency: string): Entry {
  const { mode } = channel
  const reading = provider.read(raw, {
    mode,
    currency: channel.currency ?? currency,
    recordFrom: (at) => recordFromAt(channel.recordFrom, at),
  })
  const { account, eventId, type, verdict } = reading
  const headers = kept(provider, raw.headers)
  const delivery = { provider: provider.name, account, eventId, type, body: raw.body, headers, verdict }
  return { mode, at: raw.receivedAt, facts: reading.facts, delivery }
}
