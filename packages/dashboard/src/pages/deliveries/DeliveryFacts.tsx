import { Group } from '@mantine/core'
import type { Delivery } from '../../api/types.ts'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Key } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'
import { sourceName } from '../../parts/sources.ts'
import { Time } from '../../parts/Time.tsx'

const copied = (text: string, what: string) => (
  <Group gap={2} wrap="nowrap">
    <Key>{text}</Key>
    <CopyButton text={text} what={what} />
  </Group>
)

export function DeliveryFacts({ delivery: of }: { readonly delivery: Delivery }) {
  return (
    <Facts
      label="The delivery"
      facts={[
        ['From', sourceName(of.provider)],
        of.account === '' ? null : ['Account', copied(of.account, 'account')],
        ['Event id', copied(of.event_id, 'event id')],
        ['Key', copied(of.key, 'key')],
        of.customer === null
          ? null
          : [
              'Customer',
              <PageLink key="customer" to={['customers', of.customer]}>
                <Key>{of.customer}</Key>
              </PageLink>,
            ],
        ['Received', <Time key="received" at={of.received_at} />],
        of.updated_at === of.received_at ? null : ['Last worked', <Time key="worked" at={of.updated_at} />],
        of.attempts === 1 ? null : ['Worked', `${of.attempts} times`],
      ]}
    />
  )
}
