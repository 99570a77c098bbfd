/** Every setting of the program, by name, with what it means; and the dashboard's own password. */
import { Stack, Text } from '@mantine/core'
import { useMode } from '../../api/mode.ts'
import { useRead } from '../../api/reads.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Password } from './Password.tsx'
import { SettingsForm } from './SettingsForm.tsx'
import { inSections } from './sections.ts'
import type { Setting } from './types.ts'

export function Component() {
  const mode = useMode()
  const read = useRead<{ readonly items: readonly Setting[] }>('/settings')
  return (
    <>
      <PageTitle title="Settings" />
      <Text c="dimmed" mb="xl" maw={720}>
        Of {mode} mode: the other one has its own. They are called here as they are on the command line and in the
        guides, and a change holds from now on.
      </Text>
      <Stack gap={40}>
        <Loaded read={read} what="setting">
          {({ items }) =>
            inSections(items).map(({ title, settings }) => (
              <SettingsForm key={title} title={title} settings={settings} />
            ))
          }
        </Loaded>
        <Password />
      </Stack>
    </>
  )
}
