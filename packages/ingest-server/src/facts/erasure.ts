/** A person asks that a customer be forgotten: who they are goes, what they paid stays. */
export interface CustomerEraseFact {
  readonly kind: 'customer.erase'
  /** customer_key, `cus_…` or e-mail; an archived one, too. */
  readonly ref: string
  readonly actor: string
}
