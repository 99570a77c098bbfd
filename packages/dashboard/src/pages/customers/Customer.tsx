/** One customer: who, by whom, and what they paid. */
import { Stack } from '@mantine/core'
import { useParams } from 'react-router'
import { useTo } from '../../api/mode.ts'
import { part, useRead } from '../../api/reads.ts'
import type { Customer, Subscription, Transaction, Reward } from '../../api/types.ts'
import { Archived } from '../../parts/Archived.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { nameOfCustomer } from '../../parts/people.ts'
import { ShortList } from '../../parts/ShortList.tsx'
import { ofCustomer } from '../transactions/columns.tsx'
import { ofCustomer as rewardColumns } from '../rewards/columns.tsx'
import { ArchiveCustomer } from './ArchiveCustomer.tsx'
import { ChangeAttribution } from './ChangeAttribution.tsx'
import { CustomerFacts } from './CustomerFacts.tsx'
import { EditCustomer } from './EditCustomer.tsx'
import { FlaggedCustomer } from './FlaggedCustomer.tsx'
import { PersonalData } from './PersonalData.tsx'
import { subscriptionColumns } from './subscriptions.tsx'
import { Why } from './Why.tsx'

export function Component() {
  const { key = '' } = useParams()
  const read = useRead<Customer>(`/customers${part(key)}?include_archived=true`)
  return (
    <Loaded read={read} what="customer">
      {(customer) => <Found customer={customer} />}
    </Loaded>
  )
}

function Found({ customer }: { readonly customer: Customer }) {
  const to = useTo()
  return (
    <>
      <PageTitle
        title={nameOfCustomer(customer)}
        back={{ path: 'customers', label: 'Customers' }}
        beside={<Archived is={customer.archived} />}
      >
        {!customer.archived && <ChangeAttribution customer={customer} />}
        {!customer.archived && <EditCustomer customer={customer} />}
        {!customer.archived && <ArchiveCustomer customer={customer} />}
      </PageTitle>
      <Stack gap="xl">
        <FlaggedCustomer customer={customer} />
        <CustomerFacts customer={customer} />
        <Why customer={customer} />
        <ShortList<Transaction>
          title="Transactions"
          resource="/transactions"
          columns={ofCustomer}
          keyOf={({ key }) => key}
          filters={{ customer_key: customer.key, include_archived: 'true' }}
          limit={10}
          empty="Nothing paid yet."
          all={`${to('transactions')}?customer=${encodeURIComponent(customer.key)}&archived=true`}
        />
        <ShortList<Reward>
          title="Rewards"
          resource="/rewards"
          columns={rewardColumns}
          keyOf={({ key }) => key}
          filters={{ customer_key: customer.key, include_archived: 'true' }}
          empty="Nothing earned by this customer yet."
          all={`${to('rewards')}?customer=${encodeURIComponent(customer.key)}&archived=true`}
        />
        <ShortList<Subscription>
          title="Subscriptions"
          resource={`/customers${part(customer.key)}/subscriptions`}
          columns={subscriptionColumns}
          keyOf={({ key }) => key}
          filters={{ include_archived: 'true' }}
          limit={50}
          empty="The payment platform has told of none. They are shown for information; rewards come from payments."
        />
        <PersonalData customer={customer} />
      </Stack>
    </>
  )
}
