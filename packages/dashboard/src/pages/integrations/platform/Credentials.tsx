/** The address that the platform is given, and the password where it has to show one. */
import { Paper, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { part, useChange } from '../../../api/reads.ts'
import { ConfirmButton } from '../../../parts/ConfirmButton.tsx'
import { HiddenLine } from '../../../parts/HiddenLine.tsx'
import { KeyLine } from '../../../parts/KeyLine.tsx'
import { Section } from '../../../parts/Section.tsx'
import { tell } from '../../../parts/tell.ts'
import type { Platform } from '../types.ts'

const Line = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    {children}
  </div>
)

export function Credentials({ platform }: { readonly platform: Platform }) {
  const { provider, title, url, username, password } = platform
  const change = useChange<Platform>()
  const what = password === null ? 'a new address' : 'a new address and password'
  return (
    <Section
      title="1. Copy from here"
      about={`Where ${title} sends its webhooks. Whoever knows the address can call it: treat it as a password.`}
      acts={
        <ConfirmButton
          label="Change"
          title={`Make ${what}?`}
          size="xs"
          color="brand"
          variant="default"
          act={() => change.mutateAsync({ method: 'POST', path: `/platforms${part(provider)}/rotate` })}
          onDone={() => tell('Changed. What was before works for 24 hours more.')}
        >
          What stands now works for 24 hours more: put the new one into {title} within that time.
        </ConfirmButton>
      }
    >
      <Paper withBorder p="md">
        <Stack gap="sm">
          {url !== null && <Line label="Address (URL)" children={<KeyLine text={url} what="address" />} />}
          {username !== null && <Line label="User name" children={<KeyLine text={username} what="user name" />} />}
          {password !== null && <Line label="Password" children={<HiddenLine text={password} what="password" />} />}
        </Stack>
      </Paper>
    </Section>
  )
}
