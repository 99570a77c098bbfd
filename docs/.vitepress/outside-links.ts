/**
 * Pages also link to what lies beside this folder in the repository: the README, a package, an example. The site has none of it,
 * so there such a link is its text with the path, to be looked up in a checkout.
 */
import { posix } from 'node:path'
import type { MarkdownRenderer } from 'vitepress'

interface Env {
  /** The page's own path within this folder, as VitePress names it. */
  readonly relativePath?: string
}

/** The path in the repository where a link leads out of the folder; null where it stays within, or leads to another host. */
export function outside(href: string, page: string): string | null {
  if (/^([a-z]+:|\/|#)/.test(href)) return null
  const target = posix.join('docs', posix.dirname(page), href)
  return target.startsWith('docs/') ? null : target
}

export function outsideLinks(md: MarkdownRenderer): void {
  md.core.ruler.push('outside-links', (state) => {
    const { relativePath = '' } = state.env as Env
    for (const { children } of state.tokens) {
      let path: string | null = null
      for (const token of children ?? []) {
        if (token.type === 'link_open') path = outside(token.attrGet('href') ?? '', relativePath)
        if (path === null) continue
        if (token.type === 'link_open')
          Object.assign(token, { tag: 'span', attrs: [['title', `${path}, in the repository`]] })
        if (token.type === 'link_close') {
          token.tag = 'span'
          path = null
        }
      }
    }
  })
}
