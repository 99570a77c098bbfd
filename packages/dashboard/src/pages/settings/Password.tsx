/** The dashboard's password: of the installation, whichever mode is open. */
import { Alert, Paper } from '@mantine/core'
import { useState } from 'react'
import { useChangePassword, useSession } from '../../api/session.ts'
import { FieldsForm, type Field, type Values } from '../../parts/FieldsForm.tsx'
import { Section } from '../../parts/Section.tsx'
import { tell } from '../../parts/tell.ts'

const FIELDS: readonly Field[] = [
  { name: 'current', label: 'Password now', type: 'password', autoComplete: 'current-password', isRequired: true },
  {
    name: 'password',
    label: 'New password',
    description: 'At least 8 characters.',
    type: 'password',
    autoComplete: 'new-password',
    isRequired: true,
  },
  { name: 'again', label: 'New password again', type: 'password', autoComplete: 'new-password', isRequired: true },
]

export function Password() {
  const { data: session } = useSession()
  const change = useChangePassword()
  const [turn, setTurn] = useState(0)
  const save = async ({ current = '', password = '', again }: Values): Promise<void> => {
    if (password !== again) throw new Error("'again' is not the same")
    await change.mutateAsync({ current, password })
    tell('The password is changed. Everybody else is logged out.')
  }
  return (
    <Section title="Password of the dashboard" about="One for both modes. With a new one, every other session ends.">
      {session?.password_fixed ? (
        <Alert variant="default" title="Set by the server">
          ADMIN_PASSWORD says which password it is. Change it there, and start the server anew.
        </Alert>
      ) : (
        <Paper withBorder p="md" maw={480}>
          <FieldsForm
            key={turn}
            fields={FIELDS}
            submit="Change the password"
            act={save}
            onDone={() => setTurn(turn + 1)}
          />
        </Paper>
      )}
    </Section>
  )
}
