/** Which columns a kind of import knows, and what stands in them: one table, from which headers, templates and guides are made. */

import type { ImportType } from '../facts.ts'

export const IMPORT_TYPES = ['partners', 'customers', 'transactions', 'rewards'] as const satisfies ImportType[]

export interface Column {
  /** Other names it goes by; case, spaces and underscores count for nothing. */
  readonly aliases?: readonly string[]
  /** What the template's row has in it. */
  readonly example: string
  readonly meaning: string
}

export interface Columns {
  readonly columns: Readonly<Record<string, Column>>
  /** Of each, one has to be there. */
  readonly required: readonly (readonly string[])[]
  /** Columns that exports and lists of errors bring along: known, and not read. */
  readonly unread: readonly string[]
  /** Whether any other column is a field of the vendor's own. */
  readonly custom: boolean
}

const createdAt: Column = {
  example: '2024-03-31T09:30:00Z',
  meaning: 'when it happened: ISO 8601 (UTC where no zone is given) or epoch milliseconds; now where it is empty',
}
const currency: Column = { example: 'USD', meaning: "three letters; the program's where it is empty" }
const UNREAD = ['error', 'updated_at', 'archived', 'test', 'source', 'source_key', 'amount_usd'] as const

export const COLUMNS: Readonly<Record<ImportType, Columns>> = {
  partners: {
    columns: {
      email: {
        aliases: ['partner_email'],
        example: 'ada@example.com',
        meaning: 'names the partner where partner_key is empty',
      },
      partner_key: { example: 'ada', meaning: 'the public key in links; made up where it is empty' },
      first_name: { aliases: ['partner_first'], example: 'Ada', meaning: 'up to 50 characters' },
      last_name: { aliases: ['partner_last'], example: 'Lovelace', meaning: 'up to 50 characters' },
      group: {
        aliases: ['partner_group', 'group_key'],
        example: 'default',
        meaning: 'slug, key or name of a group that is here; else the default one',
      },
      joined_at: { aliases: ['partner_joined_date'], example: '2023-01-15', meaning: 'ISO 8601 or epoch milliseconds' },
      tags: { example: 'newsletter; podcast', meaning: 'separated by semicolons, commas or bars' },
    },
    required: [['email']],
    unread: [...UNREAD, 'key', 'created_at'],
    custom: false,
  },
  customers: {
    columns: {
      customer_key: {
        aliases: ['external_key', 'customer_external_key'],
        example: 'user-1024',
        meaning: 'your own id of the customer',
      },
      email: {
        aliases: ['customer_email'],
        example: 'grace@example.com',
        meaning: 'names the customer where customer_key is empty',
      },
      partner_key: { example: 'ada', meaning: 'who referred' },
      name: { aliases: ['customer_name'], example: 'Grace Hopper', meaning: 'up to 100 characters' },
      provider_key: { example: 'cus_Q1W2E3R4T5', meaning: "the payment platform's id of the customer" },
      created_at: { ...createdAt, meaning: `when they signed up; ${createdAt.meaning}` },
      fields: {
        example: '{"plan":"pro"}',
        meaning: 'fields of your own as a JSON object; any other column is one, too',
      },
    },
    required: [['customer_key', 'email'], ['partner_key']],
    unread: [...UNREAD, 'key', 'partnership_key'],
    custom: true,
  },
  transactions: {
    columns: {
      customer_key: {
        aliases: ['customer_external_key'],
        example: 'user-1024',
        meaning: 'your own id, or ours (cus_…)',
      },
      customer_email: { aliases: ['email'], example: '', meaning: 'names the customer where customer_key is empty' },
      amount: { example: '4900', meaning: 'minor units (cents), or major ones with amount_unit=major' },
      currency,
      key: {
        aliases: ['transaction_key'],
        example: 'order-5501',
        meaning: 'your own id, 4 characters or more; else the line of this very file',
      },
      product_key: { example: 'pro', meaning: 'what was bought' },
      category_key: { example: 'subscription', meaning: 'which kind of thing' },
      metadata: { example: '{"seats":"3"}', meaning: 'anything else, as a JSON object' },
      created_at: createdAt,
    },
    required: [['customer_key', 'customer_email'], ['amount']],
    unread: [...UNREAD, 'amount_refunded', 'approved', 'replaced_by', 'partner_key', 'partnership_key'],
    custom: false,
  },
  rewards: {
    columns: {
      partner_key: { example: 'ada', meaning: 'who earns it' },
      amount: { example: '980', meaning: 'minor units (cents), or major ones with amount_unit=major' },
      description: { example: 'Bonus for March', meaning: 'shown to the partner' },
      currency,
      customer_key: { example: 'user-1024', meaning: 'the customer it is for, if any' },
      transaction_key: { example: 'order-5501', meaning: 'the transaction it is for, if any' },
      created_at: createdAt,
    },
    required: [['partner_key'], ['amount'], ['description']],
    unread: [...UNREAD, 'key', 'status', 'reward_status', 'trigger_key', 'hold_until'],
    custom: false,
  },
}
