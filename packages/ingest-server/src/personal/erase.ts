/**
 * Forgetting a customer: all that says who they are goes, everywhere; their money, their partner and the platform's ids stay.
 * First every trace but the customer's own row, which is what they are found by, then that; and once more what came meanwhile.
 * Stopped in between, it is done by doing it again.
 */
import { AppError } from '../errors.ts'
import type { Mode } from '../facts.ts'
import type { Books, Receipt } from '../ledger/books.ts'
import { erasedKeyOf } from '../ledger/erasure.ts'
import type { DumpedRow } from '../store/store.ts'
import type { CustomerView } from '../store/queries.ts'
import type { CustomerRow } from '../store/rows.ts'
import { personOf, type Person } from './person.ts'
import { SWEPT, withoutTraces, type SweptTable } from './traces.ts'
import { wordsOf } from './words.ts'

const PAGE = 250

export interface Erased {
  readonly customer: CustomerView
  /** Rows that told something of them, by table. */
  readonly rows: Readonly<Record<SweptTable, number>>
  /** Deliveries that failed or wait, and mention them: their bodies go once they are worked, or forgotten. */
  readonly kept: readonly string[]
}

/** How far each table has been looked through; those whose keys grow with time go on from there. */
type Places = Map<SweptTable, DumpedRow>
const IN_TIME: readonly SweptTable[] = ['deliveries', 'messages', 'audit']

export async function findPerson(books: Books, mode: Mode, ref: string): Promise<CustomerRow> {
  const found = await books.customer(mode, ref)
  if (found === 'several') throw new AppError('EMAIL_AMBIGUOUS', 'several customers have this e-mail')
  if (!found) throw new AppError('CUSTOMER_NOT_FOUND', 'There is no customer with this key or e-mail.')
  return found.customer
}

async function sweep(books: Books, mode: Mode, person: Person, places: Places) {
  const words = wordsOf(person)
  const kept: string[] = []
  const rows = { deliveries: 0, messages: 0, audit: 0, idempotency: 0, importErrors: 0, prospects: 0 }
  for (const table of SWEPT) {
    for (let last = places.get(table) ?? null; ;) {
      const page = await books.dump(table, last, PAGE)
      const found = page
        .filter(({ row }) => (row as { readonly mode: Mode }).mode === mode)
        .flatMap((one) => withoutTraces(table, person, words, one, (key) => kept.push(key)) ?? [])
      if (found.length > 0) await books.scrub(table, found)
      rows[table] += found.length
      last = page.at(-1) ?? last
      if (last && IN_TIME.includes(table)) places.set(table, last)
      if (page.length < PAGE) break
    }
  }
  return { rows, kept }
}

/** What hangs on the customer, and is found by that. */
async function forgetDetails(books: Books, customer: CustomerRow, person: Person): Promise<void> {
  const { mode, key } = customer
  const page = { mode, limit: PAGE, orderBy: 'created_at', includeArchived: true, customer: key } as const
  const words = wordsOf(person)
  for (let after: string | undefined; ;) {
    const { items, hasMore } = await books.transactions(after === undefined ? page : { ...page, startingAfter: after })
    const payments = items.map(({ payment }) => ({ ...payment, metadata: {}, page: null }))
    if (payments.length > 0) await books.scrub('payments', payments)
    after = payments.at(-1)?.key
    if (!hasMore || after === undefined) break
  }
  for (let after: string | undefined; ;) {
    const { items, hasMore } = await books.rewards(after === undefined ? page : { ...page, startingAfter: after })
    const told = items.flatMap(({ reward }) => {
      const description = reward.description === null ? null : words.without(reward.description, true)
      return description === reward.description ? [] : [{ ...reward, description }]
    })
    if (told.length > 0) await books.scrub('rewards', told)
    after = items.at(-1)?.reward.key
    if (!hasMore || after === undefined) break
  }
  const named = (await books.subscriptions(mode, key, true)).filter((row) => row.customerKey === customer.customerKey)
  const customerKey = erasedKeyOf(customer)
  if (named.length > 0 && customerKey !== customer.customerKey)
    await books.scrub(
      'subscriptions',
      named.map((row) => ({ ...row, customerKey })),
    )
  for (const email of person.emails) await books.forgetWho(mode, email)
}

/** `act` records the fact `customer.erase` under the name of whoever asks for it. */
export async function eraseCustomer(
  books: Books,
  mode: Mode,
  ref: string,
  act: (customer: string) => Promise<Receipt>,
): Promise<Erased> {
  const customer = await findPerson(books, mode, ref)
  const person = await personOf(books, customer, await books.platformIds(mode, customer.key))
  const places: Places = new Map()
  const before = await sweep(books, mode, person, places)
  await forgetDetails(books, customer, person)
  const { customer: erased } = await act(customer.key)
  if (!erased) throw new Error('a customer was erased and is not there')
  const after = await sweep(books, mode, person, places)
  const rows = Object.fromEntries(SWEPT.map((table) => [table, before.rows[table] + after.rows[table]]))
  return { customer: erased, rows: rows as Erased['rows'], kept: [...new Set([...before.kept, ...after.kept])] }
}
