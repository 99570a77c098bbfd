import { Paper, Stack, Title } from '@mantine/core'
import { formatMoney } from '../../parts/money.ts'
import { Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { Table, type Column } from '../../parts/Table.tsx'
import type { TopPartner } from './figures.ts'

const partner: Column<TopPartner> = {
  label: 'Partner',
  isLead: true,
  cell: ({ partner_key: key, name, email }) => (
    <PageLink to={['partners', key]}>
      <Name isCut>{name ?? email ?? key}</Name>
    </PageLink>
  ),
}
const figure = (label: string, name: 'clicks' | 'signups' | 'paying'): Column<TopPartner> => ({
  label,
  isEnd: true,
  cell: (row) => <span className="money">{row[name].toLocaleString()}</span>,
})
const sum = (label: string, currency: string, of: (row: TopPartner) => number): Column<TopPartner> => ({
  label,
  isEnd: true,
  cell: (row) => <span className="money">{formatMoney(of(row), currency)}</span>,
})

const columnsOf = (currency: string | null): readonly Column<TopPartner>[] =>
  currency === null
    ? [partner, figure('Clicks', 'clicks'), figure('Sign-ups', 'signups'), figure('Paying', 'paying')]
    : [
        partner,
        sum('Revenue', currency, ({ revenue, refunds }) => revenue - refunds),
        sum('Rewards', currency, ({ rewards }) => rewards),
      ]

interface Props {
  readonly currency: string | null
  readonly partners: readonly TopPartner[]
}

export function TopPartners({ currency, partners }: Props) {
  const title = `Top partners ${currency === null ? 'by sign-ups' : `in ${currency}`}`
  return (
    <Stack component="section" aria-label={title} gap="xs">
      <Title order={2}>{title}</Title>
      <Paper withBorder style={{ overflowX: 'auto' }}>
        <Table label={title} columns={columnsOf(currency)} rows={partners} keyOf={({ partner_key: key }) => key} />
      </Paper>
    </Stack>
  )
}
