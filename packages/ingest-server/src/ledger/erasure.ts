/**
 * Forgetting who a customer is. The row stays, with the platform's ids and a customer_key that names nobody, so that money goes
 * on finding its partner; from then on no source fills in again what was taken out.
 */
import { AppError } from '../errors.ts'
import type { CustomerEraseFact } from '../facts.ts'
import type { CustomerRow, PaymentRow } from '../store/rows.ts'
import { audit } from './audit.ts'
import { changeCustomer } from './customer-rows.ts'
import type { Desk } from './desk.ts'
import { namedToo } from './identity.ts'
import { customerHint, platformHint, waitingUnder } from './parking.ts'
import { unbindId } from './platform-ids.ts'

/** An id that is an e-mail says who it is of; any other means something only to whoever gave it. */
export const saysWho = (id: string): boolean => id.includes('@')

/** What a customer is called from then on: its old key where that named nobody. */
export const erasedKeyOf = ({ key, customerKey }: Pick<CustomerRow, 'key' | 'customerKey'>): string =>
  saysWho(customerKey) ? `erased-${key.slice('cus_'.length)}` : customerKey

export function eraseCustomer(desk: Desk, { ref, actor }: CustomerEraseFact, at: number): CustomerRow {
  const customer = namedToo(desk, ref)
  if (!customer) throw new AppError('CUSTOMER_NOT_FOUND', `There is no customer '${ref}' here.`)
  if (customer.erasedAt !== null) return customer
  const ids = desk.idsOf(customer.key)
  desk.need.ask('hints', customerHint(customer.customerKey), ...ids.map(({ id }) => platformHint(id)))
  desk.need.ask('waitingFor', customer.customerKey)
  for (const hint of [customerHint(customer.customerKey), ...ids.map(({ id }) => platformHint(id))])
    for (const payment of waitingUnder(desk, hint)) forgetWho(desk, payment, at)
  for (const row of ids) if (saysWho(row.id)) unbindId(desk, row, at)
  if (saysWho(customer.customerKey)) {
    for (const row of desk.waitingIds.by('customerKey', customer.customerKey)) desk.waitingIds.remove(row)
    for (const row of desk.waits.by('hint', customerHint(customer.customerKey))) desk.waits.remove(row)
  }
  audit(desk, { actor, action: 'customer.erased', subject: customer.key, detail: {} }, at)
  const gone = { email: null, emailKey: null, name: null, meta: {} }
  return changeCustomer(desk, customer, { ...gone, customerKey: erasedKeyOf(customer), erasedAt: at }, at)
}

/** Of a payment that waits, out of their time: what it goes by stays. */
function forgetWho(desk: Desk, payment: PaymentRow, at: number): void {
  const { evidence } = payment
  if (!evidence?.who) return
  const { customerKey } = evidence.who
  const nobody = customerKey !== null && saysWho(customerKey) ? { customerKey: null } : {}
  const who = { ...evidence.who, email: null, name: null, ...nobody }
  desk.payments.put({ ...payment, metadata: {}, evidence: { ...evidence, who }, updatedAt: at })
}

/** Whether a row that changed is of somebody who was erased. */
export function isOfErased(desk: Desk, key: string): boolean {
  const customer = desk.customers.get(key) ?? desk.customers.get(desk.payments.get(key)?.customer ?? '')
  return customer !== undefined && customer.erasedAt !== null
}

/** What a platform said beside the money of somebody who was erased. A caller's own words are the caller's to choose. */
export function dropSaid(desk: Desk, key: string): void {
  const payment = desk.payments.get(key)
  if (!payment || payment.source === 'api' || !isOfErased(desk, key)) return
  if (Object.keys(payment.metadata).length > 0 || payment.page !== null)
    desk.payments.put({ ...payment, metadata: {}, page: null })
}

/** A person or a key would write down again what was to be forgotten. */
export function refuseToFill(customer: CustomerRow, told: readonly unknown[]): void {
  if (customer.erasedAt === null || told.every((value) => value === undefined)) return
  const mend = 'Its e-mail, name and fields stay empty; if it is a new customer, give it another customer_key.'
  throw new AppError('CONFLICT', `Customer '${customer.customerKey}' was erased. ${mend}`)
}
