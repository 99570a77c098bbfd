/** What came last, and what came of it. */
import { Alert, Text } from '@mantine/core'
import { Facts } from '../../../parts/Facts.tsx'
import { Key, Name } from '../../../parts/Name.tsx'
import { PageLink } from '../../../parts/PageLink.tsx'
import { Section } from '../../../parts/Section.tsx'
import { Subject } from '../../../parts/Subject.tsx'
import { Time } from '../../../parts/Time.tsx'
import { needsSecret, PlatformState } from '../platform-state.tsx'
import type { Platform } from '../types.ts'

export function LastDelivery({ platform }: { readonly platform: Platform }) {
  const { last_delivery: last, title, provider } = platform
  return (
    <Section
      title="Last delivery"
      acts={
        last && (
          <Text size="sm">
            <PageLink to={['deliveries']} search={`?source=${provider}`}>
              All deliveries
            </PageLink>
          </Text>
        )
      }
    >
      {last ? (
        <Facts
          label="The last delivery"
          facts={[
            ['Came', <Time at={last.received_at} />],
            ['Event', <Key>{last.type}</Key>],
            ['Outcome', <PlatformState of={platform} />],
            ['Why', <Name>{last.reason}</Name>],
            last.customer === null ? null : ['Customer', <Subject of={last.customer} />],
          ]}
        />
      ) : (
        <Alert variant="default" title="Nothing came yet">
          {needsSecret(platform)
            ? `Everything is refused until the secret below is there. Then set up the endpoint in ${title}.`
            : `Set up the endpoint in ${title} as it stands below, and have it send a test. What is refused, for a wrong secret or password, is not kept: ${title}'s own log shows the answer, which says what is wrong.`}
        </Alert>
      )}
    </Section>
  )
}
