// The README is the manual: what it tells people to paste works, and what it states is so.
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { LIMITS, size } from '../scripts/size.ts'
import { link, openPage, PUBLIC_KEY } from './support/page.ts'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')
const readme = read('../README.md')
const front = read('../../../README.md')
const pasted = [...readme.matchAll(/```html\n([^]*?)```/g)].map(([, html]) =>
  html!.replaceAll('pk_YOUR_PUBLIC_KEY', PUBLIC_KEY).replaceAll('partners.example.com', 'partners.test'),
)
const [loader, tag] = pasted as [string, string]
const stub = pasted.find((html) => html.includes('q: []'))!
const keeping = pasted.find((html) => html.includes('growsumo.outbox'))!
const more = pasted.find((html) => html.includes('?more'))!
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
    await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 10_000 })
    expect(sent).toMatchObject([{ body: { public_key: PUBLIC_KEY, partner_key: 'ada' } }])
    expect(errors).toEqual([])
  })

  it('gives a stub that takes all that a page may call early, in order', async () => {
    const calls = `<script>growsumo._spk(); growsumo.createSignup(); growsumo.consent(false)</script>`
    const { window, sent, errors } = await openPage({ url, html: stub + calls + tag })
    await vi.waitFor(() => expect(window.growsumo?._v).toBe(1), { timeout: 10_000 })
    expect([sent.length, window.document.cookie, errors]).toEqual([1, '', []])
  })

  it.each([
    ['is not there yet', stub + keeping + signUp + more],
    ['is there already', more.replace(' async', '') + stub + keeping + signUp],
  ])('gives a stub that keeps a sign-up no longer than needed where the script %s', async (_name, html) => {
    const { window, sent, errors } = await openPage({ url, html })
    await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 10_000 })
    await vi.waitFor(() => expect(Object.keys(window.localStorage)).toEqual([]), { timeout: 10_000 })
    expect(errors).toEqual([])
  })

  it('gives a stub that keeps a sign-up for the next page where the script did not come', async () => {
    const down = await openPage({
      url,
      html: `${stub + keeping}<script>growsumo.data.email = 'c@shop.test'; growsumo.createSignup()</script>`,
    })
    const kept = Object.entries({ ...down.window.localStorage }) as [string, string][]
    expect(kept).toHaveLength(1)
    const { window, growsumo, sent } = await openPage({
      url,
      html: more,
      prepare: ({ localStorage }) => kept.forEach(([name, letter]) => localStorage.setItem(name, letter)),
    })
    expect(sent).toMatchObject([{ body: { email: 'c@shop.test', partner_key: 'ada', xid: 'x1' } }])
    expect(growsumo.data.email).toBeUndefined()
    await vi.waitFor(() => expect(Object.keys(window.localStorage)).toEqual([]), { timeout: 10_000 })
  })

  it('gives a stub that does no harm below a script that is there already', async () => {
    const { sent, errors } = await openPage({ url, html: tag.replace(' async', '') + stub + signUp })
    expect(sent).toHaveLength(1)
    expect(errors).toEqual([])
  })

  it.each([
    ['the plain script', readme, /\*\*([\d,]+) bytes\*\* gzipped/, 'partnerstack.min.js'],
    ['the one with more', readme, /`\?more`\) is ([\d,]+)/, 'partnerstack.more.min.js'],
    ['the plain script, at the front', front, /loads is ([\d,]+) B gzip/, 'partnerstack.min.js'],
    ['the one with more, at the front', front, /cookies it is ([\d,]+) B/, 'partnerstack.more.min.js'],
  ] as const)('states the size of what is built, to what zlibs differ by: %s', (_name, text, sentence, file) => {
    const stated = Number(sentence.exec(text)?.[1]?.replace(',', ''))
    expect(Math.abs(stated - size(file).gzip)).toBeLessThanOrEqual(5)
  })

  it.each([['the plain script', /under ([\d,]+) B\./, 'partnerstack.min.js']] as const)(
    'states the limit that is checked: %s',
    (_name, sentence, file) => {
      expect(Number(sentence.exec(front)?.[1]?.replace(',', ''))).toBe(LIMITS[file])
    },
  )
})

describe('the manual', () => {
  const options = [
    ...read('../src/members.ts')
      .split('export interface Settings')[0]!
      .matchAll(/^ {2}(\w+)\??: /gm),
  ]

  it.each(options.map(([, option]) => option!))(
    'has a line of code for the option %s, in code and on the tag',
    (option) => {
      const attribute = option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      expect(readme).toMatch(new RegExp(`_initialize\\('pk_…', \\{ ${option}: `))
      expect(readme).toMatch(new RegExp(`<script[^>]* data-${attribute}[=>]`))
    },
  )

  it('has a React example of ten lines', () => {
    const [, code] = /```jsx\n([^]*?)```/.exec(readme)!
    expect(code!.trim().split('\n').length).toBeLessThanOrEqual(10)
  })
})
