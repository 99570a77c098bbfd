/** A conversion that a back end reports by its tracking token, as an entry for the books: it goes by the click alone. */
import type { Entry } from '../entry.ts'
import type { Mode, SignupFact } from '../facts.ts'
import { jsonObject } from './json.ts'

/** What counts of it. The rest is kept with the delivery. */
export interface Conversion {
  readonly xid: string
  readonly customer_key: string
  readonly email?: string | undefined
  readonly name?: string | undefined
  readonly provider_key?: string | undefined
  readonly meta?: Readonly<Record<string, unknown>> | undefined
}

export interface RawConversion {
  readonly mode: Mode
  /** JSON that was checked when it came in. */
  readonly body: Uint8Array
  readonly receivedAt: number
  readonly eventId: string
}

export function conversionEntry({ mode, body, receivedAt, eventId }: RawConversion): Entry {
  const told = jsonObject(body) as unknown as Conversion
  const fact: SignupFact = {
    kind: 'signup',
    customerKey: told.customer_key,
    email: told.email ?? null,
    name: told.name ?? null,
    partnerKey: null,
    xid: told.xid,
    providerKey: told.provider_key ?? null,
    meta: told.meta ?? null,
    ...{ amount: null, amountProblem: null, currency: null, page: null, trusted: true },
  }
  const delivery = {
    provider: 'conversion',
    account: '',
    eventId,
    type: 'conversion',
    body,
    headers: {},
    verdict: null,
  }
  return { mode, at: receivedAt, facts: [fact], delivery }
}
