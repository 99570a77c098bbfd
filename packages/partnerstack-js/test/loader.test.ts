// Every way a page puts the script in.
import { describe, expect, it, vi } from 'vitest'
import { link, loader, openPage, PUBLIC_KEY, SCRIPT_URL } from './support/page.ts'

const url = `https://www.shop.test/signup${link('ada', 'x1')}`
const hook = `<script>function growsumoInit() {
  growsumo.data.email = 'c@shop.test'
  growsumo.createSignup()
}</script>`
const withKey = (attributes = '', src = SCRIPT_URL) =>
  `<script src="${src}" data-key="${PUBLIC_KEY}" ${attributes}></script>`
const onlyInitializes = (loader: string): string => loader.replace(/; if \(typeof\(growsumoInit\)[^}]*\}/, '')
const oldLoader = onlyInitializes(loader())

/** As a tag manager puts a snippet in: by code, when the page has long been there. */
const pasted = (snippet: string): string => `<script>addEventListener('load', function () {
  var tag = document.createElement('script')
  tag.text = ${JSON.stringify(snippet.replace(/<\/?script>/g, '')).replaceAll('<', '\\x3c')}
  document.body.appendChild(tag)
})</script>`

describe.each([
  ['a page with a hook', SCRIPT_URL],
  ['a page with a hook that asks for more', `${SCRIPT_URL}?more`],
])('%s', (_name, src) => {
  const snippet = loader(PUBLIC_KEY, src)
  it.each([
    ['the loader, below the hook', hook + snippet],
    ['the loader, above the hook', snippet + hook],
    ['the loader in the head', `<head>${snippet}</head><body>${hook}</body>`],
    ['the loader, pasted by a tag manager', hook + pasted(snippet)],
    ['the tag with a key, below the hook', hook + withKey('', src)],
    ['the tag with a key, above the hook', withKey('', src) + hook],
    ['the deferred tag with a key', withKey('defer', src) + hook],
    ['the async tag with a key', withKey('async', src) + hook],
    [
      'the tag put in by a tag manager',
      `${hook}<script>
      var s = document.createElement('script'); s.src = '${src}'; s.dataset.key = '${PUBLIC_KEY}'; document.body.append(s)
    </script>`,
    ],
    [
      'the tag without a key, and a call below it',
      `${hook}<script src="${src}"></script><script>growsumo._initialize('${PUBLIC_KEY}'); growsumoInit()</script>`,
    ],
    [
      'the tag written into the page',
      `${hook}<script>document.write('<script src="${src}" data-key="${PUBLIC_KEY}"><\\/script>')</script>`,
    ],
  ])('is called back once, initialized, by %s', async (_form, html) => {
    const { window, sent, errors } = await openPage({ url, html })
    await vi.waitFor(() => expect(sent).toHaveLength(1), { timeout: 10_000 })
    window.dispatchEvent(new window.Event('DOMContentLoaded'))
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({
      url: 'https://partners.test/v1/signups',
      body: { public_key: PUBLIC_KEY, email: 'c@shop.test', partner_key: 'ada', xid: 'x1', page: url },
    })
    expect(errors).toEqual([])
  })
})

describe('the hook of a page', () => {
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

describe('a form', () => {
  const form = `<form id="form" onsubmit="return signUp(this)"><input name="email" value="c@shop.test"></form><script>
    function signUp(form) { growsumo.data.email = form.elements.email.value; growsumo.createSignup(); return false }
  </script>`

  it.each([
    ['the loader', form + loader()],
    ['a loader that only initializes', form + oldLoader],
    ['the loader, pasted by a tag manager', form + pasted(loader())],
    ['two loaders', form + loader() + loader()],
    ['the deferred tag with a key', withKey('defer') + form],
  ])('signs up, once it is sent, above %s', async (_name, html) => {
    const { window, sent, errors } = await openPage({ url, html })
    await vi.waitFor(() => expect(window.growsumo?.data.partner_key).toBe('ada'), { timeout: 10_000 })
    expect(sent).toEqual([])
    window.document.forms[0]!.requestSubmit()
    expect(sent).toMatchObject([{ body: { email: 'c@shop.test', partner_key: 'ada', xid: 'x1' } }])
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
