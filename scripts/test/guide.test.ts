/** Links of the guide that lead out of its folder: on the site they are text, since nothing of it is there. */
import { describe, expect, it } from 'vitest'
import { outside } from '../../docs/.vitepress/outside-links.ts'

describe('a link of a page', () => {
  it.each([
    ['api.md', '../README.md', 'README.md'],
    ['script/README.md', '../../packages/partnerstack-js/README.md', 'packages/partnerstack-js/README.md'],
    ['script/README.md', '../api.md', null],
    ['api.md', 'script/README.md', null],
    ['api.md', '#lists', null],
    ['api.md', 'https://example.com/../x', null],
    ['api.md', '/docs', null],
  ])('in %s to %s leads out to %s', (page, href, path) => {
    expect(outside(href, page)).toBe(path)
  })
})
