/** Who is told of changes, in short. */
import { useTo } from '../../api/mode.ts'
import { PageLink } from '../../parts/PageLink.tsx'
import { ShortList } from '../../parts/ShortList.tsx'
import { hookColumns } from './hooks/columns.tsx'
import type { Hook } from './types.ts'

export function HooksInShort() {
  const to = useTo()
  return (
    <ShortList<Hook>
      title="Outgoing webhooks"
      resource="/webhooks"
      columns={hookColumns}
      keyOf={({ key }) => key}
      empty="Your own systems are told of nothing yet. Add an address, and they hear of every sign-up, payment and reward."
      all={to('integrations', 'webhooks')}
    >
      <PageLink to={['integrations', 'webhooks']}>Add and change</PageLink>
    </ShortList>
  )
}
