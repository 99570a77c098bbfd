/** Where changes are told, and which of them. */
import { Button, Checkbox, Group, Modal, Stack, TextInput, type ButtonProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useMode } from '../../../api/mode.ts'
import { Failure } from '../../../parts/Failure.tsx'
import type { Hook } from '../types.ts'
import { EVENTS } from './events.ts'

export interface Wish {
  readonly target: string
  readonly events: readonly string[]
}

interface Props {
  /** Null: a new one. */
  readonly hook: Hook | null
  readonly button?: ButtonProps
  readonly act: (wish: Wish) => Promise<unknown>
}

export function HookForm({ hook, button, act }: Props) {
  const [isOpen, dialog] = useDisclosure(false)
  const label = hook ? 'Edit' : 'Add a webhook'
  return (
    <>
      <Button onClick={dialog.open} {...button}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title={hook ? 'Edit the webhook' : label} size="lg">
        <Form hook={hook} act={act} close={dialog.close} />
      </Modal>
    </>
  )
}

const EVERYTHING = '*'

function Form({ hook, act, close }: Pick<Props, 'hook' | 'act'> & { readonly close: () => void }) {
  const mode = useMode()
  const [target, setTarget] = useState(hook?.target ?? '')
  const [isAll, setAll] = useState(hook?.events.includes(EVERYTHING) ?? true)
  const [events, setEvents] = useState<readonly string[]>(hook?.events.filter((event) => event !== EVERYTHING) ?? [])
  const acting = useMutation({ mutationFn: act, onSuccess: close })
  const isAtTarget = acting.error?.message.startsWith("'target'") ?? false
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    acting.mutate({ target: target.trim(), events: isAll ? [EVERYTHING] : events })
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <TextInput
          label="Address"
          description={
            mode === 'test'
              ? 'Of the public internet; http will do in test mode.'
              : 'An https address of the public internet.'
          }
          type="url"
          placeholder="https://"
          required
          data-autofocus
          value={target}
          onChange={(event) => setTarget(event.currentTarget.value)}
          error={isAtTarget && acting.error?.message.replace(/^'target' /, 'It ')}
        />
        <Checkbox
          label="Everything, and what is to come"
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
        {!isAll && (
          <Checkbox.Group label="Is told of" value={[...events]} onChange={setEvents}>
            <Stack gap={6} mt={6}>
              {EVENTS.map(({ name, what }) => (
                <Checkbox key={name} value={name} label={name} description={what} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        {acting.error && !isAtTarget && <Failure error={acting.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={acting.isPending} disabled={!isAll && events.length === 0}>
            {hook ? 'Save' : 'Add'}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
