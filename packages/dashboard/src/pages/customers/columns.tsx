import { Group, Text } from '@mantine/core'
import type { Customer } from '../../api/types.ts'
import { Archived } from '../../parts/Archived.tsx'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { Key, Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { sourceName } from '../../parts/sources.ts'
import { nameOfCustomer } from '../../parts/people.ts'
import type { Column } from '../../parts/Table.tsx'
import { Time } from '../../parts/Time.tsx'
import { Flagged } from './Flagged.tsx'

const customer: Column<Customer> = {
  label: 'Customer',
  isLead: true,
  cell: (row) => (
    <>
      <Group gap={6}>
        <PageLink to={['customers', row.key]}>
          <Name isCut>{nameOfCustomer(row)}</Name>
        </PageLink>
        <Archived is={row.archived} />
        <Flagged is={row.flagged} />
      </Group>
      {row.email !== null && row.email !== nameOfCustomer(row) && (
        <Text size="sm" c="dimmed" component="div">
          <Name isCut>{row.email}</Name>
        </Text>
      )}
    </>
  ),
}
const key: Column<Customer> = {
  label: 'Customer key',
  cell: ({ customer_key: text }) => (
    <Group gap={2} wrap="nowrap">
      <Key isCut>{text}</Key>
      <CopyButton text={text} what={`customer key ${text}`} />
    </Group>
  ),
}
const partner: Column<Customer> = {
  label: 'Partner',
  cell: ({ partnership_key: to, partner_key: name }) => (
    <PageLink to={['partners', to]}>
      <Key isCut>{name}</Key>
    </PageLink>
  ),
}
const source: Column<Customer> = { label: 'Came by', cell: ({ source_type: name }) => sourceName(name) }
const signedUp: Column<Customer> = {
  label: 'Signed up',
  sort: 'created_at',
  cell: ({ created_at: at }) => <Time at={at} />,
}

export const customerColumns: readonly Column<Customer>[] = [customer, key, partner, source, signedUp]
export const ofPartner: readonly Column<Customer>[] = [customer, key, source, signedUp]
