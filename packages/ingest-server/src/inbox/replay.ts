/** Working a kept delivery again: by hand, and at every start those that failed by our fault. */
import { AppError } from '../errors.ts'
import type { Entry } from '../entry.ts'
import type { Books, Receipt } from '../ledger/books.ts'
import type { Provider } from '../providers/provider.ts'
import { readSettings } from '../settings.ts'
import type { DeliveryRow } from '../store/rows.ts'
import { conversionEntry } from './conversion-entry.ts'
import { signupEntry } from './signup-entry.ts'
import { webhookEntry } from './webhook-entry.ts'

export interface ReplayDeps {
  readonly books: Books
  readonly providers: ReadonlyMap<string, Provider>
}

async function entryOf({ books, providers }: ReplayDeps, row: DeliveryRow): Promise<Entry> {
  const body = await books.deliveryBody(row.key)
  if (!body) throw new AppError('NOT_FOUND', `The body of delivery '${row.key}' is no longer kept.`)
  const { mode, headers, receivedAt, eventId } = row
  if (row.provider === 'script') return signupEntry({ mode, headers, receivedAt, eventId, body })
  if (row.provider === 'conversion') return conversionEntry({ mode, receivedAt, eventId, body })
  const provider = providers.get(row.provider)
  if (!provider) throw new AppError('NOT_FOUND', `This version does not know the provider '${row.provider}'.`)
  const rows = await books.webhooks()
  const channel = rows.find((webhook) => webhook.mode === mode && webhook.provider === provider.name)
  const { currency } = readSettings(await books.settings(mode))
  const raw = { body: Buffer.from(body), headers, receivedAt }
  return webhookEntry(provider, raw, channel ?? { mode, recordFrom: [], currency: null }, currency)
}

/** What a person has decided where the books could not. */
export interface Choice {
  /** Whose payment it is: customer_key, `cus_…` or e-mail. */
  readonly customer?: string | undefined
  /** Which payment a refund is of: the platform's id. */
  readonly payment?: string | undefined
}

function chosen(facts: Entry['facts'], { customer, payment }: Choice): Entry['facts'] {
  return facts.map((fact) => {
    if (customer !== undefined && fact.kind === 'payment' && fact.role !== 'refund')
      return { ...fact, chosenCustomer: customer }
    if (payment !== undefined && fact.kind === 'loose-refund') return { ...fact, chosen: payment }
    return fact
  })
}

/** Who has it done, for the audit log; a server that works again what failed by its fault is nobody. */
interface Asked extends Choice {
  readonly by?: string
}

export async function replay(deps: ReplayDeps, key: string, { by, ...choice }: Asked = {}): Promise<Receipt> {
  const row = await deps.books.delivery(key)
  if (!row) throw new AppError('NOT_FOUND', `There is no delivery '${key}'. See: deliveries list`)
  const entry = await entryOf(deps, row)
  return deps.books.record({
    ...entry,
    facts: chosen(entry.facts, choice),
    again: true,
    ...(by !== undefined && { by }),
  })
}

const AT_ONCE = 100

/** Replays every failed delivery of both modes; tells of each that fails again, and how many did not. */
export async function replayFailed(
  deps: ReplayDeps,
  onFailure: (key: string, error: unknown) => void,
): Promise<number> {
  let mended = 0
  for (const mode of ['production', 'test'] as const) {
    let startingAfter: string | undefined
    for (;;) {
      const query = { mode, limit: AT_ONCE, states: ['failed'] as const }
      const page = await deps.books.deliveries(startingAfter === undefined ? query : { ...query, startingAfter })
      for (const { key } of page.items) {
        try {
          const { delivery } = await replay(deps, key)
          if (delivery?.state === 'failed') onFailure(key, new Error(delivery.reason))
          else mended += 1
        } catch (error) {
          onFailure(key, error)
        }
      }
      startingAfter = page.items.at(-1)?.key
      if (!page.hasMore || startingAfter === undefined) break
    }
  }
  return mended
}
