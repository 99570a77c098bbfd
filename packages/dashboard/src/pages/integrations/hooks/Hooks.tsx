/** Outgoing webhooks: who is told of changes. */
import { useState } from 'react'
import { useChange } from '../../../api/reads.ts'
import { DataTable } from '../../../parts/DataTable.tsx'
import { Empty } from '../../../parts/Empty.tsx'
import { PageTitle } from '../../../parts/PageTitle.tsx'
import { ShownOnce } from '../../../parts/ShownOnce.tsx'
import type { Hook } from '../types.ts'
import { hookColumns } from './columns.tsx'
import { HookForm, type Wish } from './HookForm.tsx'
import { secretOf, SIGNING } from './secret.ts'

export function Component() {
  const change = useChange<Hook>()
  const [made, setMade] = useState<Hook | null>(null)
  const add = async (wish: Wish): Promise<void> =>
    setMade(await change.mutateAsync({ method: 'POST', path: '/webhooks', body: wish }))
  return (
    <>
      <PageTitle title="Outgoing webhooks" back={{ path: 'integrations', label: 'Integrations' }}>
        <HookForm hook={null} act={add} />
      </PageTitle>
      <DataTable<Hook>
        label="Outgoing webhooks"
        resource="/webhooks"
        columns={hookColumns}
        keyOf={({ key }) => key}
        filters={{}}
        empty={
          <Empty title="No webhooks yet" action={<HookForm hook={null} act={add} />}>
            Add an address of your own: it is told of every sign-up, payment and reward as soon as it is committed, and
            again until it answers.
          </Empty>
        }
      />
      <ShownOnce title="Its signing secret" about={SIGNING} secrets={secretOf(made)} onKept={() => setMade(null)} />
    </>
  )
}
