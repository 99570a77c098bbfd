/** What each kind of import makes of a row. */
import type { RowFact } from '../facts.ts'
import type { ImportType } from '../facts.ts'
import type { Row } from './row.ts'

const KEY = 255

/** Somebody has to be named. */
const either = (row: Row, one: string, other: string): void => {
  if (row.isEmpty(one) && row.isEmpty(other)) row.refuse(one, `is empty, and so is ${other}`)
}

export const ROW_FACTS: Readonly<Record<ImportType, (row: Row) => RowFact>> = {
  partners: (row) => ({
    kind: 'import.partner',
    partnerKey: row.text('partner_key', KEY),
    email: row.email('email', true) ?? '',
    firstName: row.text('first_name', 50),
    lastName: row.text('last_name', 50),
    group: row.text('group', 100),
    joinedAt: row.moment('joined_at'),
    tags: row.list('tags'),
  }),
  customers(row) {
    const [customerKey, email] = [row.text('customer_key', KEY), row.email('email')]
    either(row, 'customer_key', 'email')
    return {
      ...{ kind: 'import.customer', customerKey, email },
      partnerKey: row.needed('partner_key', KEY),
      name: row.text('name', 100),
      providerKey: row.text('provider_key', KEY),
      fields: { ...row.object('fields'), ...row.own() },
      createdAt: row.moment('created_at'),
    }
  },
  transactions(row) {
    const [customerKey, customerEmail] = [row.text('customer_key', KEY), row.email('customer_email')]
    either(row, 'customer_key', 'customer_email')
    const currency = row.currency('currency')
    return {
      ...{ kind: 'import.transaction', customerKey, customerEmail, currency },
      amount: row.amount('amount', currency),
      key: row.text('key', KEY, 4),
      row: row.name(),
      productKey: row.text('product_key', KEY),
      categoryKey: row.text('category_key', KEY),
      metadata: row.object('metadata'),
      createdAt: row.moment('created_at'),
    }
  },
  rewards(row) {
    const currency = row.currency('currency')
    return {
      ...{ kind: 'import.reward', currency },
      partnerKey: row.needed('partner_key', KEY),
      amount: row.amount('amount', currency),
      description: row.needed('description', 1_000),
      customerKey: row.text('customer_key', KEY),
      transactionKey: row.text('transaction_key', KEY),
      row: row.name(),
      createdAt: row.moment('created_at'),
    }
  },
}
