// Nothing is written or sent before the visitor agrees, or before they see the page.
import { describe, expect, it, vi } from 'vitest'
import type { SignupCallback } from '../src/index.ts'
import { jar, link, loader, OK, openPage, PUBLIC_KEY, SCRIPT_URL } from './support/page.ts'
import type { CookieJar, Page, PageWindow } from './support/page.ts'

const url = `https://www.shop.test/${link('ada', 'x1')}`
const byOption = (value: unknown): string =>
  loader().replace(`'${PUBLIC_KEY}'`, `'${PUBLIC_KEY}', { requiresConsent: ${String(value)} }`)
const byTag = (attribute: string): string =>
  `<script src="${SCRIPT_URL}" data-key="${PUBLIC_KEY}" ${attribute}></script>`
const html = byTag('data-requires-consent')
const keys = async (page: Page): Promise<string[]> => (await page.cookies()).map(({ key }) => key).sort()
const OURS = ['_ps_partner_key_abcdefgh', 'growSumoPartnerKey', 'gsxid', 'ps_partner_key', 'ps_xid']
const REFUSED = { status: 204, message: 'Not referred' }

describe('a page that requires consent', () => {
  it.each([
    ['the attribute', html],
    ['the attribute with a value', byTag('data-requires-consent="true"')],
    ['the attribute with a value that reads like a no', byTag('data-requires-consent="false"')],
    ['an option', byOption(true)],
  ])('keeps all in memory until it is given, by %s', async (_name, html) => {
    const page = await openPage({ url, html })
    const callback = vi.fn<SignupCallback>()
    page.growsumo.data.email = 'c@shop.test'
    const outcome = page.growsumo.createSignup(callback)
    page.growsumo.data.email = 'later@shop.test'
    expect([await keys(page), page.sent]).toEqual([[], []])
    expect(callback).not.toHaveBeenCalled()
    expect(page.growsumo.data.partner_key).toBe('ada')

    page.growsumo.consent(true)
    await expect(outcome).resolves.toEqual({ result: OK })
    expect(callback.mock.calls).toEqual([[null, OK]])
    expect(page.sent.map(({ body }) => body)).toMatchObject([{ email: 'c@shop.test', partner_key: 'ada', xid: 'x1' }])
    expect(await keys(page)).toEqual(OURS)
  })

  it.each([
    ['no attribute', byTag('')],
    ['an option that says no', byOption(false)],
    ['an option that is not there', byOption(undefined)],
  ])('is not one with %s', async (_name, html) => {
    expect(await keys(await openPage({ url, html }))).toEqual(OURS)
  })

  it('drops what waited once it is refused, and still calls back', async () => {
    const page = await openPage({ url, html })
    const callback = vi.fn<SignupCallback>()
    const outcome = page.growsumo.createSignup(callback)
    page.growsumo.consent(false)
    await expect(outcome).resolves.toEqual({ result: REFUSED })
    expect(callback.mock.calls).toEqual([[null, REFUSED]])
    expect([await keys(page), page.sent]).toEqual([[], []])
    expect(page.growsumo.data.partner_key).toBeUndefined()
    page.growsumo._spk()
    expect(page.growsumo.data.partner_key).toBeUndefined()
    page.growsumo.data.partner_key = 'eve'
    await expect(page.growsumo.createSignup()).resolves.toEqual({ result: REFUSED })
  })

  it('remembers the click of an address that has changed meanwhile', async () => {
    const page = await openPage({ url, html })
    page.window.history.pushState(null, '', '/pricing')
    page.growsumo._spk()
    page.growsumo.consent(true)
    expect(page.growsumo.data).toMatchObject({ partner_key: 'ada', xid: 'x1' })
    expect(await keys(page)).toEqual(OURS)
  })

  it('asks again on the next page, and knows what was allowed on this one', async () => {
    const browser = jar()
    const first = await openPage({ url, html, jar: browser })
    first.growsumo.consent(true)
    const next = await openPage({ url: 'https://www.shop.test/sign-up', html, jar: browser })
    const outcome = next.growsumo.createSignup()
    expect(next.sent).toEqual([])
    next.growsumo.consent(true)
    await outcome
    expect(next.sent.map(({ body }) => body)).toMatchObject([{ partner_key: 'ada', xid: 'x1' }])
  })

  it('takes a decision that a stub has queued', async () => {
    const stub = `<script>growsumo = { q: [['createSignup'], ['consent', true]] }</script>`
    const page = await openPage({ url, html: stub + html })
    await vi.waitFor(() => expect(page.sent).toHaveLength(1), { timeout: 10_000 })
    expect(await keys(page)).toEqual(OURS)
  })
})

describe('a visitor who withdraws consent', () => {
  const forgets = async (browser: CookieJar, html: string): Promise<void> => {
    await browser.setCookie('session=s1; Path=/', url)
    const page = await openPage({ url: 'https://www.shop.test/', html, jar: browser })
    page.growsumo.consent(false)
    expect(await keys(page)).toEqual(['session'])
    expect(page.growsumo.data.partner_key).toBeUndefined()
  }

  it.each([
    ['that requires it', html],
    ['that does not', loader()],
  ])('is forgotten, and the cookies of the site are not, on a page %s', async (_name, html) => {
    const browser = jar()
    await openPage({ url, jar: browser })
    await forgets(browser, html)
  })

  it('may give it again', async () => {
    const page = await openPage({ url, html })
    page.growsumo.consent(false)
    page.growsumo.consent(true)
    await page.growsumo.createSignup()
    expect(page.sent).toHaveLength(1)
    expect(await keys(page)).toEqual(OURS)
  })
})

describe('a page made ready before it is asked for', () => {
  const hidden = (window: PageWindow): void => {
    Object.defineProperty(window.document, 'prerendering', { value: true, configurable: true })
  }
  const show = ({ window }: Page): void => {
    Object.defineProperty(window.document, 'prerendering', { value: false, configurable: true })
    window.document.dispatchEvent(new window.Event('prerenderingchange'))
  }

  it('records nothing until it is seen, and then what it would have', async () => {
    const page = await openPage({ url, prepare: hidden })
    const outcome = page.growsumo.createSignup()
    expect([await keys(page), page.sent]).toEqual([[], []])
    show(page)
    await expect(outcome).resolves.toEqual({ result: OK })
    expect(await keys(page)).toEqual(OURS)
  })

  it('still asks for consent when it is seen', async () => {
    const page = await openPage({ url, html, prepare: hidden })
    const outcome = page.growsumo.createSignup()
    show(page)
    expect([await keys(page), page.sent]).toEqual([[], []])
    page.growsumo.consent(true)
    await expect(outcome).resolves.toEqual({ result: OK })
  })
})
