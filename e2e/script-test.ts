/** What the specs of the script share: a site, what goes wrong on its pages, and the ways a page has the script. */
import { test as base } from '@playwright/test'
import type { Page } from '@playwright/test'
import { openAlone } from './alone.ts'
import type { Close, Visitor } from './alone.ts'
import { PUBLIC_KEY, startSite } from './script-site.ts'
import type { Site } from './script-site.ts'

export { expect } from '@playwright/test'

interface Fixtures {
  readonly site: Site
  /** What went wrong on the page that is driven. */
  readonly errors: string[]
  /** Opens an address in a browser that nobody drives, until the test ends. */
  readonly alone: (url: string, visitor?: Visitor) => Promise<void>
}

export const test = base.extend<Fixtures>({
  site: async ({ browserName: _browser }, use) => {
    const site = await startSite()
    await use(site)
    await site.close()
  },
  errors: async ({ page }, use) => {
    const errors: string[] = []
    // Firefox's console tells of each cookie that it does not take: no page notices, and finding the domain needs it.
    page.on('pageerror', (error) => /rejected for invalid domain/.test(String(error)) || errors.push(String(error)))
    await use(errors)
  },
  alone: async ({ browserName }, use) => {
    const opened: Close[] = []
    await use(async (url, visitor) => void opened.push(await openAlone(browserName, url, visitor)))
    for (const close of opened) await close()
  },
})

const SCRIPTS = 'partners.shop.localhost'
export const scripts = (site: Site): string => site.at(SCRIPTS)
export const www = (site: Site): string => site.at('www.shop.localhost')
export const tag = (site: Site, attributes = '', query = ''): string =>
  `<script src="${scripts(site)}/v1/${query}" data-key="${PUBLIC_KEY}" ${attributes}></script>`
export const loader = (site: Site, query = ''): string => `<script>(function () {
  var gs = document.createElement('script'); gs.src = '${scripts(site)}/v1/${query}'; gs.async = true
  gs.onload = function () { try { growsumo._initialize('${PUBLIC_KEY}'); if (typeof growsumoInit === 'function') growsumoInit() } catch (e) {} }
  document.head.appendChild(gs)
})()</script>`

/** What a page that is not driven tells of itself: errors, and what its script says. */
export const TELLS = `<script>
  function tell(what) { navigator.sendBeacon('/v1/told?' + encodeURIComponent(what)) }
  onerror = function (message) { tell('error ' + message) }
  onunhandledrejection = function (event) { tell('rejection ' + event.reason) }
</script>`

/** What pages have told, in order. */
export const told = (site: Site): string[] =>
  site.asked
    .map(({ path }) => path)
    .filter((path) => path.startsWith('/v1/told?'))
    .map((path) => decodeURIComponent(path.slice(9)))

/** Runs in the page once the script is there. */
export async function signUp(page: Page, customerKey: string, then = ''): Promise<void> {
  await page.waitForFunction('window.growsumo && growsumo._v && growsumo.data')
  await page.evaluate(`growsumo.data.customer_key = '${customerKey}'; void growsumo.createSignup(); ${then}`)
}

/** Whom the page's script credits. */
export const partner = (page: Page): Promise<unknown> =>
  page.evaluate('window.growsumo && growsumo.data && growsumo.data.partner_key')
