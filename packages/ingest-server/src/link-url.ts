/** How the outside calls a referral link. */
import type { LinkHost } from './config.ts'

interface Addresses {
  readonly linkHosts: readonly LinkHost[]
  readonly publicUrl: string
}

export function linkUrl({ linkHosts, publicUrl }: Addresses, path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return `${linkHosts[0]?.origin ?? `${publicUrl}/r`}/${encoded}`
}
