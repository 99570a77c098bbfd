/** The partner's own links, customers and rewards: the newest of each. */
import { Badge, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { Money } from '../../parts/Money.tsx'
import { Key, Name } from '../../parts/Name.tsx'
import { QrButton } from '../../parts/QrButton.tsx'
import { Table, type Column } from '../../parts/Table.tsx'
import { Time } from '../../parts/Time.tsx'
import type { Figures, OwnCustomer, OwnLink, OwnReward } from './figures.ts'
import { WORDS } from './words.ts'

interface Numbered {
  readonly at: number
}

interface Props<T> {
  readonly title: string
  readonly list: { readonly items: readonly T[]; readonly has_more: boolean }
  readonly columns: readonly Column<T & Numbered>[]
  /** A column that is only there where any row has something in it. */
  readonly maybe?: { readonly label: string; readonly has: (item: T) => boolean }
  readonly empty: string
}

const List = <T,>({ title, list: { items, has_more: hasMore }, columns, maybe, empty }: Props<T>) => (
  <Stack component="section" aria-label={title} gap="sm">
    <Title order={2}>{title}</Title>
    <Paper withBorder style={{ overflowX: 'auto' }}>
      {items.length > 0 ? (
        <Table
          label={title}
          columns={columns.filter(({ label }) => label !== maybe?.label || items.some(maybe.has))}
          rows={items.map((item, at) => ({ ...item, at }))}
          keyOf={({ at }) => String(at)}
        />
      ) : (
        <Text size="sm" c="dimmed" p="md">
          {empty}
        </Text>
      )}
    </Paper>
    {hasMore && (
      <Text size="sm" c="dimmed">
        The newest {items.length} are shown. Ask whoever runs the program for all of them.
      </Text>
    )}
  </Stack>
)

const linkColumns: readonly Column<OwnLink & Numbered>[] = [
  {
    label: 'Link',
    isLead: true,
    cell: ({ url }) => (
      <Group gap={2} wrap="nowrap">
        <Key>{url}</Key>
        <CopyButton text={url} what={`link ${url}`} />
        <QrButton url={url} />
      </Group>
    ),
  },
  { label: 'For', cell: ({ title }) => title !== null && <Name isCut>{title}</Name> },
]
export const OwnLinks = ({ links }: Pick<Figures, 'links'>) => (
  <List
    title="Your links"
    list={links}
    columns={linkColumns}
    maybe={{ label: 'For', has: ({ title }) => title !== null }}
    empty="You have no link yet: ask for one."
  />
)

const customerColumns: readonly Column<OwnCustomer & Numbered>[] = [
  { label: 'Customer', isLead: true, cell: ({ name }) => <Name isCut>{name}</Name> },
  { label: 'Signed up', cell: ({ created_at: at }) => <Time at={at} isDay /> },
  {
    label: 'State',
    cell: ({ paying }) => (paying ? <Badge color="teal">Has paid</Badge> : <Badge color="gray">Not paid yet</Badge>),
  },
]
export const OwnCustomers = ({ customers }: Pick<Figures, 'customers'>) => (
  <List
    title="Your customers"
    list={customers}
    columns={customerColumns}
    empty="Nobody has signed up by one of your links yet."
  />
)

const rewardColumns: readonly Column<OwnReward & Numbered>[] = [
  { label: 'Reward', isLead: true, cell: ({ amount, currency }) => <Money amount={amount} currency={currency} /> },
  { label: 'State', cell: ({ status }) => <Badge color={WORDS[status].color}>{WORDS[status].label}</Badge> },
  { label: 'For', cell: ({ description }) => description !== null && <Name>{description}</Name> },
  { label: 'Since', cell: ({ created_at: at }) => <Time at={at} isDay /> },
]
export const OwnRewards = ({ rewards }: Pick<Figures, 'rewards'>) => (
  <List
    title="Your rewards"
    list={rewards}
    columns={rewardColumns}
    maybe={{ label: 'For', has: ({ description }) => description !== null }}
    empty="Nothing earned yet."
  />
)
