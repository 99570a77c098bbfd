/** What a partner sees by a link that was made for them: their own figures, for a while, and nothing else. */
import { Center, Container, Loader, Stack, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { ApiError } from '../../api/client.ts'
import { Failure } from '../../parts/Failure.tsx'
import { Name } from '../../parts/Name.tsx'
import { Time } from '../../parts/Time.tsx'
import { TestBand } from '../../shell/TestBand.tsx'
import { Clicks } from './Clicks.tsx'
import { Earned } from './Earned.tsx'
import { useFigures, type Figures } from './figures.ts'
import { OwnCustomers, OwnLinks, OwnRewards } from './OwnLists.tsx'

export function PartnerPage() {
  const { data, error, refetch } = useFigures()
  const title = data ? 'Your referrals' : error ? 'This link does not open a page' : 'Loading'
  useEffect(() => void (document.title = title), [title])
  if (data) return <Shown figures={data} />
  if (error) return <Refused error={error} retry={() => void refetch()} />
  return (
    <Center mih="100vh">
      <Loader aria-label="Loading" />
    </Center>
  )
}

const isOver = (error: Error): boolean => error instanceof ApiError && (error.status === 404 || error.status === 410)

const Refused = ({ error, retry }: { readonly error: Error; readonly retry: () => void }) => (
  <Center component="main" mih="100vh" p="md">
    {isOver(error) ? (
      <Stack gap="xs" maw={440} ta="center">
        <Title order={1}>
          {(error as ApiError).status === 410 ? 'This link has ended' : 'This link does not work'}
        </Title>
        <Text>{error.message}</Text>
        <Text c="dimmed" size="sm">
          Whoever runs the partner program can make one in a moment. Your links and rewards are not touched by this.
        </Text>
      </Stack>
    ) : (
      <Failure error={error} retry={retry} />
    )}
  </Center>
)

function Shown({ figures }: { readonly figures: Figures }) {
  const { partner, test, until, clicks, links, customers, earned, rewards } = figures
  const name = [partner.first_name, partner.last_name].filter(Boolean).join(' ') || partner.partner_key
  return (
    <>
      {test && <TestBand />}
      <Container component="main" size="md" py="xl">
        <Stack gap="xl">
          <header>
            <Text c="dimmed">
              <Name>{name}</Name>
            </Text>
            <Title order={1}>Your referrals</Title>
            <Text size="sm" c="dimmed" mt={4} maw={640} component="p">
              You see your own links, clicks, customers and rewards. Of customers only the first letters are shown. This
              link works until <Time at={until} />; whoever has it sees what you see, so keep it to yourself.
            </Text>
          </header>
          <Earned earned={earned} />
          <OwnLinks links={links} />
          <Clicks clicks={clicks} />
          <OwnCustomers customers={customers} />
          <OwnRewards rewards={rewards} />
        </Stack>
      </Container>
    </>
  )
}
