/** A button for what cannot be taken back lightly: it says first what will happen. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Failure } from './Failure.tsx'

interface Props {
  readonly label: string
  readonly title: string
  /** What will happen. */
  readonly children: ReactNode
  readonly color?: string
  readonly size?: string
  /** How loud it is before it asks. */
  readonly variant?: string
  readonly act: () => Promise<unknown>
  readonly onDone?: () => void
}

export function ConfirmButton({ label, title, children, color = 'red', size = 'sm', variant, act, onDone }: Props) {
  const [isOpen, dialog] = useDisclosure(false)
  const acting = useMutation({
    mutationFn: act,
    onSuccess() {
      dialog.close()
      onDone?.()
    },
  })
  const open = (): void => {
    acting.reset()
    dialog.open()
  }
  return (
    <>
      <Button variant={variant ?? (color === 'red' ? 'light' : 'filled')} color={color} size={size} onClick={open}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title={title} centered>
        <Stack>
          <Text component="div" size="sm">
            {children}
          </Text>
          {acting.error && <Failure error={acting.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={dialog.close} data-autofocus>
              Cancel
            </Button>
            <Button color={color} loading={acting.isPending} onClick={() => acting.mutate()}>
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  )
}
