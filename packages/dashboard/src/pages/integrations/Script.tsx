/** The loader, as it goes into every page, and the call that tells of a sign-up. */
import { Stack, Text } from '@mantine/core'
import { useMode } from '../../api/mode.ts'
import { useRead } from '../../api/reads.ts'
import { CodeBlock } from '../../parts/CodeBlock.tsx'
import { Empty } from '../../parts/Empty.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { Section } from '../../parts/Section.tsx'
import type { Snippet } from './types.ts'

const SIGN_UP = `<script>
  function growsumoInit() {
    growsumo.data.customer_key = '4711' // your own id of who has just signed up
    growsumo.data.email = 'cleo@example.com'
    growsumo.data.name = 'Cleo Example'
    growsumo.createSignup()
  }
</script>`

export function Script() {
  const mode = useMode()
  const read = useRead<Snippet>('/snippet')
  return (
    <Section
      title="The script in your pages"
      about={
        mode === 'test'
          ? 'For test mode: put it on a copy of your site that nobody visits, never on the real one.'
          : 'Put it before the end of the head of every page. It remembers who sent a visitor, for as long as the setting window_days says.'
      }
    >
      <Loaded read={read} what="script">
        {({ html }) =>
          html === null ? (
            <Empty title="No key yet">The script names a public key. Make a key pair above, and it stands here.</Empty>
          ) : (
            <Stack gap="sm">
              <CodeBlock code={html} what="the loader" />
              <Text size="sm" c="dimmed" maw={720}>
                Then tell of a sign-up, on the page that somebody sees once you have taken them: before the loader, so
                that it is there when the script is.
              </Text>
              <CodeBlock code={SIGN_UP} what="the sign-up call" />
            </Stack>
          )
        }
      </Loaded>
    </Section>
  )
}
