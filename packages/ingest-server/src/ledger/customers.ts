/** Customers by key pair: made, met again, renamed, changed, put away. */
import { AppError } from '../errors.ts'
import type { CustomerArchiveFact, CustomerCreateFact, CustomerEditFact, PlatformRef } from '../facts.ts'
import type { CustomerRow } from '../store/rows.ts'
import { emailKey } from './desk.ts'
import type { Desk } from './desk.ts'
import { byEmail, resolveRef } from './identity.ts'
import { audit } from './audit.ts'
import { confirm } from './confirm.ts'
import { changeCustomer, emptyFieldsFrom, makeCustomer } from './customer-rows.ts'
import { refuseToFill, saysWho } from './erasure.ts'
import { bindId, release, unbindId } from './platform-ids.ts'

/** An id that was given without saying of which platform. */
const anyPlatform = (id: string): PlatformRef => ({ provider: '', account: '', id })

/** The customer whose e-mail stands in for the customer_key that a trusted source now names. */
export function standIn(desk: Desk, email: string | null): CustomerRow | undefined {
  const [one, another] = desk.customersByEmail(emailKey(email))
  return one && !another && one.customerKey === one.emailKey ? one : undefined
}

/** A key pair makes a customer, or meets one that stands: empty fields are filled, its partner stays. */
export function createCustomer(desk: Desk, fact: CustomerCreateFact, at: number): CustomerRow {
  const partner = desk.partners.get(fact.partnerKey)
  if (!partner || partner.archived)
    throw new AppError('PARTNER_NOT_FOUND', `There is no partner with partner_key '${fact.partnerKey}' here.`)
  const customerKey = fact.customerKey ?? emailKey(fact.email) ?? ''
  const known = desk.customerByKey(customerKey) ?? (fact.customerKey === null ? byEmail(desk, fact.email) : undefined)
  const renamed = known ? undefined : standIn(desk, fact.email)
  let customer = known ?? renamed
  const fresh = !customer?.confirmed
  if (customer) {
    if (!known)
      audit(
        desk,
        {
          actor: desk.by ?? 'api',
          action: 'customer.renamed',
          subject: customer.key,
          detail: { customer_key: { from: customer.customerKey, to: customerKey } },
        },
        at,
      )
    const keeps = customer.erasedAt !== null
    const email = customer.confirmed || keeps ? {} : { email: fact.email.trim(), emailKey: emailKey(fact.email) }
    const filled = {
      ...emptyFieldsFrom(customer, fact),
      ...email,
      ...(Object.keys(customer.meta).length === 0 && fact.meta && !keeps ? { meta: fact.meta } : {}),
    }
    customer = confirm(desk, customer, partner, desk.by ?? 'api', at)
    customer = changeCustomer(
      desk,
      customer,
      { ...filled, customerKey: known ? customer.customerKey : customerKey, archived: false },
      at,
    )
  } else {
    customer = makeCustomer(
      desk,
      {
        customerKey,
        email: fact.email,
        name: fact.name,
        partner,
        source: 'api',
        confirmed: true,
        xid: null,
        meta: fact.meta,
        createdAt: at,
      },
      at,
    )
  }
  if (fact.providerKey !== null && (customer.providerKey === null || fresh))
    claimId(desk, customer, fact.providerKey, at)
  release(desk, customer, at)
  return desk.customers.get(customer.key) ?? customer
}

/** A key pair gives an id: taken by another is a conflict, unless only a browser had claimed it. */
export function claimId(desk: Desk, customer: CustomerRow, id: string, at: number): void {
  const rows = desk.platformIds.by('id', id).filter((row) => row.customer !== customer.key)
  const taken = rows.find((row) => row.since === null)
  if (taken) {
    const holder = desk.customers.get(taken.customer)?.customerKey ?? taken.customer
    throw new AppError('KEY_TAKEN', `provider_key '${id}' belongs to customer '${holder}'.`)
  }
  for (const row of rows) unbindId(desk, row, at)
  bindId(desk, customer, anyPlatform(id), at, { now: at })
}

export function editCustomer(desk: Desk, fact: CustomerEditFact, at: number): CustomerRow {
  const customer = resolveRef(desk, fact.ref)
  const { customerKey, email, name, meta, providerKey } = fact
  refuseToFill(customer, [email, name, meta, saysWho(customerKey ?? '') ? customerKey : undefined])
  const taken = customerKey === undefined ? undefined : desk.customerByKey(customerKey)
  if (taken && taken.key !== customer.key)
    throw new AppError('KEY_TAKEN', `customer_key '${customerKey}' belongs to another customer.`)
  const changes: Partial<CustomerRow> = {
    ...(customerKey === undefined ? {} : { customerKey }),
    ...(email === undefined ? {} : { email: email.trim(), emailKey: emailKey(email) }),
    ...(name === undefined ? {} : { name }),
    ...(meta === undefined ? {} : { meta: { ...customer.meta, ...meta } }),
  }
  changeCustomer(desk, customer, changes, at)
  if (typeof providerKey === 'string') claimId(desk, customer, providerKey, at)
  if (providerKey === null) {
    for (const row of desk.idsOf(customer.key)) unbindId(desk, row, at)
  }
  const next = desk.customers.get(customer.key) ?? customer
  if (customerKey !== undefined) release(desk, next, at)
  return desk.customers.get(customer.key) ?? next
}

export function archiveCustomer(desk: Desk, fact: CustomerArchiveFact, at: number): CustomerRow {
  return changeCustomer(desk, resolveRef(desk, fact.ref), { archived: true }, at)
}
