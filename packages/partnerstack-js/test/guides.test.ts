// The guides of docs/script: what they tell people to paste does what they say, on a page as they describe it.
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { link, openPage, PUBLIC_KEY, SCRIPT_URL } from './support/page.ts'
import type { Page, PageSetup } from './support/page.ts'

/** The blocks of one language in a guide, with this test's key and host. */
function blocks(guide: string, language: string): string[] {
  const text = readFileSync(new URL(`../../../docs/script/${guide}.md`, import.meta.url), 'utf8')
  const fenced = [...text.matchAll(/^( *)```(\w+)\n([^]*?)^ *```/gm)]
  return fenced
    .filter(([, , name]) => name === language)
    .map(([, indent, , code]) => code!.replaceAll(new RegExp(`^${indent!}`, 'gm'), ''))
    .map((code) =>
      code.replaceAll('pk_YOUR_PUBLIC_KEY', PUBLIC_KEY).replaceAll('partners.example.com', 'partners.test'),
    )
}

const tag = `<script src="${SCRIPT_URL}" data-key="${PUBLIC_KEY}"></script>`
const url = `https://www.shop.test/${link('ada', 'x1')}`
const referral = { public_key: PUBLIC_KEY, partner_key: 'ada', xid: 'x1' }
const open = (setup: PageSetup): Promise<Page> => openPage({ url, ...setup })
const bodies = ({ sent }: Page): unknown[] => sent.map(({ body }) => body)

/** Sends the page's form as its button would; the page stays. */
function submit({ window }: Page): void {
  window.document.forms[0]!.dispatchEvent(new window.Event('submit', { cancelable: true }))
}

describe('forms', () => {
  const [form, hook] = blocks('forms', 'html') as [string, string]

  it('signs up when the form is sent', async () => {
    const page = await open({ html: tag + form })
    page.window.document.querySelector('input')!.value = 'c@shop.test'
    submit(page)
    expect(bodies(page)).toMatchObject([{ ...referral, email: 'c@shop.test', customer_key: 'c@shop.test' }])
    expect(page.errors).toEqual([])
  })

  it('signs up on the page after it', async () => {
    const page = await open({ html: hook + tag })
    expect(bodies(page)).toMatchObject([{ ...referral, email: 'cleo@example.com', customer_key: '4711' }])
  })

  it('puts the partner into hidden fields', async () => {
    const html = `${tag}<form><input type="hidden" name="partner_key"><input type="hidden" name="xid"></form>`
    const page = await open({ html })
    page.window['form'] = page.window.document.forms[0]
    page.window.eval(blocks('forms', 'js')[0]!)
    const values = [...page.window.document.querySelectorAll('input')].map(({ name, value }) => [name, value])
    expect(values).toEqual([
      ['partner_key', 'ada'],
      ['xid', 'x1'],
    ])
  })
})

it('oauth: signs up on the page that the callback leads to', async () => {
  const page = await open({ html: blocks('oauth', 'html')[0]! + tag })
  expect(bodies(page)).toMatchObject([{ ...referral, customer_key: '4711' }])
})

describe('hubspot', () => {
  const [listener] = blocks('hubspot', 'html') as [string]
  const [older, newer] = blocks('hubspot', 'js') as [string, string]
  const customer = { ...referral, email: 'c@shop.test', name: 'Cleo Moore' }

  it('signs up when a form of the older editor was sent, and at no other message', async () => {
    const page = await open({ html: tag + listener })
    const say = (data: unknown): boolean => page.window.dispatchEvent(new page.window.MessageEvent('message', { data }))
    const submissionValues = { email: 'c@shop.test', firstname: 'Cleo', lastname: 'Moore' }
    for (const other of [null, 'text', { type: 'hsFormCallback', eventName: 'onFormReady' }]) say(other)
    expect(page.sent).toEqual([])
    say({ type: 'hsFormCallback', eventName: 'onFormSubmitted', data: { submissionValues } })
    expect(bodies(page)).toMatchObject([customer])
    expect(page.errors).toEqual([])
  })

  it('signs up when a form of the newer one was sent', async () => {
    const page = await open({ html: tag + listener })
    const fields = { '0-1/email': 'c@shop.test', '0-1/firstname': 'Cleo', '0-1/lastname': 'Moore' }
    const getFormFieldValues = async (): Promise<object[]> =>
      Object.entries(fields).map(([name, value]) => ({ name, value }))
    page.window['HubSpotFormsV4'] = { getFormFromEvent: () => ({ getFormFieldValues }) }
    page.window.dispatchEvent(new page.window.Event('hs-form-event:on-submission:success'))
    await vi.waitFor(() => expect(bodies(page)).toMatchObject([customer]), { timeout: 10_000 })
  })

  it('puts the partner into a field of the older', async () => {
    const page = await open({ html: `${tag}<input name="partner_key"><script>${older}</script>` })
    const seen = vi.fn()
    page.window.document.querySelector('input')!.addEventListener('input', seen)
    const data = { type: 'hsFormCallback', eventName: 'onFormReady' }
    page.window.dispatchEvent(new page.window.MessageEvent('message', { data }))
    expect(page.window.document.querySelector('input')!.value).toBe('ada')
    expect(seen).toHaveBeenCalledOnce()
  })

  it('puts the partner into a field of the newer', async () => {
    const page = await open({ html: `${tag}<script>${newer}</script>` })
    const setFieldValue = vi.fn()
    page.window['HubSpotFormsV4'] = { getFormFromEvent: () => ({ setFieldValue }) }
    page.window.dispatchEvent(new page.window.Event('hs-form-event:on-ready'))
    expect(setFieldValue.mock.calls).toEqual([['0-1/partner_key', 'ada']])
  })
})

describe('google-tag-manager', () => {
  const [script, signUp] = blocks('google-tag-manager', 'html').map((html) =>
    html.replace('{{DLV - email}}', '"c@shop.test"').replace('{{DLV - customer id}}', '"4711"'),
  ) as [string, string]

  it.each([
    ['the script comes first', script + signUp],
    ['the sign-up comes first', signUp + script],
  ])('signs up once where %s', async (_name, html) => {
    const page = await open({ html })
    await vi.waitFor(() => expect(page.sent).toHaveLength(1), { timeout: 10_000 })
    expect(bodies(page)).toMatchObject([{ ...referral, email: 'c@shop.test', customer_key: '4711' }])
    expect(page.errors).toEqual([])
  })
})

describe('woocommerce', () => {
  /** What the guide's PHP prints for an order. */
  const [, printed] = /echo "(<script>[^]*?<\/script>)"/.exec(blocks('woocommerce', 'php')[0]!)!
  const order = { customer_key: '7', email: 'c@shop.test', amount: 1999, currency: 'EUR', meta: { order: '12' } }
  const thanks = printed!.replace('$json', JSON.stringify(order))

  it.each([
    ['below the script', tag + thanks],
    ['above it', thanks + tag],
  ])('signs up with the payment, once, %s', async (_name, html) => {
    const page = await open({ html })
    expect(bodies(page)).toMatchObject([{ ...referral, ...order }])
  })
})

describe('cross-domain', () => {
  const listener = `<script>${blocks('cross-domain', 'js')[0]!}</script>`
  const anchor =
    '<a href="https://example-app.io/start?plan=pro#now"><b>Start</b></a><a href="https://else.test/">No</a>'

  it('hands the pair over as a link would, to that domain alone', async () => {
    const page = await open({ url: `https://www.shop.test/${link('Zoë', 'x1')}`, html: tag + anchor + listener })
    const { document, MouseEvent } = page.window
    const [app, other] = [...document.querySelectorAll('a')] as [HTMLAnchorElement, HTMLAnchorElement]
    document.addEventListener('click', (event) => event.preventDefault())
    app.firstChild!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    other.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    expect(other.href).toBe('https://else.test/')
    expect(app.href).toMatch(/^https:\/\/example-app\.io\/start\?plan=pro&gspk=.*#now$/)
    const landing = await openPage({ url: app.href, html: tag })
    expect(landing.growsumo.data).toMatchObject({ partner_key: 'Zoë', xid: 'x1' })
    expect(page.errors).toEqual([])
  })

  it('leaves a link alone where nobody referred the visitor', async () => {
    const page = await open({ url: 'https://www.shop.test/', html: tag + anchor + listener })
    const { document, MouseEvent } = page.window
    document.addEventListener('click', (event) => event.preventDefault())
    document.querySelector('b')!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    expect(document.querySelector('a')!.href).toBe('https://example-app.io/start?plan=pro#now')
  })
})

it('consent: asks by the tag, and takes the banner’s word', async () => {
  const [asks] = blocks('consent', 'html') as [string]
  const banner = blocks('consent', 'js').at(-1)!
  const page = await open({ html: `${asks}<script>${banner}</script>` })
  expect(await page.cookies()).toEqual([])
  page.window['Cookiebot'] = { consent: { marketing: true } }
  page.window.dispatchEvent(new page.window.Event('CookiebotOnConsentReady'))
  expect((await page.cookies()).map(({ key }) => key)).toContain('ps_partner_key')
})

describe('server-side', () => {
  const [node] = blocks('server-side', 'js') as [string]
  const read = async (cookie: string | undefined): Promise<unknown> => {
    const body = node.replace(/^import .*$/m, '')
    const { unescape } = await import('node:querystring')
    const read = new Function('req', 'unescape', `${body}; return partnerKey`) as (...given: unknown[]) => unknown
    return read({ headers: { cookie } }, unescape)
  }

  it.each([
    ['a key', 'ada'],
    ['signs that mean something to others', 'a+b;c=d e%&/@"'],
    ['letters beyond ASCII', 'Zoë-Łódź 🦊'],
  ])('reads in Node what the script wrote: %s', async (_name, key) => {
    const page = await open({ url: `https://www.shop.test/${link(key, 'x1')}`, html: tag })
    const header = (await page.cookies()).map(({ key, value }) => `${key}=${value}`).join('; ')
    expect(await read(`session=1; ${header}`)).toBe(key)
  })

  it('reads nothing where there is none, and bears what a visitor may have written', async () => {
    expect(await read(undefined)).toBe('')
    expect(await read('xps_partner_key=eve')).toBe('')
    expect(await read('ps_partner_key=%zz')).toBe('%zz')
  })
})

describe('first-party', () => {
  it('gives a Worker that asks this server, and says for whom', async () => {
    const [worker] = blocks('first-party', 'js') as [string]
    const fetch = vi.fn(async (_request: Request) => new Response('ok'))
    vi.stubGlobal('fetch', fetch)
    const module = (await import(`data:text/javascript,${encodeURIComponent(worker)}`)) as {
      default: { fetch(request: Request): Promise<Response> }
    }
    const request = new Request('https://www.example.com/partners/signups?a=1', { method: 'POST', body: '{}' })
    await module.default.fetch(request)
    const [asked] = fetch.mock.calls[0]!
    expect([asked.method, asked.url, await asked.text()]).toEqual([
      'POST',
      'https://partners.test/v1/signups?a=1',
      '{}',
    ])
    expect(asked.headers.get('x-forwarded-host')).toBe('www.example.com')
    await module.default.fetch(new Request('https://www.example.com/partners/?more'))
    expect(fetch.mock.calls[1]![0].url).toBe('https://partners.test/v1/?more')
    vi.unstubAllGlobals()
  })

  it('rewrites the same paths on Vercel and in Next.js', async () => {
    interface Config {
      rewrites: () => Promise<unknown>
    }
    const module = { exports: {} as Config }
    const evaluate = new Function('module', blocks('first-party', 'js')[1]!) as (given: unknown) => void
    evaluate(module)
    const vercel = JSON.parse(blocks('first-party', 'json')[0]!) as { rewrites: unknown }
    expect(await module.exports.rewrites()).toEqual(vercel.rewrites)
  })
})
