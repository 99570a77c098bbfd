/** Whom we are to forget, by all that they were ever called here: what is looked for in everything that is kept. */
import { saysWho } from '../ledger/erasure.ts'
import type { Books } from '../ledger/books.ts'
import { emailKey } from '../ledger/desk.ts'
import type { AuditRow, CustomerRow, PlatformIdRow } from '../store/rows.ts'

export interface Person {
  /** `cus_…` */
  readonly key: string
  readonly customerKey: string
  /** As they are compared. */
  readonly emails: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  /** Keys of their rows: the customer's, their payments'. */
  readonly rows: ReadonlySet<string>
  /** Ids long enough to mean nobody else. */
  readonly ids: readonly string[]
}

const PAGE = 250
const LONG_ID = 8

/** The texts under these names, however deep, as they are and as they were. */
function* textsUnder(value: unknown, names: readonly string[], within = false): Generator<string> {
  if (typeof value === 'string') {
    if (within) yield value
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value))
    yield* textsUnder(inner, names, names.includes(name) || (within && (name === 'from' || name === 'to')))
}

async function paymentsOf(books: Books, { mode, key }: CustomerRow): Promise<string[]> {
  const keys: string[] = []
  for (let startingAfter: string | undefined; ;) {
    const query = { mode, limit: PAGE, orderBy: 'created_at', includeArchived: true, customer: key } as const
    const page = await books.transactions(startingAfter === undefined ? query : { ...query, startingAfter })
    keys.push(...page.items.map(({ payment }) => payment.key))
    startingAfter = page.items.at(-1)?.payment.key
    if (!page.hasMore || startingAfter === undefined) return keys
  }
}

async function auditOf(books: Books, { mode, key }: CustomerRow): Promise<AuditRow[]> {
  const lines: AuditRow[] = []
  for (let startingAfter: string | undefined; ;) {
    const query = { mode, limit: PAGE, subject: key }
    const page = await books.auditLog(startingAfter === undefined ? query : { ...query, startingAfter })
    lines.push(...page.items)
    startingAfter = page.items.at(-1)?.key
    if (!page.hasMore || startingAfter === undefined) return lines
  }
}

export async function personOf(
  books: Books,
  customer: CustomerRow,
  ids: readonly Pick<PlatformIdRow, 'id'>[],
): Promise<Person> {
  const [payments, lines] = await Promise.all([paymentsOf(books, customer), auditOf(books, customer)])
  const told = lines.map(({ detail }) => detail)
  const keys = [customer.customerKey, ...textsUnder(told, ['customerKey', 'customer_key'])].filter(saysWho)
  const emails = [customer.email, ...keys, ...textsUnder(told, ['email', 'emailKey'])].map((text) => emailKey(text))
  const names = [customer.name, ...textsUnder(told, ['name'])]
  return {
    ...{ key: customer.key, customerKey: customer.customerKey },
    emails: new Set(emails.filter((text) => text !== null)),
    names: new Set(names.flatMap((text) => text?.trim() || [])),
    rows: new Set([customer.key, ...payments]),
    ids: [...new Set([...ids.map(({ id }) => id), customer.providerKey ?? ''])].filter((id) => id.length >= LONG_ID),
  }
}
