/** What is shown this once: it stays until somebody says that they have kept it. */
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { KeyLine } from './KeyLine.tsx'

export interface Secret {
  readonly label: string
  readonly text: string
}

interface Props {
  readonly title: string
  /** Where it is to be put. */
  readonly about: string
  /** Empty: there is nothing to show. */
  readonly secrets: readonly Secret[]
  readonly onKept: () => void
}

export function ShownOnce({ title, about, secrets, onKept }: Props) {
  return (
    <Modal
      opened={secrets.length > 0}
      onClose={onKept}
      title={title}
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <Alert color="yellow" icon={<IconKey aria-hidden />} title="Shown this once">
          Copy it to where it is used before you go on. It is not kept here in a form that could be shown again.
        </Alert>
        <Text size="sm">{about}</Text>
        {secrets.map(({ label, text }) => (
          <div key={label}>
            <Text size="sm" c="dimmed">
              {label}
            </Text>
            <KeyLine text={text} what={label.toLowerCase()} />
          </div>
        ))}
        <Group justify="flex-end">
          <Button onClick={onKept} data-autofocus>
            I have kept it
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
