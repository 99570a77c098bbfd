/** What a page pays for the script: nothing on the wire but the script, and less than a millisecond to evaluate it. */
import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from '@playwright/test'
import { PUBLIC_KEY } from './script-site.ts'
import { expect, tag, test, www } from './script-test.ts'

const code = readFileSync(new URL('../packages/partnerstack-js/dist/partnerstack.min.js', import.meta.url), 'utf8')
const initialize = `growsumo._initialize('${PUBLIC_KEY}')`

test('a page without a referral asks nobody for anything but the script', async ({ page, context, site }) => {
  site.pages.set('/', tag(site))
  const requests: string[] = []
  page.on('request', (request) => requests.push(new URL(request.url()).pathname))
  await page.goto(www(site))
  await page.waitForLoadState('networkidle')
  expect(requests.filter((path) => path !== '/favicon.ico')).toEqual(['/', '/v1/'])
  expect(await context.cookies()).toEqual([])
})

interface Cost {
  /** Medians, in ms: the script read, compiled and run; and its first `_initialize`. */
  readonly evaluated: number
  readonly initialized: number
  /** Tasks of 50 ms or more. */
  readonly longTasks: number
}

/** Puts the script into the page 101 times, each as if it were the first. */
const measure = (page: Page, round: number): Promise<Cost> =>
  page.evaluate(
    async ([code, initialize, round]) => {
      let longTasks = 0
      const observer = new PerformanceObserver((list) => void (longTasks += list.getEntries().length))
      observer.observe({ entryTypes: ['longtask'] })
      /** How long a text takes as a script, in ms. It has run when it is in the page. */
      const time = (text: string): number => {
        const tag = document.createElement('script')
        tag.dataset['endpoint'] = '/v1/signups' // It has no `src`, from which it would know.
        tag.text = text
        const start = performance.now()
        document.head.append(tag)
        const passed = performance.now() - start
        tag.remove()
        return passed
      }
      const times: [number, number][] = []
      for (let index = 0; index < 101; index++) {
        Object.assign(window, { growsumo: null, partnerstack: null })
        // Another text each time: one that is known is not compiled again.
        times.push([time(`var known = ${index + 101 * round};${code}`), time(initialize)])
        await new Promise((passed) => setTimeout(passed))
      }
      await new Promise((passed) => setTimeout(passed, 50)) // The observer is told later.
      observer.disconnect()
      const median = (which: 0 | 1): number => times.map((pair) => pair[which]).sort((a, b) => a - b)[50]!
      return { evaluated: median(0), initialized: median(1), longTasks }
    },
    [code, initialize, round] as const,
  )

test(
  'a page pays less than a millisecond for the script, in no long task',
  { tag: '@chromium' },
  async ({ page, site }) => {
    site.pages.set('/', '')
    await page.goto(www(site))
    // The machine may be busy with something else for a while: that can only make it longer.
    const rounds: Cost[] = []
    const best = (): Cost => rounds.reduce((a, b) => (a.evaluated < b.evaluated ? a : b))
    const isGood = (cost: Cost): boolean => cost.evaluated < 1 && cost.initialized < 1 && cost.longTasks === 0
    do rounds.push(await measure(page, rounds.length))
    while (!rounds.some(isGood) && rounds.length < 10)
    const { evaluated, initialized, longTasks } = rounds.find(isGood) ?? best()
    const description = `${evaluated.toFixed(2)} ms, and ${initialized.toFixed(2)} ms to initialize`
    test.info().annotations.push({ type: 'median', description })
    console.log(`the script: ${description} (medians of 101, in round ${rounds.length})`)
    expect(evaluated).toBeLessThan(1)
    expect(initialized).toBeLessThan(1)
    expect(longTasks).toBe(0)
  },
)

test(
  'a page is not laid out for the script, and its styles are not asked for',
  { tag: '@chromium' },
  async ({ page, site }) => {
    site.pages.set('/', '<p>A page with something in it</p>')
    await page.goto(www(site))
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    /** How often the page was laid out, or its styles computed, while a text ran in it. */
    const work = async (text: string): Promise<number> => {
      const before = await layouts(session)
      await page.evaluate(text)
      return (await layouts(session)) - before
    }
    const dirty = `document.querySelector('p').textContent += '.'`
    expect(await work(`${dirty}; document.body.offsetHeight`)).toBeGreaterThan(0) // What the measure sees.
    expect(await work(`${code}; ${initialize}; growsumo._spk()`)).toBe(0)
  },
)

async function layouts(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  const counted = metrics.filter(({ name }) => ['LayoutCount', 'RecalcStyleCount'].includes(name))
  return counted.reduce((sum, { value }) => sum + value, 0)
}
