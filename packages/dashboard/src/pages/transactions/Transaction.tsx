/** One payment, with all that is known of it. */
import { Group, Stack } from '@mantine/core'
import { useParams } from 'react-router'
import { part, useChange, useRead } from '../../api/reads.ts'
import type { Reward, Transaction } from '../../api/types.ts'
import { ConfirmButton } from '../../parts/ConfirmButton.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { formatMoney } from '../../parts/money.ts'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { tell } from '../../parts/tell.ts'
import { ShortList } from '../../parts/ShortList.tsx'
import { ofCustomer as rewardColumns } from '../rewards/columns.tsx'
import { WHAT_IT_DOES } from './ArchiveTransactions.tsx'
import { TransactionFacts } from './TransactionFacts.tsx'
import { TransactionState } from './TransactionState.tsx'

export function Component() {
  const { key = '' } = useParams()
  const read = useRead<Transaction>(`/transactions${part(key)}`)
  return (
    <Loaded read={read} what="transaction">
      {(transaction) => <Found transaction={transaction} />}
    </Loaded>
  )
}

function Found({ transaction }: { readonly transaction: Transaction }) {
  const change = useChange<Transaction>()
  const { key, amount, currency, archived } = transaction
  return (
    <>
      <PageTitle
        title={formatMoney(amount, currency)}
        back={{ path: 'transactions', label: 'Transactions' }}
        beside={<TransactionState of={transaction} />}
      >
        {!archived && (
          <Group>
            <ConfirmButton
              label="Archive"
              title="Archive this transaction?"
              act={() => change.mutateAsync({ method: 'DELETE', path: `/transactions${part(key)}` })}
              onDone={() => tell('The transaction is archived.')}
            >
              {WHAT_IT_DOES}
            </ConfirmButton>
          </Group>
        )}
      </PageTitle>
      <Stack gap="xl">
        <TransactionFacts transaction={transaction} />
        <ShortList<Reward>
          title="Rewards"
          resource="/rewards"
          columns={rewardColumns}
          keyOf={(reward) => reward.key}
          filters={{ transaction_key: key, include_archived: 'true' }}
          limit={50}
          empty="No trigger fitted it: nothing was earned."
        />
      </Stack>
    </>
  )
}
