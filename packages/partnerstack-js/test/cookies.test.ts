// Which cookies a click leaves behind, on which domain, in a real cookie jar.
import { describe, expect, it } from 'vitest'
import { jar, link, loader, openPage, PUBLIC_KEY } from './support/page.ts'
import type { CookieJar, Page, PageSetup } from './support/page.ts'

const DAY = 86_400_000
const NAMES = ['_ps_partner_key_abcdefgh', 'growSumoPartnerKey', 'gsxid', 'ps_partner_key', 'ps_xid', 'pscd']

/** The cookies of a page by name, ours and others'. */
async function values(page: Page): Promise<Record<string, string>> {
  return Object.fromEntries((await page.cookies()).map(({ key, value }) => [key, value]))
}

/** A page that calls `_initialize` with options of its own. */
const withOptions = (options: object): string =>
  loader().replace(`'${PUBLIC_KEY}'`, `'${PUBLIC_KEY}', ${JSON.stringify(options)}`)

/** Everything that a page at this URL writes to `document.cookie`, in order. */
async function writes(url: string): Promise<string[]> {
  const written: string[] = []
  await openPage({
    url,
    prepare: ({ Document, document }) => {
      const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')!
      Object.defineProperty(document, 'cookie', {
        get: () => cookie.get!.call(document) as string,
        set: (text: string) => {
          written.push(text)
          cookie.set!.call(document, text)
        },
      })
    },
  })
  return written
}

/** Opens pages one after the other in one browser. */
async function visit(setup: PageSetup & { jar: CookieJar }): Promise<Page> {
  const page = await openPage(setup)
  expect(page.errors).toEqual([])
  return page
}

describe('a click', () => {
  it('is remembered for 90 days, on every path, readable by script, under every name sites look for', async () => {
    const page = await openPage({ url: `https://www.shop.test/pricing${link('ada', 'x1')}&pscd=go.shop.test` })
    const cookies = await page.cookies()
    expect(cookies.map(({ key }) => key).sort()).toEqual(NAMES)
    for (const cookie of cookies) {
      expect(cookie).toMatchObject({ path: '/', sameSite: 'lax', secure: true, httpOnly: false, hostOnly: false })
      expect(Math.abs(cookie.expires.getTime() - Date.now() - 90 * DAY)).toBeLessThan(60_000)
    }
    expect(await values(page)).toEqual({
      growSumoPartnerKey: 'ada',
      ps_partner_key: 'ada',
      _ps_partner_key_abcdefgh: 'ada',
      gsxid: 'x1',
      ps_xid: 'x1',
      pscd: 'go.shop.test',
    })
  })

  it('is remembered over http without Secure, which the browser would refuse', async () => {
    const page = await openPage({ url: `http://shop.test/${link('ada')}` })
    expect((await page.cookies()).map(({ key, secure }) => [key, secure])).toEqual([
      ['growSumoPartnerKey', false],
      ['ps_partner_key', false],
      ['_ps_partner_key_abcdefgh', false],
    ])
  })

  it('is written so that every server reads it: PHP and Ruby take a bare plus for a space', async () => {
    const page = await openPage({ url: `https://shop.test/${link('a+b@c.d/e=f g')}` })
    expect(await values(page)).toMatchObject({ ps_partner_key: 'a%2Bb%40c.d%2Fe%3Df%20g' })
    page.growsumo._spk()
    expect(page.growsumo.data.partner_key).toBe('a+b@c.d/e=f g')
  })

  it('is read back on the next page', async () => {
    const browser = jar()
    await visit({ jar: browser, url: `https://www.shop.test/${link('Zoë; a=b', 'x1')}` })
    const page = await visit({ jar: browser, url: 'https://app.shop.test/signup' })
    expect(page.growsumo.data).toMatchObject({ partner_key: 'Zoë; a=b', xid: 'x1' })
  })

  it('leaves its parameters in the URL', async () => {
    const url = `https://www.shop.test/pricing${link('ada', 'x1')}&utm_source=mail#top`
    expect((await openPage({ url })).window.location.href).toBe(url)
  })

  it.each([
    ['a site', 'https://shop.test/', 'shop.test', false],
    ['a subdomain', 'https://www.shop.test/', 'shop.test', false],
    ['a deep subdomain', 'https://a.b.c.shop.test/', 'shop.test', false],
    ['a country suffix', 'https://www.shop.co.uk/', 'shop.co.uk', false],
    ['a shared suffix', 'https://shop.github.io/', 'shop.github.io', false],
    ['a host that is a shared suffix itself', 'https://github.io/', 'github.io', true],
    ['a port', 'https://www.shop.test:8443/', 'shop.test', false],
    ['an IPv4 host', 'http://127.0.0.1:8020/', '127.0.0.1', true],
    ['an IPv6 host', 'http://[::1]:8020/', '::1', true],
  ])('is written on the registrable domain of %s', async (_name, url, domain, hostOnly) => {
    const page = await openPage({ url: url + link('ada', 'x1') })
    const cookies = await page.cookies()
    expect(cookies).toHaveLength(5)
    for (const cookie of cookies) {
      expect(cookie.domain).toBe(domain)
      if (!hostOnly) expect(cookie.hostOnly).toBe(false)
    }
    expect(page.errors).toEqual([])
  })

  it.each([
    ['localhost', 'http://localhost:8020/'],
    ['a name under localhost', 'http://shop.localhost:8020/'],
    ['an intranet name', 'http://intranet/'],
  ])('is remembered on %s', async (_name, url) => {
    expect(await values(await openPage({ url: url + link('ada', 'x1') }))).toMatchObject({ ps_partner_key: 'ada' })
  })

  it.each([
    ['a domain', 'app.shop.test', 'app.shop.test', false],
    ['a domain with the dot of old', '.shop.test', 'shop.test', false],
    ['none', 'none', 'www.app.shop.test', true],
    ['a domain that is not ours to write on', 'other.test', 'www.app.shop.test', true],
  ])('is written where the page says: %s', async (_name, cookieDomain, domain, hostOnly) => {
    const setup = { url: `https://www.app.shop.test/${link('ada')}` }
    const byOption = await openPage({ ...setup, html: withOptions({ cookieDomain }) })
    const byTag = await openPage({
      ...setup,
      html: `<script src="https://partners.test/v1/" data-key="${PUBLIC_KEY}" data-cookie-domain="${cookieDomain}"></script>`,
    })
    for (const page of [byOption, byTag]) {
      const cookies = await page.cookies()
      expect(cookies).toHaveLength(3)
      for (const cookie of cookies) expect(cookie).toMatchObject({ domain, hostOnly })
    }
  })

  it('leaves nothing behind of the search for the domain, and never passes as a referral by it', async () => {
    const written = await writes(`https://www.shop.co.uk/${link('ada')}`)
    const others = written.map((cookie) => cookie.split('=')[0]!).filter((name) => !NAMES.includes(name))
    expect(new Set(others)).toEqual(new Set(['growsumo']))
    const page = await openPage({ url: `https://www.shop.co.uk/${link('ada')}` })
    expect(await values(page)).not.toHaveProperty('growsumo')
  })

  it.each(NAMES)('expires %s host-only and on every parent first, which browsers keep apart', async (name) => {
    const written = await writes(`https://www.shop.test/${link('ada', 'x1')}&pscd=go.shop.test`)
    const ours = written.filter((cookie) => cookie.startsWith(`${name}=`))
    expect(ours.map((cookie) => /domain=([^;]+)/.exec(cookie)?.[1])).toEqual([
      undefined,
      'test',
      'shop.test',
      'www.shop.test',
      'shop.test',
    ])
    expect(ours.map((cookie) => cookie.startsWith(`${name}=;`))).toEqual([true, true, true, true, false])
  })
})

describe("a second partner's click", () => {
  it('replaces the first, whole', async () => {
    const browser = jar()
    await visit({ jar: browser, url: `https://shop.test/${link('ada', 'x1')}&pscd=go.shop.test` })
    const page = await visit({ jar: browser, url: `https://shop.test/${link('bob', 'x2')}` })
    expect(await values(page)).toEqual({
      growSumoPartnerKey: 'bob',
      ps_partner_key: 'bob',
      _ps_partner_key_abcdefgh: 'bob',
      gsxid: 'x2',
      ps_xid: 'x2',
    })
  })

  it('clears the click id of the first where it brings none', async () => {
    const browser = jar()
    await visit({ jar: browser, url: `https://shop.test/${link('ada', 'x1')}` })
    const page = await visit({ jar: browser, url: `https://shop.test/${link('bob')}` })
    expect(Object.keys(await values(page)).sort()).toEqual([
      '_ps_partner_key_abcdefgh',
      'growSumoPartnerKey',
      'ps_partner_key',
    ])
    expect(page.growsumo.data).toMatchObject({ partner_key: 'bob' })
    expect(page.growsumo.data.xid).toBeUndefined()
  })

  it.each([
    ['an option', withOptions({ attribution: 'first' })],
    ['the tag', `<script src="https://partners.test/v1/" data-key="${PUBLIC_KEY}" data-attribution="first"></script>`],
  ])('changes nothing under first click, by %s', async (_name, html) => {
    const browser = jar()
    await visit({ jar: browser, html, url: `https://shop.test/${link('ada', 'x1')}` })
    const page = await visit({ jar: browser, html, url: `https://shop.test/${link('bob', 'x2')}` })
    expect(await values(page)).toMatchObject({ ps_partner_key: 'ada', gsxid: 'x1' })
    expect(page.growsumo.data).toMatchObject({ partner_key: 'ada', xid: 'x1' })
  })

  it.each([
    ['host-only', 'https://www.shop.test/', ''],
    ['on the host as a domain', 'https://www.shop.test/', '; Domain=www.shop.test'],
    ['on a parent', 'https://a.b.shop.test/', '; Domain=b.shop.test'],
    ['on the registrable domain', 'https://www.shop.test/', '; Domain=shop.test'],
  ])('is not hidden by older cookies %s', async (_name, url, domain) => {
    const browser = jar()
    for (const name of NAMES) await browser.setCookie(`${name}=old; Path=/${domain}`, url)
    const page = await visit({ jar: browser, url: url + link('bob', 'x2') })
    const cookies = await page.cookies()
    expect(cookies.map(({ key }) => key).sort()).toEqual(NAMES.filter((name) => name !== 'pscd'))
    expect(cookies.map(({ value }) => value)).not.toContain('old')
    const next = await visit({ jar: browser, url })
    expect(next.growsumo.data).toMatchObject({ partner_key: 'bob', xid: 'x2' })
  })
})

describe('a click that has been written', () => {
  it('is not written again where the page has deleted it, until a new one', async () => {
    const page = await openPage({ url: `https://shop.test/${link('ada', 'x1')}` })
    for (const name of NAMES) page.window.document.cookie = `${name}=; Domain=shop.test; Path=/; Max-Age=0`
    page.growsumo._spk()
    page.window.history.pushState(null, '', '/sign-up')
    page.growsumo._spk()
    expect(await page.cookies()).toEqual([])
    expect(page.growsumo.data).toMatchObject({ partner_key: 'ada', xid: 'x1' })
    page.window.history.pushState(null, '', link('bob', 'x2'))
    page.growsumo._spk()
    expect(await values(page)).toMatchObject({ ps_partner_key: 'bob', ps_xid: 'x2' })
  })

  it('gives way to one that came later, in another tab, though the address still tells of it', async () => {
    const browser = jar()
    const page = await visit({ jar: browser, url: `https://shop.test/${link('ada', 'x1')}` })
    await visit({ jar: browser, url: `https://shop.test/${link('bob', 'x2')}` })
    page.growsumo._spk()
    expect(page.growsumo.data).toMatchObject({ partner_key: 'bob', xid: 'x2' })
    expect(await values(page)).toMatchObject({ ps_partner_key: 'bob', ps_xid: 'x2' })
  })
})

describe('a page without a referral', () => {
  it.each([
    ['an organic visit', ''],
    ['a value that does not decode', '?gspk=%25%25'],
  ])('writes no cookie and sends nothing: %s', async (_name, search) => {
    const page = await openPage({ url: `https://shop.test/${search}` })
    expect(await page.cookies()).toEqual([])
    expect(page.sent).toEqual([])
    expect(page.growsumo.data).toEqual({})
  })

  it('leaves what is remembered as it is, and does not restart its life', async () => {
    const browser = jar()
    await browser.setCookie('growSumoPartnerKey=ada; Path=/; Max-Age=3600', 'https://shop.test/')
    const page = await visit({ jar: browser, url: 'https://shop.test/?gspk=%25' })
    const cookies = await page.cookies()
    expect(cookies.map(({ key, hostOnly }) => [key, hostOnly])).toEqual([['growSumoPartnerKey', true]])
    expect(page.growsumo.data).toMatchObject({ partner_key: 'ada' })
  })

  it("never touches the site's own cookies", async () => {
    const browser = jar()
    await browser.setCookie('session=s1; Path=/; Secure', 'https://shop.test/')
    await browser.setCookie('broken=%E0%A4%A; Path=/', 'https://shop.test/')
    const page = await visit({ jar: browser, url: `https://shop.test/${link('ada')}` })
    expect(await values(page)).toMatchObject({ session: 's1', broken: '%E0%A4%A', ps_partner_key: 'ada' })
  })
})
