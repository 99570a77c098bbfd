/** One payment platform: what to copy from here, what to set up there, and what comes of it. */
import { Stack } from '@mantine/core'
import { useParams } from 'react-router'
import { useRead } from '../../../api/reads.ts'
import { Empty } from '../../../parts/Empty.tsx'
import { Loaded } from '../../../parts/Loaded.tsx'
import { PageTitle } from '../../../parts/PageTitle.tsx'
import { guideOf, type Guide } from '../guides.ts'
import { PlatformState } from '../platform-state.tsx'
import type { Platform } from '../types.ts'
import { Credentials } from './Credentials.tsx'
import { Examples } from './Examples.tsx'
import { GoodToKnow } from './GoodToKnow.tsx'
import { LastDelivery } from './LastDelivery.tsx'
import { Recording } from './Recording.tsx'
import { Secret } from './Secret.tsx'
import { ToTick } from './ToTick.tsx'

const BACK = { path: 'integrations', label: 'Integrations' }

export function Component() {
  const { provider = '' } = useParams()
  const read = useRead<{ readonly items: readonly Platform[] }>('/platforms')
  const guide = guideOf(provider)
  return (
    <Loaded read={read} what="platform">
      {({ items }) => {
        const platform = items.find((one) => one.provider === provider)
        if (platform && guide) return <Found key={provider} platform={platform} guide={guide} />
        return (
          <Empty title="There is no such platform">It may be mistyped, or one that this server does not know.</Empty>
        )
      }}
    </Loaded>
  )
}

function Found({ platform, guide }: { readonly platform: Platform; readonly guide: Guide }) {
  return (
    <>
      <PageTitle title={platform.title} back={BACK} beside={<PlatformState of={platform} />} />
      <Stack gap={40}>
        <LastDelivery platform={platform} />
        <Credentials platform={platform} />
        <ToTick platform={platform} guide={guide} />
        {guide.secret && <Secret platform={platform} secret={guide.secret} />}
        <Recording platform={platform} guide={guide} />
        <Examples platform={platform} guide={guide} />
        <GoodToKnow facts={guide.goodToKnow} />
      </Stack>
    </>
  )
}
