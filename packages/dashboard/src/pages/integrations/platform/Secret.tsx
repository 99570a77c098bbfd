/** The platform's own secret, handed over to this server and never shown again. */
import { Badge, Paper, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { part, useChange } from '../../../api/reads.ts'
import { FieldsForm, type Values } from '../../../parts/FieldsForm.tsx'
import { Section } from '../../../parts/Section.tsx'
import { tell } from '../../../parts/tell.ts'
import type { Guide } from '../guides.ts'
import type { Platform } from '../types.ts'

interface Props {
  readonly platform: Platform
  readonly secret: NonNullable<Guide['secret']>
}

export function Secret({ platform, secret }: Props) {
  const { provider, title, secret_set: isSet, signs } = platform
  const change = useChange<Platform>()
  const [turn, setTurn] = useState(0)
  const save = async (values: Values): Promise<void> => {
    await change.mutateAsync({ method: 'PATCH', path: `/platforms${part(provider)}`, body: values })
    tell(isSet ? 'Changed. The secret before this one works for 24 hours more.' : 'The secret is set.')
  }
  const state = isSet ? 'Set' : signs === 'secret' ? 'Missing' : 'Not set'
  return (
    <Section title={`3. Paste from ${title}`} about={secret.about}>
      <Paper withBorder p="md" maw={720}>
        <Stack gap="sm">
          <Text size="sm" component="div">
            <Badge color={isSet ? 'teal' : signs === 'secret' ? 'yellow' : 'gray'}>{state}</Badge>{' '}
            {isSet && 'Pasting another one changes it without a gap: the old one works for 24 hours more.'}
          </Text>
          <FieldsForm
            key={turn}
            fields={[{ name: 'secret', label: secret.label, type: 'password', autoComplete: 'off', isRequired: true }]}
            submit={isSet ? 'Change the secret' : 'Set the secret'}
            act={save}
            onDone={() => setTurn(turn + 1)}
          />
        </Stack>
      </Paper>
    </Section>
  )
}
