/** What happened with a partner, the newest first. */
import { Paper, Skeleton } from '@mantine/core'
import { part, useRead } from '../../api/reads.ts'
import type { Partner } from '../../api/types.ts'
import { Failure } from '../../parts/Failure.tsx'
import { Section } from '../../parts/Section.tsx'
import { StoryList, type StoryItem } from '../../parts/StoryList.tsx'

const SHOWN = 15

export function Timeline({ partner }: { readonly partner: Partner }) {
  const read = useRead<{ readonly items: readonly StoryItem[] }>(`/partnerships${part(partner.key)}/story`)
  return (
    <Section title="Timeline">
      {read.isError && !read.data && <Failure error={read.error} retry={() => void read.refetch()} />}
      {read.isPending && <Skeleton h={120} />}
      {read.data && (
        <Paper withBorder p="md">
          <StoryList items={read.data.items.toReversed()} about={partner.key} limit={SHOWN} />
        </Paper>
      )}
    </Section>
  )
}
