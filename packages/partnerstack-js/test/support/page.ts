// Opens a page somewhere on the web, with the published script on another host, and watches what happens to it.
import { createRequire } from 'node:module'
import type { Growsumo, SignupResult } from '../../src/index.ts'
import { script } from './build.ts'

/** What we use of jsdom, which brings no types. */
interface Jsdom {
  JSDOM: new (html: string, options: object) => { window: PageWindow }
  CookieJar: new () => CookieJar
  VirtualConsole: new () => { on(event: string, listener: (error: Error) => void): void }
  requestInterceptor(handler: (request: Request) => Response): unknown
}
const { JSDOM, CookieJar, VirtualConsole, requestInterceptor } = createRequire(import.meta.url)('jsdom') as Jsdom

export interface JarCookie {
  key: string
  value: string
  domain: string
  hostOnly: boolean
  path: string
  secure: boolean
  httpOnly: boolean
  sameSite: string
  expires: Date
}

export interface CookieJar {
  setCookie(cookie: string, url: string): Promise<unknown>
  getCookies(url: string): Promise<JarCookie[]>
}

export type PageWindow = Window & typeof globalThis & { eval(code: string): unknown; [name: string]: unknown }

/** A sign-up's body, as the server would read it. */
export type Body = Record<string, unknown>

export interface Page {
  window: PageWindow
  growsumo: Growsumo
  /** Sign-ups sent by fetch. */
  sent: { url: string; init: RequestInit; body: Body }[]
  /** What went wrong in the page, as its console would show it. */
  errors: string[]
  /** The cookies a request to this page's host would carry. */
  cookies(): Promise<JarCookie[]>
}

export interface PageSetup {
  url?: string
  html?: string
  jar?: CookieJar
  /** Runs before anything of the page does. */
  prepare?: (window: PageWindow) => void
  /** How the server answers a sign-up, or what else is asked. */
  answer?: (url: string) => Promise<Response>
}

export const PUBLIC_KEY = 'pk_abcdefghijklmnopqrstuvwxyz012345'
export const SCRIPT_URL = 'https://partners.test/v1/'
export const OK: SignupResult = { status: 200, message: 'Sign-up recorded', rdata: {} }

export const jar = (): CookieJar => new CookieJar()
export const ok = (): Promise<Response> => Promise.resolve(Response.json(OK))

/** A referral's query string. */
export const link = (partnerKey: string, xid?: string): string =>
  `?gspk=${Buffer.from(partnerKey).toString('base64url')}${xid ? `&gsxid=${xid}` : ''}`

/** The snippet as vendors have it in their pages. */
export const loader = (publicKey = PUBLIC_KEY, src = SCRIPT_URL): string => `<script>(function() {
  var gs = document.createElement('script'); gs.src = '${src}'; gs.type = 'text/javascript'; gs.async = 'true'
  gs.onload = gs.onreadystatechange = function() {
    var rs = this.readyState; if (rs && rs != 'complete' && rs != 'loaded') return
    try { growsumo._initialize('${publicKey}'); if (typeof(growsumoInit) === 'function') { growsumoInit() } } catch (e) {}
  }
  var s = document.getElementsByTagName('script')[0]; s.parentNode.insertBefore(gs, s)
})()</script>`

/** Opens a page, waits until it has loaded with all its scripts. */
export async function openPage({ url, html, jar, prepare, answer = ok }: PageSetup = {}): Promise<Page> {
  const cookieJar = jar || new CookieJar()
  const sent: Page['sent'] = []
  const errors: string[] = []
  const virtualConsole = new VirtualConsole()
  virtualConsole.on('jsdomError', (error) => errors.push(String(error.cause || error.message)))
  const code = (asked: string): string => script(/[?&]more\b/.test(asked) ? 'partnerstack.more.min.js' : undefined)
  const { window } = new JSDOM(`<!doctype html><body>${html ?? loader()}</body>`, {
    url: url ?? 'https://www.shop.test/',
    cookieJar,
    virtualConsole,
    runScripts: 'dangerously',
    resources: {
      interceptors: [
        requestInterceptor(({ url }) => new Response(code(url), { headers: { 'content-type': 'text/javascript' } })),
      ],
    },
    beforeParse(page: PageWindow) {
      page['fetch'] = ((target: string, init: RequestInit) => {
        sent.push({ url: target, init, body: JSON.parse(String(init.body)) as Body })
        return answer(target)
      }) as typeof fetch
      prepare?.(page)
    },
  })
  if (window.document.readyState !== 'complete') {
    await new Promise((loaded) => window.addEventListener('load', loaded))
  }
  return {
    window,
    get growsumo() {
      return window.growsumo!
    },
    sent,
    errors,
    cookies: () => cookieJar.getCookies(window.location.href),
  }
}
