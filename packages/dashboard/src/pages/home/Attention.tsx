/** What a person should look at. */
import { Alert, List } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useRead } from '../../api/reads.ts'
import { Name } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'

interface AttentionData {
  readonly parked: number
  readonly unmatched: number
  readonly failed: number
  readonly rewards_to_approve: number
  readonly flagged_customers: number
  readonly failing_hooks: readonly { readonly key: string; readonly target: string; readonly reason: string | null }[]
}

/** A count ends at 1000. */
const some = (count: number, one: string, many: string): string =>
  `${count >= 1000 ? '1000 or more' : count} ${count === 1 ? one : many}`

export function Attention() {
  const { data } = useRead<AttentionData>('/attention')
  if (!data) return null
  const { parked, unmatched, failed, rewards_to_approve: rewards, failing_hooks: hooks } = data
  const { flagged_customers: flagged } = data
  if (parked + unmatched + failed + rewards + flagged + hooks.length === 0) return null
  return (
    <Alert variant="default" title="What needs you" component="section" icon={<IconBell aria-hidden />}>
      <List size="sm" spacing={4}>
        {rewards > 0 && (
          <List.Item>
            <PageLink to={['rewards']} search="?state=pending">
              {some(rewards, 'reward waits', 'rewards wait')} for your approval
            </PageLink>
          </List.Item>
        )}
        {flagged > 0 && (
          <List.Item>
            <PageLink to={['customers']} search="?flagged=true">
              {some(flagged, 'customer is', 'customers are')} flagged
            </PageLink>
            : what they earn waits until you have looked
          </List.Item>
        )}
        {parked > 0 && (
          <List.Item>
            <PageLink to={['deliveries']} search="?state=parked">
              {some(parked, 'delivery waits', 'deliveries wait')}
            </PageLink>{' '}
            for the customer or payment it names
          </List.Item>
        )}
        {unmatched > 0 && (
          <List.Item>
            <PageLink to={['deliveries']} search="?state=unmatched">
              {some(unmatched, 'delivery', 'deliveries')}
            </PageLink>{' '}
            waited in vain for a customer
          </List.Item>
        )}
        {failed > 0 && (
          <List.Item>
            <PageLink to={['deliveries']} search="?state=failed">
              {some(failed, 'delivery', 'deliveries')}
            </PageLink>{' '}
            could not be worked: the server's log says why
          </List.Item>
        )}
        {hooks.map(({ key, target, reason }) => (
          <List.Item key={key}>
            Your endpoint <Name>{target}</Name> does not take what is sent{reason !== null && `: ${reason}`}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
