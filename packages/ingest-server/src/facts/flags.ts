/** What makes a customer worth a second look, and a person's word that it is in order. */

/** Each can be switched off: `flag_<rule>` among the settings. */
export type FlagRule = 'same_email' | 'same_domain' | 'no_click' | 'shared_click' | 'archived_partner'

/** Somebody has looked: what waited for that goes on. */
export interface CustomerClearFact {
  readonly kind: 'customer.clear'
  /** customer_key, `cus_…` or e-mail. */
  readonly ref: string
  /** What they found, in their own words: it stands in the audit log. */
  readonly note: string | null
  readonly actor: string
}
