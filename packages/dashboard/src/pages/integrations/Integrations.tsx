/** How the vendor's own systems are joined: keys, the script, payment platforms, and who is told of changes. */
import { Stack, Text } from '@mantine/core'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { ApiKeys } from './ApiKeys.tsx'
import { HooksInShort } from './HooksInShort.tsx'
import { Platforms } from './Platforms.tsx'
import { Script } from './Script.tsx'

export function Component() {
  return (
    <>
      <PageTitle title="Integrations" />
      <Text c="dimmed" mb="xl" maw={720}>
        Three things make an integration: a key pair, the script in your pages, and a payment platform that tells of
        payments. Production and test mode each have their own: the switch is at the top.
      </Text>
      <Stack gap={40}>
        <ApiKeys />
        <Script />
        <Platforms />
        <HooksInShort />
      </Stack>
    </>
  )
}
