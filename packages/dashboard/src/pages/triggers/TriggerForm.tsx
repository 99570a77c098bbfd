/** Writing a trigger: what it will do stands below in plain language while it is written. */
import { Alert, Button, Group, Modal, Stack, type ButtonProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState, type SubmitEvent } from 'react'
import { part, useChange } from '../../api/reads.ts'
import type { Trigger } from '../../api/types.ts'
import { Failure } from '../../parts/Failure.tsx'
import { tell } from '../../parts/tell.ts'
import { draftOf, NEW, termsOf } from './draft.ts'
import { useGroups } from './groups.ts'
import { sentence, type Terms } from './sentence.ts'
import { Trial } from './Trial.tsx'
import { TriggerFields } from './TriggerFields.tsx'

interface Props {
  /** Null: a new one. */
  readonly trigger: Trigger | null
  readonly button?: ButtonProps
}

export function TriggerForm({ trigger, button }: Props) {
  const [isOpen, dialog] = useDisclosure(false)
  const label = trigger ? 'Edit' : 'Add a trigger'
  return (
    <>
      <Button onClick={dialog.open} {...button}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title={trigger ? 'Edit the trigger' : label} size="lg">
        <Form trigger={trigger} close={dialog.close} />
      </Modal>
    </>
  )
}

function Form({ trigger, close }: { readonly trigger: Trigger | null; readonly close: () => void }) {
  const [draft, setDraft] = useState(trigger ? draftOf(trigger) : NEW)
  const { options, nameOf } = useGroups()
  const change = useChange<Trigger>()
  const terms = termsOf(draft)
  const save = async ({ event, ...said }: Terms): Promise<void> => {
    if (trigger) await change.mutateAsync({ method: 'PATCH', path: `/triggers${part(trigger.key)}`, body: said })
    else await change.mutateAsync({ method: 'POST', path: '/triggers', body: { event, ...said } })
    tell(trigger ? 'The trigger is changed.' : 'The trigger holds from now on.')
    close()
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    // What goes wrong stands below, from the mutation.
    if (typeof terms !== 'string') save(terms).catch(() => undefined)
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TriggerFields
          draft={draft}
          set={(changes) => setDraft((former) => ({ ...former, ...changes }))}
          isNew={trigger === null}
          groups={options}
        />
        <Alert
          color={typeof terms === 'string' ? 'yellow' : 'brand'}
          title={typeof terms === 'string' ? 'Not complete yet' : 'What it will do'}
          role="status"
          aria-live="polite"
        >
          <span className="name">{typeof terms === 'string' ? terms : sentence(terms, nameOf)}</span>
        </Alert>
        {/* Anew for other terms: what was tried before is not about these. */}
        {typeof terms !== 'string' && <Trial key={JSON.stringify(terms)} terms={terms} />}
        {change.error && <Failure error={change.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending} disabled={typeof terms === 'string'}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
