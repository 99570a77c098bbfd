/** What something is about, by its key: a link where there is a page of it. */
import { Key } from './Name.tsx'
import { PageLink } from './PageLink.tsx'

/** The pages of keys that begin so. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  ...{ part: ['partners'], cus: ['customers'], tran: ['transactions'], hook: ['integrations', 'webhooks'] },
  ...{ dlv: ['deliveries'], impo: ['import'] },
}

export function Subject({ of }: { readonly of: string }) {
  const page = PAGES[/^([a-z]+)_\w{14}$/.exec(of)?.[1] ?? '']
  if (!page) return <Key isCut>{of}</Key>
  return (
    <PageLink to={[...page, of]}>
      <Key isCut>{of}</Key>
    </PageLink>
  )
}
