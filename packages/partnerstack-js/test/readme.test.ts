// The README is the manual: what it tells people to paste works, and what it states is so.
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { size } from '../scripts/size.ts'
import { link, openPage, PUBLIC_KEY } from './support/page.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const pasted = [...readme.matchAll(/```html\n([^]*?)```/g)].map(([, html]) =>
  html!.replaceAll('pk_YOUR_PUBLIC_KEY', PUBLIC_KEY).replaceAll('partners.example.com', 'partners.test'),
)
const [loader, tag] = pasted as [string, string]
const stub = pasted.find((html) => html.includes('q: []'))!
const signUp = '<script>growsumo.createSignup()</script>'
const url = `https://shop.test/${link('ada', 'x1')}`

describe('README', () => {
  it.each([
    ['the loader', loader],
    ['the tag', tag],
  ])('gives a snippet that works: %s', async (_name, html) => {
    const { growsumo, sent, errors } = await openPage({ url, html })
    expect(growsumo.data).toMatchObject({ partner_key: 'ada', xid: 'x1' })
    await growsumo.createSignup()
    expect(sent).toMatchObject([{ url: 'https://partners.test/v1/signups', body: { public_key: PUBLIC_KEY } }])
    expect(errors).toEqual([])
  })

  it.each([
    ['the loader', loader],
    ['the tag', tag],
  ])('gives a stub that works with %s', async (_name, start) => {
    const { sent, errors } = await openPage({ url, html: stub + signUp + start })
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(sent).toMatchObject([{ body: { public_key: PUBLIC_KEY, partner_key: 'ada' } }])
    expect(errors).toEqual([])
  })

  it('gives a stub that does no harm below a script that is there already', async () => {
    const { sent, errors } = await openPage({ url, html: tag.replace(' async', '') + stub + signUp })
    expect(sent).toHaveLength(1)
    expect(errors).toEqual([])
  })

  it.each([
    ['partnerstack.min.js', /\*\*([\d,]+) bytes\*\* gzipped/],
    ['partnerstack.more.min.js', /`\?more`\) is ([\d,]+)/],
  ] as const)('states the size of what is built: %s', (name, sentence) => {
    const stated = Number(sentence.exec(readme)?.[1]?.replace(',', ''))
    expect(Math.abs(stated - size(name).gzip)).toBeLessThanOrEqual(10)
  })
})
