/** One partner: who they are, their links, and whom they brought. */
import { Stack } from '@mantine/core'
import { useParams } from 'react-router'
import { part, useRead } from '../../api/reads.ts'
import type { Customer, Partner, Transaction, Reward } from '../../api/types.ts'
import { useTo } from '../../api/mode.ts'
import { Archived } from '../../parts/Archived.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { nameOfPartner } from '../../parts/people.ts'
import { ShortList } from '../../parts/ShortList.tsx'
import { ofPartner as customerColumns } from '../customers/columns.tsx'
import { ofPartner as transactionColumns } from '../transactions/columns.tsx'
import { ofPartner as rewardColumns } from '../rewards/columns.tsx'
import { ArchivePartner } from './ArchivePartner.tsx'
import { EditPartner } from './EditPartner.tsx'
import { PartnerFacts } from './PartnerFacts.tsx'
import { PartnerLinks } from './PartnerLinks.tsx'
import { SharePage } from './SharePage.tsx'
import { Timeline } from './Timeline.tsx'

export function Component() {
  const { key = '' } = useParams()
  const read = useRead<Partner>(`/partnerships${part(key)}?include_archived=true`)
  return (
    <Loaded read={read} what="partner">
      {(partner) => <Found partner={partner} />}
    </Loaded>
  )
}

function Found({ partner }: { readonly partner: Partner }) {
  const to = useTo()
  const filters = { partnership_key: partner.key }
  const search = `?partner=${encodeURIComponent(partner.partner_key)}`
  return (
    <>
      <PageTitle
        title={nameOfPartner(partner)}
        back={{ path: 'partners', label: 'All Partners' }}
        beside={<Archived is={partner.archived} />}
      >
        {!partner.archived && <SharePage partner={partner} />}
        {!partner.archived && <EditPartner partner={partner} />}
        {!partner.archived && <ArchivePartner partner={partner} />}
      </PageTitle>
      <Stack gap="xl">
        <PartnerFacts partner={partner} />
        <PartnerLinks partner={partner} />
        <ShortList<Customer>
          title="Customers"
          resource="/customers"
          columns={customerColumns}
          keyOf={(customer) => customer.key}
          filters={filters}
          empty="Nobody has signed up through their links yet."
          all={to('customers') + search}
        />
        <ShortList<Transaction>
          title="Transactions"
          resource="/transactions"
          columns={transactionColumns}
          keyOf={(transaction) => transaction.key}
          filters={{ ...filters, include_archived: 'true' }}
          empty="None of their customers has paid yet."
          all={to('transactions') + search}
        />
        <ShortList<Reward>
          title="Rewards"
          resource="/rewards"
          columns={rewardColumns}
          keyOf={({ key }) => key}
          filters={{ ...filters, include_archived: 'true' }}
          empty="Nothing earned yet."
          all={to('rewards') + search}
        />
        <Timeline partner={partner} />
      </Stack>
    </>
  )
}
