/** Home: from clicks to rewards, beside the period before, and what needs attention. */
import { Button, NativeSelect, Stack } from '@mantine/core'
import { Link } from 'react-router'
import { useTo } from '../../api/mode.ts'
import { Empty } from '../../parts/Empty.tsx'
import { useListParams } from '../../parts/list-params.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { formatMoney, shortMoney } from '../../parts/money.ts'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Attention } from './Attention.tsx'
import { Figures } from './Figures.tsx'
import { PERIODS, useHome, type Home } from './figures.ts'
import { TopPartners } from './TopPartners.tsx'

const PEOPLE = [
  { name: 'clicks', label: 'Clicks' },
  { name: 'signups', label: 'Sign-ups', of: { name: 'clicks', label: 'clicks' } },
  { name: 'paying', label: 'Paying customers', of: { name: 'signups', label: 'sign-ups' } },
] as const
const MONEY = [
  { name: 'revenue', label: 'Revenue' },
  { name: 'refunds', label: 'Refunds', of: { name: 'revenue', label: 'revenue' } },
  { name: 'rewards', label: 'Rewards', of: { name: 'revenue', label: 'revenue' } },
] as const

const plain = (value: number): string => value.toLocaleString()
const compact = (value: number): string => value.toLocaleString(undefined, { notation: 'compact' })

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
          {(home) => <Told home={home} />}
        </Loaded>
      </Stack>
    </>
  )
}

const isQuiet = ({ counts, money }: Home): boolean =>
  money.length === 0 && Object.values({ ...counts.now, ...counts.before }).every((count) => count === 0)

function Told({ home }: { readonly home: Home }) {
  const to = useTo()
  const { counts, days, money, top_partners: top } = home
  if (isQuiet(home)) {
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
      <Figures
        {...{ title: 'People', choice: 'people', figures: PEOPLE, values: counts, days }}
        format={plain}
        short={compact}
      />
      {money.map(({ currency, ...values }) => (
        <Figures
          key={currency}
          {...{ title: `Money in ${currency}`, choice: `money-${currency}`, figures: MONEY, values, days }}
          format={(value) => formatMoney(value, currency)}
          short={(value) => shortMoney(value, currency)}
        />
      ))}
      {top.map(({ currency, partners }) => (
        <TopPartners key={currency ?? ''} currency={currency} partners={partners} />
      ))}
    </>
  )
}
