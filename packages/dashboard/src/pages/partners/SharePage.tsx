/** Makes a link by which the partner sees their own figures. It is shown once: nobody can look it up again. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { part, useChange } from '../../api/reads.ts'
import type { Partner } from '../../api/types.ts'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { FieldsForm, type Field, type Values } from '../../parts/FieldsForm.tsx'
import { Key } from '../../parts/Name.tsx'
import { Time } from '../../parts/Time.tsx'

interface PageLink {
  readonly url: string
  readonly until: number
}

const DAYS: Field = {
  name: 'days',
  label: 'It works for',
  initial: '7',
  options: ['1', '7', '30', '90'].map((value) => ({ value, label: value === '1' ? '1 day' : `${value} days` })),
}

export function SharePage({ partner }: { readonly partner: Partner }) {
  const [isOpen, dialog] = useDisclosure(false)
  const [made, setMade] = useState<PageLink | null>(null)
  const change = useChange<PageLink>()
  const path = `/partnerships${part(partner.key)}/page-link`
  const make = async ({ days }: Values): Promise<void> =>
    setMade(await change.mutateAsync({ method: 'POST', path, body: { days: Number(days) } }))
  const open = (): void => {
    setMade(null)
    dialog.open()
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        Share their page
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title="A page for the partner" size="lg">
        <Stack>
          {made ? (
            <Made of={made} onClose={dialog.close} />
          ) : (
            <>
              <Text size="sm">
                Whoever has the link sees this partner's links, clicks, rewards and customers, of whose names only the
                first letters, and nothing else. It needs no login, and ends by itself, or when the partner is archived.
              </Text>
              <FieldsForm
                fields={[DAYS]}
                submit="Make the link"
                act={make}
                onDone={() => undefined}
                onCancel={dialog.close}
              />
            </>
          )}
        </Stack>
      </Modal>
    </>
  )
}

const Made = ({ of: { url, until }, onClose }: { readonly of: PageLink; readonly onClose: () => void }) => (
  <>
    <Alert variant="light" title="Copy it now: it is not shown again">
      <Group gap={2} wrap="nowrap" align="flex-start">
        <Key>{url}</Key>
        <CopyButton text={url} what="link to their page" />
      </Group>
    </Alert>
    <Text size="sm">
      It works until <Time at={until} />.
    </Text>
    <Group justify="flex-end">
      <Button onClick={onClose}>Close</Button>
    </Group>
  </>
)
