import { Text } from '@mantine/core'
import type { Reward } from '../../api/types.ts'
import { Money } from '../../parts/Money.tsx'
import { Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import type { Column } from '../../parts/Table.tsx'
import { Time } from '../../parts/Time.tsx'
import { RewardState } from './status.tsx'

const amount: Column<Reward> = {
  label: 'Amount',
  isLead: true,
  cell: ({ amount: earned, currency, archived }) => (
    <span className={archived ? 'struck' : undefined}>
      <Money amount={earned} currency={currency} />
    </span>
  ),
}
const state: Column<Reward> = { label: 'State', cell: (row) => <RewardState of={row} /> }
const partner: Column<Reward> = {
  label: 'Partner',
  cell: ({ partnership: { key, name } }) => (
    <PageLink to={['partners', key]}>
      <Name isCut>{name}</Name>
    </PageLink>
  ),
}
const why: Column<Reward> = {
  label: 'For',
  cell: ({ description, offer, transaction }) => (
    <>
      <Text inherit component="div" lineClamp={3} miw="16ch" title={description ?? offer?.description ?? ''}>
        <Name>{description ?? offer?.description ?? ''}</Name>
      </Text>
      {transaction && (
        <Text size="xs" component="div">
          <PageLink to={['transactions', transaction.key]}>
            <Money amount={transaction.amount} currency={transaction.currency} />
          </PageLink>
        </Text>
      )}
    </>
  ),
}
const customer: Column<Reward> = {
  label: 'Customer',
  cell: ({ customer: who }) =>
    who && (
      <PageLink to={['customers', who.key]}>
        <Name isCut>{who.name ?? who.email ?? who.external_key}</Name>
      </PageLink>
    ),
}
const earned: Column<Reward> = { label: 'Earned', sort: 'created_at', cell: ({ created_at: at }) => <Time at={at} /> }

export const rewardColumns = [amount, state, partner, why, customer, earned]
export const ofPartner = [amount, state, why, customer, earned]
export const ofCustomer = [amount, state, partner, why, earned]
