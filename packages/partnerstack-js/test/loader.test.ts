// Every way a page puts the script in.
import { describe, expect, it, vi } from 'vitest'
import { link, loader, openPage, PUBLIC_KEY, SCRIPT_URL } from './support/page.ts'

const url = `https://www.shop.test/signup${link('ada', 'x1')}`
const hook = `<script>function growsumoInit() {
  growsumo.data.email = 'c@shop.test'
  growsumo.createSignup()
}</script>`
const withKey = (attributes = '') => `<script src="${SCRIPT_URL}" data-key="${PUBLIC_KEY}" ${attributes}></script>`
const oldLoader = loader().replace(/; if \(typeof\(growsumoInit\)[^}]*\}/, '')

describe('a page with a hook', () => {
  it.each([
    ['the loader, below the hook', hook + loader()],
    ['the loader, above the hook', loader() + hook],
    ['the loader in the head', `<head>${loader()}</head><body>${hook}</body>`],
    ['the tag with a key, below the hook', hook + withKey()],
    ['the tag with a key, above the hook', withKey() + hook],
    ['the deferred tag with a key', withKey('defer') + hook],
    ['the async tag with a key', withKey('async') + hook],
    [
      'the tag put in by a tag manager',
      `${hook}<script>
      var s = document.createElement('script'); s.src = '${SCRIPT_URL}'; s.dataset.key = '${PUBLIC_KEY}'; document.body.append(s)
    </script>`,
    ],
  ])('is called back once, initialized, by %s', async (_name, html) => {
    const { window, sent, errors } = await openPage({ url, html })
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    window.dispatchEvent(new window.Event('DOMContentLoaded'))
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      url: 'https://partners.test/v1/signups',
      body: { public_key: PUBLIC_KEY, email: 'c@shop.test', partner_key: 'ada', xid: 'x1', page: url },
    })
    expect(errors).toEqual([])
  })

  it.each([
    ['a loader that only initializes', hook + oldLoader],
    ['a tag without a key', hook + `<script src="${SCRIPT_URL}"></script>`],
  ])('is left alone by %s', async (_name, html) => {
    const { sent, growsumo } = await openPage({ url, html })
    expect(sent).toEqual([])
    expect(growsumo.createSignup).toBeTypeOf('function')
  })

  it.each([
    ['throws', 'function growsumoInit() { throw new Error("the page\'s own") }'],
    ['is no function', 'growsumoInit = 7'],
    ['is null', 'growsumoInit = null'],
  ])('goes on where the hook %s', async (_name, code) => {
    const { growsumo, errors } = await openPage({ url, html: `<script>${code}</script>${withKey()}` })
    expect(growsumo.data.partner_key).toBe('ada')
    expect(errors).toEqual([])
  })
})

describe('a page without a hook', () => {
  it.each([
    ['the loader', loader()],
    ['a loader that only initializes', oldLoader],
    ['the tag with a key', withKey()],
  ])('has the referral ready, and nothing sent, by %s', async (_name, html) => {
    const { growsumo, sent, errors } = await openPage({ url, html })
    expect(growsumo.data).toMatchObject({ partner_key: 'ada', xid: 'x1' })
    expect(sent).toEqual([])
    expect(errors).toEqual([])
  })
})

describe('sign-ups go', () => {
  it.each([
    ['where the script came from', `${SCRIPT_URL}`, '', 'https://partners.test/v1/signups'],
    [
      'to the same host, whatever the path',
      'https://go.shop.test:8443/pr/js?x=1#y',
      '',
      'https://go.shop.test:8443/v1/signups',
    ],
    ['to the page’s own host, for a script served from there', '/static/ps.js', '', 'https://www.shop.test/v1/signups'],
    ['where the tag says', SCRIPT_URL, 'data-endpoint="https://shop.test/ps/in"', 'https://shop.test/ps/in'],
    [
      'where the script came from, for an empty attribute',
      SCRIPT_URL,
      'data-endpoint=""',
      'https://partners.test/v1/signups',
    ],
  ])('%s', async (_name, src, attributes, endpoint) => {
    const html = `<script src="${src}" data-key="${PUBLIC_KEY}" ${attributes}></script>`
    const { growsumo, sent } = await openPage({ url, html })
    await growsumo.createSignup()
    expect(sent.map((request) => request.url)).toEqual([endpoint])
  })

  it('nowhere from an inlined script that is not told where, with an error instead', async () => {
    const page = await openPage({ url, html: '' })
    page.window.eval((await import('./support/build.ts')).script())
    page.growsumo._initialize(PUBLIC_KEY)
    expect(page.growsumo.data.partner_key).toBe('ada')
    await expect(page.growsumo.createSignup()).resolves.toHaveProperty('error.message', 'Not initialized')
    page.growsumo._initialize(PUBLIC_KEY, { endpoint: '/ps/in' })
    await page.growsumo.createSignup()
    expect(page.sent.map((request) => request.url)).toEqual(['/ps/in'])
  })

  it('nowhere without a referral, though the page calls', async () => {
    const { sent, growsumo } = await openPage({ url: 'https://shop.test/', html: hook + loader() })
    expect(growsumo.data.email).toBe('c@shop.test')
    expect(sent).toEqual([])
  })
})
