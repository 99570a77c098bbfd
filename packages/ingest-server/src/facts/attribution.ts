/** A person decides whose customer somebody is. */
export interface CustomerReattributeFact {
  readonly kind: 'customer.reattribute'
  /** customer_key, `cus_…` or e-mail. */
  readonly ref: string
  /** partner_key, `part_…` or e-mail. */
  readonly partner: string
  /** Why, in that person's words: it stands in the audit log. */
  readonly reason: string
  /** Whether what was paid before follows, with what it has earned. */
  readonly past: boolean
  readonly actor: string
}
