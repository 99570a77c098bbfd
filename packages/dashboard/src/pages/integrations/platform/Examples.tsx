/** Ready examples in the language that the address names, with the installation's own keys in them. */
import { Stack, Tabs, Text, Title } from '@mantine/core'
import { useRead } from '../../../api/reads.ts'
import { CodeBlock } from '../../../parts/CodeBlock.tsx'
import { useListParams } from '../../../parts/list-params.ts'
import { Section } from '../../../parts/Section.tsx'
import { isLanguage, LANGUAGES, type OwnKeys } from '../examples/example.ts'
import type { Guide } from '../guides.ts'
import type { Platform, Snippet } from '../types.ts'

interface Props {
  readonly platform: Platform
  readonly guide: Guide
}

const FIRST = LANGUAGES[0].value

export function Examples({ platform, guide }: Props) {
  const params = useListParams()
  const { data: snippet } = useRead<Snippet>('/snippet')
  const given = params.get('lang')
  const language = isLanguage(given) ? given : FIRST
  const keys: OwnKeys = {
    origin: window.location.origin,
    publicKey: snippet?.public_key ?? 'pk_YOUR_PUBLIC_KEY',
  }
  return (
    <Section title={`What to send with it`} about={`${guide.who} Without that, a payment finds nobody and waits.`}>
      <Tabs
        value={language}
        onChange={(next) => params.set({ lang: next === FIRST ? null : next })}
        keepMounted={false}
      >
        <Tabs.List aria-label="Language">
          {LANGUAGES.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {LANGUAGES.map(({ value, label }) => (
          <Tabs.Panel key={value} value={value} pt="md">
            <Stack gap="lg">
              {guide.examples.map((example) => (
                <Stack key={example.name} gap="xs">
                  <Title order={3} size="h4">
                    {example.name}
                  </Title>
                  <Text size="sm" c="dimmed" maw={720}>
                    {example.about}
                  </Text>
                  <CodeBlock code={example.code(keys)[value]} what={`${example.name}: ${platform.title}, ${label}`} />
                </Stack>
              ))}
            </Stack>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Section>
  )
}
