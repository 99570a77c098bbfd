/** A row of customers: makes one, or changes the one who stands. Nobody is moved to another partner by a file. */
import type { CustomerRowFact } from '../facts.ts'
import type { CustomerRow, PartnerRow } from '../store/rows.ts'
import { audit } from './audit.ts'
import { confirm } from './confirm.ts'
import { changeCustomer, makeCustomer } from './customer-rows.ts'
import { claimId, standIn } from './customers.ts'
import { emailKey } from './desk.ts'
import type { Desk } from './desk.ts'
import { platformHint } from './parking.ts'
import { release } from './platform-ids.ts'
import { settleUnder } from './release.ts'
import { rowError } from './row-error.ts'
import type { RowState } from './row-error.ts'

export function importCustomer(desk: Desk, fact: CustomerRowFact, at: number): RowState {
  const partner = desk.partners.get(fact.partnerKey)
  if (!partner || partner.archived)
    throw rowError('partner_key', 'PARTNER_NOT_FOUND', `There is no partner '${fact.partnerKey}' here.`)
  const known = knownCustomer(desk, fact)
  if (!known) {
    make(desk, fact, partner, at)
    return 'created'
  }
  if (known.confirmed && known.partnerKey !== partner.partnerKey) {
    const theirs = `This customer belongs to partner '${known.partnerKey}'`
    throw rowError('partner_key', 'KEY_TAKEN', `${theirs}: an import moves nobody to another partner.`)
  }
  change(desk, known, fact, partner, at)
  const now = desk.customers.get(known.key)
  return now === known ? 'unchanged' : 'updated'
}

/** By customer_key; one whose e-mail has stood in for it so far is renamed. Without one, by e-mail. */
function knownCustomer(desk: Desk, { customerKey, email }: CustomerRowFact): CustomerRow | undefined {
  if (customerKey !== null) return desk.customerByKey(customerKey) ?? standIn(desk, email)
  const [one, another] = desk.customersByEmail(emailKey(email))
  if (another)
    throw rowError('email', 'EMAIL_AMBIGUOUS', 'several customers have this e-mail: name one by customer_key')
  return one ?? desk.customerByKey(emailKey(email) ?? '')
}

function make(desk: Desk, fact: CustomerRowFact, partner: PartnerRow, at: number): void {
  const customer = makeCustomer(
    desk,
    {
      ...{ customerKey: fact.customerKey ?? emailKey(fact.email) ?? '', email: fact.email, name: fact.name, partner },
      ...{ source: 'import', confirmed: true, xid: null, meta: fact.fields },
      createdAt: fact.createdAt ?? at,
    },
    at,
  )
  if (fact.providerKey !== null) claimId(desk, customer, fact.providerKey, at)
  release(desk, customer, at)
}

/** A file from before somebody was erased tells nothing of them. */
const unlessErased = (known: CustomerRow, fact: CustomerRowFact): CustomerRowFact =>
  known.erasedAt === null ? fact : { ...fact, email: null, name: null, fields: {} }

function change(desk: Desk, known: CustomerRow, row: CustomerRowFact, partner: PartnerRow, at: number): void {
  const fact = unlessErased(known, row)
  const { customerKey, email, name, providerKey, createdAt } = fact
  const confirmed = confirm(desk, known, partner, 'import', at)
  const meta = { ...confirmed.meta, ...fact.fields }
  const isSame = JSON.stringify(meta) === JSON.stringify(confirmed.meta)
  if (customerKey !== null && confirmed.customerKey !== customerKey) {
    const detail = { customer_key: { from: confirmed.customerKey, to: customerKey } }
    audit(desk, { actor: 'import', action: 'customer.renamed', subject: known.key, detail }, at)
  }
  const changed = changeCustomer(
    desk,
    confirmed,
    {
      customerKey: customerKey ?? confirmed.customerKey,
      archived: false,
      ...(emailKey(email) !== confirmed.emailKey && email && { email, emailKey: emailKey(email) }),
      ...(name !== null && { name }),
      ...(!isSame && { meta }),
      ...(createdAt !== null && { createdAt }),
    },
    at,
  )
  const held = desk.idsOf(known.key)
  const isHeld = held.some(({ id, since }) => id === providerKey && since === null)
  if (providerKey !== null && !isHeld) claimId(desk, changed, providerKey, at)
  // A key that is new here, or a sign-up earlier than was known, may be what parked payments wait for.
  if (changed === known) return
  release(desk, changed, at)
  for (const { id } of desk.idsOf(known.key)) settleUnder(desk, platformHint(id), at)
}
