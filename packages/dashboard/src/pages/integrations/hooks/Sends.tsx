/** What was sent to a webhook, or is to be, and sending it again. */
import { Badge, Button, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useMode } from '../../../api/mode.ts'
import { part, useChange } from '../../../api/reads.ts'
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx'
import { DataTable } from '../../../parts/DataTable.tsx'
import { Empty } from '../../../parts/Empty.tsx'
import { Filters, SelectFilter } from '../../../parts/Filters.tsx'
import { useListParams } from '../../../parts/list-params.ts'
import { Key, Name } from '../../../parts/Name.tsx'
import { Section } from '../../../parts/Section.tsx'
import { Subject } from '../../../parts/Subject.tsx'
import type { Column } from '../../../parts/Table.tsx'
import { tell } from '../../../parts/tell.ts'
import { Time } from '../../../parts/Time.tsx'
import type { Hook, Send } from '../types.ts'

const STATES = [
  { value: 'waiting', label: 'Waiting', color: 'yellow' },
  { value: 'sent', label: 'Sent', color: 'teal' },
  { value: 'failed', label: 'Given up', color: 'red' },
] as const

/** An endpoint that answers has done so by then. */
const ANSWERED_MS = 2_000

function Outcome({ of }: { readonly of: Send }) {
  const { state, attempts, last_status: status, last_error: error, next_at: next } = of
  const { label, color } = STATES.find(({ value }) => value === state) ?? STATES[0]
  return (
    <>
      <Badge color={color}>{label}</Badge>
      <Text size="xs" c="dimmed" component="div" maw="34ch">
        {attempts === 0 ? 'Not tried yet' : <Name>{error ?? `Answered ${status}`}</Name>}
        {state === 'waiting' && next !== null && (
          <>
            , next <Time at={next} />
          </>
        )}
      </Text>
    </>
  )
}

function useResend(hook: Hook) {
  const mode = useMode()
  const client = useQueryClient()
  const change = useChange<{ readonly resent: number }>()
  return async (body: { readonly message?: string }): Promise<void> => {
    const { resent } = await change.mutateAsync({ method: 'POST', path: `/webhooks${part(hook.key)}/resend`, body })
    tell(resent === 1 ? 'On its way again.' : `${resent} are on their way again.`)
    setTimeout(() => void client.invalidateQueries({ queryKey: [mode] }), ANSWERED_MS)
  }
}

function SendAgain({ hook, send }: { readonly hook: Hook; readonly send: Send }) {
  const resend = useResend(hook)
  const again = (): void => {
    resend({ message: send.message }).catch((error: Error) => tell(error.message, 'red'))
  }
  return (
    <Button size="xs" variant="default" onClick={again}>
      {send.state === 'waiting' ? 'Send now' : 'Send again'}
    </Button>
  )
}

const columnsOf = (hook: Hook): readonly Column<Send>[] => [
  { label: 'What', isLead: true, cell: ({ event }) => <Key>{event}</Key> },
  { label: 'About', cell: ({ subject }) => <Subject of={subject} /> },
  { label: 'Outcome', cell: (send) => <Outcome of={send} /> },
  { label: 'Attempts', isEnd: true, cell: ({ attempts }) => attempts },
  { label: 'When', cell: ({ created_at: at, last_at: last }) => <Time at={last ?? at} /> },
  {
    label: 'Acts',
    cell: (send) => hook.enabled && <SendAgain hook={hook} send={send} />,
  },
]

export function Sends({ hook }: { readonly hook: Hook }) {
  const { get } = useListParams()
  const resend = useResend(hook)
  return (
    <Section
      title="What was sent"
      about="Under the same id and with the same body, however often it is sent. Kept for as long as the setting retention_days says."
      acts={
        hook.enabled && (
          <ConfirmButton
            label="Send again what was given up"
            title="Send again what was given up?"
            size="xs"
            color="brand"
            variant="default"
            act={() => resend({})}
          >
            Every message that was given up is sent once more, each under the id it had.
          </ConfirmButton>
        )
      }
    >
      <Filters>
        <SelectFilter name="state" label="Outcome" options={STATES} />
      </Filters>
      <DataTable<Send>
        label="What was sent"
        resource={`/webhooks${part(hook.key)}/sends`}
        columns={columnsOf(hook)}
        keyOf={({ message }) => message}
        filters={{ state: get('state') }}
        empty={
          <Empty title="Nothing was sent yet">
            The next change that it wants to hear of stands here a moment after it happened. A sign-up in test mode will
            do for a webhook of test mode.
          </Empty>
        }
      />
    </Section>
  )
}
