/** Acts of a person or a key of which no rule tells by itself: what they made, changed or put away. */
import type { Fact } from '../facts.ts'
import type { ActionRow, ProspectRow } from '../store/reward-rows.ts'
import type { CustomerRow, LinkRow, PartnerRow, PaymentRow } from '../store/rows.ts'
import { audit, differences } from './audit.ts'
import type { Desk } from './desk.ts'
import type { Shelf } from './shelf.ts'

/** Enough of a row to tell of it, whatever kind it is. */
interface Told {
  readonly key: string
  readonly archived?: boolean | string | null
}

/** Writes the line about the row of this key, where it was made or changed since. */
type Tell = (by: string, subject: string, at: number) => void

function verbOf(before: Told | undefined, after: Told): string {
  if (before === undefined) return 'created'
  if (Boolean(before.archived) === Boolean(after.archived)) return 'edited'
  return after.archived ? 'archived' : 'restored'
}

/** How acts on one kind of row are told of: `fields` are what a line says. */
const acts =
  <Row extends Told>(name: string, shelfOf: (desk: Desk) => Shelf<Row>, fields: readonly (keyof Row)[]) =>
  (desk: Desk): Tell => {
    const shelf = shelfOf(desk)
    const mark = shelf.mark()
    return (actor, subject, at) => {
      const change = shelf.since(mark).find(({ after }) => after?.key === subject)
      if (!change?.after) return
      const { before, after } = change
      const detail = before
        ? differences(before, after, fields)
        : Object.fromEntries(fields.map((field) => [field, after[field]]))
      audit(desk, { actor, action: `${name}.${verbOf(before, after)}`, subject, detail }, at)
    }
  }

const partner = acts<PartnerRow>('partner', (desk) => desk.partners, ['partnerKey', 'email', 'firstName', 'lastName'])
const link = acts<LinkRow>('link', (desk) => desk.links, ['path', 'partnerKey', 'destination', 'title'])
const customer = acts<CustomerRow>('customer', (desk) => desk.customers, [
  'customerKey',
  'email',
  'name',
  'partnerKey',
  'providerKey',
  'meta',
])
const transaction = acts<PaymentRow>('transaction', (desk) => desk.payments, ['customer', 'amount', 'currency'])
const action = acts<ActionRow>('action', (desk) => desk.actions, ['type', 'value'])
const prospect = acts<ProspectRow>('prospect', (desk) => desk.prospects, ['kind', 'partnerKey', 'externalKey', 'data'])

const KINDS: Partial<Readonly<Record<Fact['kind'], (desk: Desk) => Tell>>> = {
  ...{ partner, 'link.create': link },
  ...{ 'customer.create': customer, 'customer.edit': customer, 'customer.archive': customer },
  ...{ 'transaction.create': transaction, 'transaction.archive': transaction },
  ...{ 'action.create': action, 'action.archive': action },
  ...{ 'prospect.create': prospect, 'prospect.edit': prospect },
  ...{ 'prospect.archive': prospect, 'prospect.convert': prospect },
}

const NOTHING = (): void => undefined

/**
 * To be called before the fact is decided; what it gives writes the line afterwards, told the key of what the fact is about.
 * Where nothing changed, or a rule has told of it, there is none.
 */
export function watchAct(desk: Desk, { kind }: Fact): (subject: string | undefined, at: number) => void {
  const { by } = desk
  const tell = by === null ? undefined : KINDS[kind]?.(desk)
  if (by === null || tell === undefined) return NOTHING
  const told = desk.audit.mark()
  return (subject, at) => {
    if (subject !== undefined && desk.audit.mark() === told) tell(by, subject, at)
  }
}
