/** A button that opens a form in a dialog. What the server has against a field stands at that field. */
import { Button, Modal, type ButtonProps } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { FieldsForm, type Field, type Values } from './FieldsForm.tsx'

interface Props {
  readonly label: string
  readonly title: string
  readonly fields: readonly Field[]
  readonly submit: string
  readonly button?: ButtonProps
  readonly act: (values: Values) => Promise<unknown>
}

export function FormButton({ label, title, fields, submit, button, act }: Props) {
  const [isOpen, dialog] = useDisclosure(false)
  return (
    <>
      <Button onClick={dialog.open} {...button}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={dialog.close} title={title} size="lg">
        <FieldsForm fields={fields} submit={submit} act={act} onDone={dialog.close} onCancel={dialog.close} />
      </Modal>
    </>
  )
}
