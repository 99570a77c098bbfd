/**
 * What a row of an imported file says: make this, or change the one that stands. What is null was empty, and stays as it is.
 */

/** What a file may hold rows of. */
export type ImportType = 'partners' | 'customers' | 'transactions' | 'rewards'

/** Whether 12.50 USD is written 1250 or 12.50. */
export type AmountUnit = 'minor' | 'major'

/** Named by its partner_key; else by its e-mail. */
export interface PartnerRowFact {
  readonly kind: 'import.partner'
  readonly partnerKey: string | null
  readonly email: string
  readonly firstName: string | null
  readonly lastName: string | null
  /** Slug, key or name. */
  readonly group: string | null
  readonly joinedAt: number | null
  readonly tags: readonly string[] | null
}

/** Named by its customer_key; else by its e-mail. One of both is there. */
export interface CustomerRowFact {
  readonly kind: 'import.customer'
  readonly customerKey: string | null
  readonly email: string | null
  readonly partnerKey: string
  readonly name: string | null
  readonly providerKey: string | null
  readonly fields: Readonly<Record<string, unknown>>
  readonly createdAt: number | null
}

export interface TransactionRowFact {
  readonly kind: 'import.transaction'
  /** customer_key or internal key; else the e-mail. One of both is there. */
  readonly customerKey: string | null
  readonly customerEmail: string | null
  readonly amount: number
  readonly currency: string | null
  readonly key: string | null
  /** Which row of which file it is: names the transaction where the row gives no key. */
  readonly row: string
  readonly productKey: string | null
  readonly categoryKey: string | null
  readonly metadata: Readonly<Record<string, unknown>> | null
  readonly createdAt: number | null
}

export interface RewardRowFact {
  readonly kind: 'import.reward'
  readonly partnerKey: string
  readonly amount: number
  readonly currency: string | null
  readonly description: string
  readonly customerKey: string | null
  readonly transactionKey: string | null
  /** Which row of which file it is: nothing else names a reward. */
  readonly row: string
  readonly createdAt: number | null
}

export type RowFact = PartnerRowFact | CustomerRowFact | TransactionRowFact | RewardRowFact
