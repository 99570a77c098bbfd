// The script with more, as pages load it: what outlives a page, and what a page does without being loaded anew.
import { describe, expect, it, vi } from 'vitest'
import { jar, link, loader, OK, openPage, PUBLIC_KEY } from '../support/page.ts'
import type { Page, PageSetup, PageWindow } from '../support/page.ts'

const HOUR = 3_600_000
const src = 'https://partners.test/v1/?more'
const html = loader(PUBLIC_KEY, src)
const url = `https://www.shop.test/${link('ada', 'x1')}`
const down = () => Promise.reject(new TypeError('Failed to fetch'))
const answers = (status: number) => () => Promise.resolve(Response.json({ status, message: 'No' }, { status }))
const signups = ({ sent }: Page) => sent.filter((request) => request.url.endsWith('/v1/signups'))
const kept = ({ window }: Page): string[] => Object.keys(window.localStorage)

/** The next page of the same visitor: what the one before left in its storage is there. */
const after = (page: Page, prepare?: (window: PageWindow) => void) => (window: PageWindow) => {
  for (const name of kept(page)) window.localStorage.setItem(name, page.window.localStorage.getItem(name)!)
  prepare?.(window)
}
const open = (setup: PageSetup = {}): Promise<Page> => openPage({ url, html, ...setup })

describe('a sign-up', () => {
  it.each([
    ['the server is down', down],
    ['the server is in trouble', answers(503)],
    ['the server asks for patience', answers(429)],
    ['something else answers', () => Promise.resolve(new Response('<html>', { status: 200 }))],
    ['no answer comes before the page is left', () => new Promise<Response>(() => {})],
  ])('is sent again on the next page, the same, where %s', async (_name, answer) => {
    const first = await open({ answer })
    first.growsumo.data.email = 'c@shop.test'
    void first.growsumo.createSignup()
    await new Promise((passed) => setTimeout(passed, 20))
    const next = await open({ url: 'https://www.shop.test/welcome', prepare: after(first) })
    expect(signups(next).map(({ body }) => body)).toEqual(signups(first).map(({ body }) => body))
    await vi.waitFor(() => expect(kept(next)).toEqual([]), { timeout: 10_000 })
  })

  it.each([
    ['recorded', () => Promise.resolve(Response.json(OK))],
    ['refused', answers(401)],
  ])('is not kept once it is %s', async (_name, answer) => {
    const page = await open({ answer })
    await page.growsumo.createSignup()
    expect([signups(page).length, kept(page)]).toEqual([1, []])
  })

  it('still tells the page what became of it', async () => {
    const { growsumo } = await open({ answer: down })
    await expect(growsumo.createSignup()).resolves.toMatchObject({ error: { message: 'Failed to fetch' } })
  })

  it('stays for another page where the server is still down', async () => {
    const first = await open({ answer: down })
    await first.growsumo.createSignup()
    const next = await open({ prepare: after(first), answer: down })
    await vi.waitFor(() => expect(signups(next)).toHaveLength(1), { timeout: 10_000 })
    expect(kept(next)).toEqual(kept(first))
    expect(next.errors).toEqual([])
  })

  it('is given up after a week, and what is none is cleared away', async () => {
    const put = (window: PageWindow): void => {
      const old = { body: '{}', at: Date.now() - 7 * 24 * HOUR - 1 }
      window.localStorage.setItem('growsumo.outbox.1', JSON.stringify(old))
      window.localStorage.setItem('growsumo.outbox.2', 'nonsense')
      window.localStorage.setItem('growsumo.outbox.3', 'null')
      window.localStorage.setItem('growsumo.outbox.4', JSON.stringify({ ...old, body: undefined, data: { xid: 'x9' } }))
      window.localStorage.setItem("the page's own", 'nonsense')
    }
    const page = await open({ prepare: put })
    expect([signups(page), kept(page)]).toEqual([[], ["the page's own"]])
  })

  it.each([
    ['is forbidden', () => void 0],
    ['is full', () => ({ setItem: () => raise('full') })],
  ])('is sent where storage %s', async (_name, storage) => {
    const prepare = (window: PageWindow): void => {
      Object.defineProperty(window, 'localStorage', { get: () => storage() ?? raise('forbidden') })
    }
    const page = await open({ prepare })
    await expect(page.growsumo.createSignup()).resolves.toEqual({ result: OK })
    expect(page.errors).toEqual([])
  })

  it('leaves alone what the page keeps, whatever it is called with', async () => {
    const page = await open()
    page.window.localStorage.setItem('1', "the page's own")
    await Promise.all([undefined, undefined].map(page.growsumo.createSignup as never))
    expect(kept(page)).toEqual(['1'])
  })

  it('waits for consent, and is forgotten where it is refused', async () => {
    const first = await open({ answer: down })
    await first.growsumo.createSignup()
    const asks = `<script src="${src}" data-key="${PUBLIC_KEY}" data-requires-consent></script>`
    const allowed = await open({ html: asks, prepare: after(first) })
    expect(allowed.sent).toEqual([])
    allowed.growsumo.consent(true)
    expect(signups(allowed)).toHaveLength(1)
    const refused = await open({ html: asks, prepare: after(first) })
    refused.growsumo.consent(false)
    expect([refused.sent, kept(refused)]).toEqual([[], []])
  })

  it('waits where the page is not seen yet', async () => {
    const first = await open({ answer: down })
    await first.growsumo.createSignup()
    const hide = ({ document }: PageWindow): void =>
      void Object.defineProperty(document, 'prerendering', { value: true, configurable: true })
    const page = await open({ prepare: after(first, hide) })
    expect(page.sent).toEqual([])
    Object.defineProperty(page.window.document, 'prerendering', { value: false })
    page.window.document.dispatchEvent(new page.window.Event('prerenderingchange'))
    expect(signups(page)).toHaveLength(1)
  })
})

function raise(message: string): never {
  throw new Error(message)
}

describe('a page that changes its address', () => {
  it.each(['pushState', 'replaceState'] as const)(
    'is credited to the partner of the new one, by %s',
    async (change) => {
      const { window, growsumo, errors } = await open({ url: 'https://www.shop.test/' })
      expect(growsumo.data.partner_key).toBeUndefined()
      window.history[change](null, '', `/pricing${link('bob', 'x2')}`)
      expect(growsumo.data).toMatchObject({ partner_key: 'bob', xid: 'x2' })
      window.history[change](null, '', '/sign-up')
      expect(growsumo.data).toMatchObject({ partner_key: 'bob', xid: 'x2' })
      expect(errors).toEqual([])
    },
  )

  it('is credited to whom led here last, where it is kept and shown again', async () => {
    const page = await open()
    page.window.document.cookie = 'ps_partner_key=bob; Domain=shop.test; Path=/'
    page.window.document.cookie = 'ps_xid=x2; Domain=shop.test; Path=/'
    const { PageTransitionEvent } = page.window
    page.window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    expect(page.growsumo.data).toMatchObject({ partner_key: 'bob', xid: 'x2' })
  })

  it('is not clicked again by going back to where the first partner led', async () => {
    const { window, growsumo } = await open()
    window.history.pushState(null, '', `/${link('bob', 'x2')}`)
    window.history.back()
    await vi.waitFor(() => expect(window.location.search).toContain('x1'), { timeout: 10_000 })
    await new Promise((passed) => setTimeout(passed, 20))
    expect(growsumo.data).toMatchObject({ partner_key: 'bob', xid: 'x2' })
  })

  it('keeps the history of the page as it was', async () => {
    const { window } = await open()
    expect(() => window.history.pushState(null, '', 'https://elsewhere.test/')).toThrow(/pushState/)
    window.history.pushState({ step: 2 }, '', '/two')
    expect(window.history.state).toEqual({ step: 2 })
  })
})

describe('cookies written by the server', () => {
  const near = loader(PUBLIC_KEY, 'https://go.shop.test/v1/?more')
  const asked = ({ sent }: Page) => sent.filter((request) => request.url.endsWith('/remember'))

  it('are asked for once a click, of a host that shares the domain', async () => {
    const page = await open({ html: near })
    expect(asked(page)).toMatchObject([
      {
        url: 'https://go.shop.test/v1/remember',
        init: { method: 'POST', credentials: 'include' },
        body: { public_key: PUBLIC_KEY },
      },
    ])
    page.growsumo._spk()
    expect(asked(page)).toHaveLength(1)
  })

  it.each([
    ['a host of another domain', html, url],
    [
      'a host that shares but a public suffix',
      loader(PUBLIC_KEY, 'https://go.co.uk/v1/?more'),
      `https://a.co.uk/${link('ada')}`,
    ],
    ['a page without a referral', near, 'https://www.shop.test/'],
    [
      'a page that chose its cookies’ domain',
      near.replace(`'${PUBLIC_KEY}'`, `'${PUBLIC_KEY}', { cookieDomain: 'none' }`),
      url,
    ],
  ])('are not asked for with %s', async (_name, html, url) => {
    const page = await open({ html, url })
    expect([page.sent, page.errors]).toEqual([[], []])
  })

  it('come back where a browser has dropped what the script wrote, and only the redirect’s are left', async () => {
    const browser = jar()
    const site = 'https://www.shop.test/'
    await browser.setCookie('_ps_partner_key_abcdefgh=ada; Domain=shop.test; Path=/', site)
    const answer = async (): Promise<Response> => {
      await browser.setCookie('ps_partner_key=ada; Domain=shop.test; Path=/', site)
      return Response.json(OK)
    }
    const page = await open({ url: site, html: near, jar: browser, answer })
    await vi.waitFor(() => expect(page.growsumo.data.partner_key).toBe('ada'), { timeout: 10_000 })
    expect(asked(page)).toHaveLength(1)
  })

  it('do no harm where the server does not answer', async () => {
    const page = await open({ html: near, answer: down })
    await new Promise((passed) => setTimeout(passed, 20))
    expect(page.growsumo.data.partner_key).toBe('ada')
    expect(page.errors).toEqual([])
  })
})
