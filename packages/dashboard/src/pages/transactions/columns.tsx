import { Text } from '@mantine/core'
import type { Transaction } from '../../api/types.ts'
import { Money } from '../../parts/Money.tsx'
import { Key, Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { nameOfPayer } from '../../parts/people.ts'
import type { Column } from '../../parts/Table.tsx'
import { Time } from '../../parts/Time.tsx'
import { sourceName } from '../../parts/sources.ts'
import { TransactionState } from './TransactionState.tsx'

const amount: Column<Transaction> = {
  label: 'Amount',
  isLead: true,
  cell: ({ key, amount: paid, amount_refunded: refunded, currency, archived }) => (
    <>
      <PageLink to={['transactions', key]}>
        <span className={archived ? 'struck' : undefined}>
          <Money amount={paid} currency={currency} />
        </span>
      </PageLink>
      {refunded > 0 && (
        <Text size="xs" c="dimmed" component="div">
          <Money amount={refunded} currency={currency} /> refunded
        </Text>
      )}
    </>
  ),
}
const state: Column<Transaction> = { label: 'State', cell: (row) => <TransactionState of={row} /> }
const customer: Column<Transaction> = {
  label: 'Customer',
  cell: (row) => (
    <PageLink to={['customers', row.customer.key]}>
      <Name isCut>{nameOfPayer(row)}</Name>
    </PageLink>
  ),
}
const partner: Column<Transaction> = {
  label: 'Partner',
  cell: ({ partnership_key: to, partner_key: name }) => (
    <PageLink to={['partners', to]}>
      <Key isCut>{name}</Key>
    </PageLink>
  ),
}
const product: Column<Transaction> = {
  label: 'Product',
  cell: ({ product_key: name, category_key: category }) => {
    const text = name ?? category
    return text === null ? null : <Key isCut>{text}</Key>
  },
}
const source: Column<Transaction> = { label: 'Told by', cell: ({ source: name }) => sourceName(name) }
const paid: Column<Transaction> = { label: 'Paid', sort: 'created_at', cell: ({ created_at: at }) => <Time at={at} /> }

export const transactionColumns = [amount, state, customer, partner, product, source, paid]
export const ofPartner = [amount, state, customer, product, paid]
export const ofCustomer = [amount, state, product, source, paid]
