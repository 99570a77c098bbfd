/** One outgoing webhook: where, what, how it goes, and what was sent. */
import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { part, useChange, useRead } from '../../../api/reads.ts'
import { useTo } from '../../../api/mode.ts'
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx'
import { Facts } from '../../../parts/Facts.tsx'
import { KeyLine } from '../../../parts/KeyLine.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { Name } from '../../../parts/Name.tsx'
import { PageTitle } from '../../../parts/PageTitle.tsx'
import { ShownOnce } from '../../../parts/ShownOnce.tsx'
import { tell } from '../../../parts/tell.ts'
import { Time } from '../../../parts/Time.tsx'
import type { Hook } from '../types.ts'
import { eventsInWords, HookState } from './columns.tsx'
import { HookForm, type Wish } from './HookForm.tsx'
import { secretOf, SIGNING } from './secret.ts'
import { Sends } from './Sends.tsx'

export function Component() {
  const { key = '' } = useParams()
  const read = useRead<Hook>(`/webhooks${part(key)}`)
  return (
    <Loaded read={read} what="webhook">
      {(hook) => <Found hook={hook} />}
    </Loaded>
  )
}

function Found({ hook }: { readonly hook: Hook }) {
  return (
    <>
      <PageTitle title={hook.target} back={{ path: 'integrations/webhooks', label: 'Outgoing webhooks' }}>
        <Acts hook={hook} />
      </PageTitle>
      <Stack gap="xl">
        <Facts
          label="The webhook"
          facts={[
            ['State', <HookState of={hook} />],
            ['Is told of', <Name>{eventsInWords(hook.events)}</Name>],
            ['Key', <KeyLine text={hook.key} what="key" />],
            ['Added', <Time at={hook.created_at} />],
          ]}
        />
        <Sends hook={hook} />
      </Stack>
    </>
  )
}

function Acts({ hook }: { readonly hook: Hook }) {
  const change = useChange<Hook>()
  const navigate = useNavigate()
  const to = useTo()
  const [rotated, setRotated] = useState<Hook | null>(null)
  const path = `/webhooks${part(hook.key)}`
  const save = async (body: Wish | { readonly enabled: boolean }): Promise<void> => {
    await change.mutateAsync({ method: 'PATCH', path, body })
    tell('The webhook is changed.')
  }
  const turn = (): void => {
    // What goes wrong is said in passing: there is no form to say it at.
    save({ enabled: !hook.enabled }).catch((error: Error) => tell(error.message, 'red'))
  }
  return (
    <>
      <HookForm hook={hook} act={save} button={{ variant: 'default' }} />
      <Button variant="default" loading={change.isPending} onClick={turn}>
        {hook.enabled ? 'Switch off' : 'Switch on'}
      </Button>
      <ConfirmButton
        label="New secret"
        title="Make a new signing secret?"
        color="brand"
        variant="default"
        act={async () => setRotated(await change.mutateAsync({ method: 'POST', path: `${path}/rotate` }))}
      >
        For 24 hours everything is signed with both. Put the new one in place of the old one within that time.
      </ConfirmButton>
      <ConfirmButton
        label="Remove"
        title="Remove this webhook?"
        act={() => change.mutateAsync({ method: 'DELETE', path })}
        onDone={() => {
          tell('The webhook is removed.')
          void navigate(to('integrations', 'webhooks'))
        }}
      >
        Nothing is sent to <Name>{hook.target}</Name> any more, and its log is gone. To pause it, switch it off.
      </ConfirmButton>
      <ShownOnce
        title="The new signing secret"
        about={SIGNING}
        secrets={secretOf(rotated)}
        onKept={() => setRotated(null)}
      />
    </>
  )
}
