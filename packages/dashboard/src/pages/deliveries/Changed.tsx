/** The rows a delivery changed, each with the way to its page. */
import { List, Paper, Stack, Text, Title } from '@mantine/core'
import { Key } from '../../parts/Name.tsx'
import { PageLink } from '../../parts/PageLink.tsx'

/** What a key is of, and the pages that show one. */
const KINDS: Readonly<Record<string, readonly [name: string, page: string | null]>> = {
  cus: ['Customer', 'customers'],
  tran: ['Transaction', 'transactions'],
  part: ['Partner', 'partners'],
  rwrd: ['Reward', null],
  sub: ['Subscription', null],
  act: ['Action', null],
}

function One({ of, isThere }: { readonly of: string; readonly isThere: boolean }) {
  const [name, page] = KINDS[of.split('_')[0] ?? ''] ?? ['', null]
  return (
    <List.Item>
      {name && `${name} `}
      {page === null || !isThere ? (
        <Key>{of}</Key>
      ) : (
        <PageLink to={[page, of]}>
          <Key>{of}</Key>
        </PageLink>
      )}
    </List.Item>
  )
}

interface Props {
  readonly keys: readonly string[]
  /** What waits is kept, and on no page yet. */
  readonly isThere: boolean
}

export const Changed = ({ keys, isThere }: Props) => (
  <Stack component="section" aria-label="What it changed" gap="xs">
    <Title order={2}>What it changed</Title>
    <Paper withBorder p="md">
      {keys.length > 0 ? (
        <List size="sm" listStyleType="none">
          {keys.map((key) => (
            <One key={key} of={key} isThere={isThere} />
          ))}
        </List>
      ) : (
        <Text c="dimmed" size="sm">
          Nothing in the books.
        </Text>
      )}
    </Paper>
  </Stack>
)
