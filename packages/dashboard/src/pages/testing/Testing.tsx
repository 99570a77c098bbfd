/** A guided check of a live integration: seven steps that update as things happen. */
import { Button, Grid, Group, Progress, Stack, Text } from '@mantine/core'
import type { TestStep } from '../../api/types.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Time } from '../../parts/Time.tsx'
import { useFollowing } from './following.ts'
import { Happenings } from './Happenings.tsx'
import { Reports } from './Reports.tsx'
import { Simulate } from './Simulate.tsx'
import { Step } from './Step.tsx'
import { useSince, useSteps } from './steps.ts'
import { TestLink } from './TestLink.tsx'

export function Component() {
  const { since, beginAnew, lookAtTheDay } = useSince()
  const steps = useSteps(since)
  const following = useFollowing()
  return (
    <>
      <PageTitle title="Testing Suite">
        {since && (
          <Button variant="subtle" onClick={lookAtTheDay}>
            Look at the last 24 hours
          </Button>
        )}
        <Button variant="default" onClick={beginAnew}>
          Begin anew
        </Button>
      </PageTitle>
      <Text c="dimmed" mb="lg" maw={720}>
        Keep this page open beside your own site. Open the test link, sign up, pay and refund: each step shows what
        arrived, or why it did not and what to do.{' '}
        {since ? <SinceThen at={Number(since)} /> : 'It looks at the last 24 hours.'}
      </Text>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 7 }}>
          <Stack gap="lg">
            <TestLink />
            <Loaded read={steps} what="check">
              {({ items }) => <Steps items={items} />}
            </Loaded>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 5 }}>
          <Stack gap="lg">
            <Simulate />
            <Happenings following={following} />
            <Reports since={since} />
          </Stack>
        </Grid.Col>
      </Grid>
    </>
  )
}

const SinceThen = ({ at }: { readonly at: number }) => (
  <>
    It looks at what came since <Time at={at} hasSeconds />.
  </>
)

/** Where it goes on: the first that waits, and the first behind what is done. The others would only be noise. */
function nextOf(items: readonly TestStep[]): readonly (TestStep | undefined)[] {
  const last = items.findLastIndex(({ state }) => state === 'done')
  const isWaiting = ({ state }: TestStep): boolean => state === 'waiting'
  return [items.find(isWaiting), items.slice(last + 1).find(isWaiting)]
}

function Steps({ items }: { readonly items: readonly TestStep[] }) {
  const done = items.filter(({ state }) => state === 'done').length
  const next = nextOf(items)
  return (
    <Stack gap="sm">
      <Group gap="sm" wrap="nowrap">
        <Progress value={(done / items.length) * 100} color="teal" style={{ flex: 1 }} aria-hidden />
        <Text size="sm" role="status" className="nowrap">
          {done} of {items.length} done
        </Text>
      </Group>
      <ol className="steps" aria-label="Steps">
        {items.map((one) => (
          <Step key={one.step} of={one} isNext={next.includes(one)} />
        ))}
      </ol>
    </Stack>
  )
}
