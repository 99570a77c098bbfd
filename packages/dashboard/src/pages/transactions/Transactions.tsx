/** What customers paid. */
import { Text } from '@mantine/core'
import type { Transaction } from '../../api/types.ts'
import { DataTable } from '../../parts/DataTable.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { DayFilter, Filters, FindFilter, SwitchFilter } from '../../parts/Filters.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { totals } from '../../parts/money.ts'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Totals } from '../../parts/Totals.tsx'
import { ArchiveAll } from './ArchiveAll.tsx'
import { ArchiveTransactions } from './ArchiveTransactions.tsx'
import { transactionColumns } from './columns.tsx'
import { filtersOf } from './filters.ts'

/** What stands of it: nothing of an archived one. */
const net = ({ amount, amount_refunded: refunded, currency, archived }: Transaction) => ({
  amount: archived ? 0 : amount - refunded,
  currency,
})

export function Component() {
  const params = useListParams()
  const narrowed = filtersOf(params)
  const filters = { ...narrowed, include_archived: params.get('archived') }
  return (
    <>
      <PageTitle title="Transactions">
        <ArchiveAll />
        <ExportButton resource="/transactions" filters={filters} />
      </PageTitle>
      <Filters>
        <FindFilter name="customer" label="Of a customer" placeholder="Customer key or e-mail" />
        <FindFilter name="partner" label="Of a partner" placeholder="Partner key" />
        <DayFilter name="from" label="Since" />
        <DayFilter name="to" label="Until" />
        <SwitchFilter name="archived" label="Show archived" />
      </Filters>
      <Totals
        resource="/transactions"
        filters={narrowed}
        label="All that fit, without archived ones, refunds taken off"
      />
      <DataTable<Transaction>
        label="Transactions"
        resource="/transactions"
        columns={transactionColumns}
        keyOf={({ key }) => key}
        filters={filters}
        bulk={(rows, done) => <ArchiveTransactions transactions={rows} onDone={done} />}
        sum={(rows) => (
          <Text size="sm" c="dimmed">
            On this page, refunds taken off: {totals(rows.map(net)).join(' · ')}
          </Text>
        )}
        empty={
          <Empty title="No transactions yet">
            Payments stand here once the payment platform's webhook, your server or an import tells of one by a customer
            that a partner brought.
          </Empty>
        }
      />
    </>
  )
}
