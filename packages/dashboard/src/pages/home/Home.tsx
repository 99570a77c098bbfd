/** Home: from clicks to rewards, beside the period before, and what needs attention. */
import { Button, NativeSelect, SimpleGrid, Stack, Title } from '@mantine/core'
import { Link } from 'react-router'
import { useTo } from '../../api/mode.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { formatMoney } from '../../parts/money.ts'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Attention } from './Attention.tsx'
import { PERIODS, useHome, type Home, type OfCurrency } from './figures.ts'
import { Tile } from './Tile.tsx'
import { TopPartners } from './TopPartners.tsx'

export function Component() {
  const { set } = useListParams()
  const { days, read } = useHome()
  return (
    <>
      <PageTitle title="Home">
        <NativeSelect
          aria-label="Period"
          data={[...PERIODS]}
          value={days}
          onChange={({ currentTarget: { value } }) => set({ days: value === '30' ? null : value })}
        />
      </PageTitle>
      <Stack gap="xl">
        <Attention />
        <Loaded read={read} what="period">
          {(home) => <Figures home={home} />}
        </Loaded>
      </Stack>
    </>
  )
}

function Figures({ home }: { readonly home: Home }) {
  const to = useTo()
  const { counts, days, money, top_partners: top } = home
  const tile = (label: string, name: keyof Home['counts']['now']) => (
    <Tile label={label} days={days} now={counts.now[name]} before={counts.before[name]} values={counts.by_day[name]} />
  )
  const isQuiet = money.length === 0 && Object.values({ ...counts.now, ...counts.before }).every((count) => count === 0)
  if (isQuiet) {
    const action = (
      <Button component={Link} to={to('partners')}>
        Go to the partners
      </Button>
    )
    return (
      <Empty title="Nothing has happened in these days" action={action}>
        Add a partner, open their link and sign up on your own site: it is counted here at once.
      </Empty>
    )
  }
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        {tile('Clicks', 'clicks')}
        {tile('Sign-ups', 'signups')}
        {tile('Paying customers', 'paying')}
      </SimpleGrid>
      {money.map((one) => (
        <OneCurrency key={one.currency} of={one} days={days} />
      ))}
      {top.map(({ currency, partners }) => (
        <TopPartners key={currency ?? ''} currency={currency} partners={partners} />
      ))}
    </>
  )
}

function OneCurrency({ of, days }: { readonly of: OfCurrency; readonly days: readonly string[] }) {
  const { currency, now, before, by_day: byDay } = of
  const tile = (label: string, name: 'revenue' | 'refunds' | 'rewards') => (
    <Tile
      {...{ label, days, now: now[name], before: before[name], values: byDay[name] }}
      format={(value) => formatMoney(value, currency)}
    />
  )
  return (
    <Stack component="section" aria-label={`Money in ${currency}`} gap="xs">
      <Title order={2}>{currency}</Title>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        {tile('Revenue', 'revenue')}
        {tile('Refunds', 'refunds')}
        {tile('Rewards', 'rewards')}
      </SimpleGrid>
    </Stack>
  )
}
