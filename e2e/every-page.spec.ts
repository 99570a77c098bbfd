/**
 * What holds of every page, with something of everything on it: it is light to load, has no barriers in either scheme, shows
 * whatever people are called as text, and fits a phone. `SHOTS=folder` keeps a picture of each, to be looked at.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { barriersOf } from './axe.ts'
import { complaintsOf, expect, test } from './dashboard-support.ts'
import { fillBooks, type Shown } from './full-books.ts'

// A picture of every step would take longer than the steps.
test.use({ world: 'every-page', trace: 'off' })
// An outgoing webhook that nothing listens to, on this machine.
process.env['WEBHOOK_PRIVATE_TARGETS'] = 'allow'
const SHOTS = process.env['SHOTS']
const FIRST_LOAD = 250_000
const SETTLED_MS = 3_000

const DESK = { width: 1280, height: 800 }
const PHONE = { width: 360, height: 740 }

async function shoot(page: Page, { path }: Shown, how: string): Promise<void> {
  if (SHOTS === undefined) return
  const name = path
    .replace(/^\.\.\/partner.*/, 'partner-page')
    .replace(/\W+/g, '-')
    .slice(0, 60)
  await page.screenshot({ path: join(SHOTS, `${name}-${how}.png`), fullPage: true })
}

/** The routes of the dashboard, each as a pattern of the addresses that lead to it. */
async function routes(): Promise<RegExp[]> {
  const source = await readFile(new URL('../packages/dashboard/src/router.tsx', import.meta.url), 'utf8')
  const paths = [...source.matchAll(/page\('([^']+)'/g)].map(([, path = '']) => path.replace(/:\w+/g, '[^/]+'))
  return paths.map((path) => new RegExp(`^\\w+/${path}(\\?|$)`))
}

/** By how much a page is wider than its window, once what moves to its place there has arrived. */
async function overflow(page: Page): Promise<number> {
  const fits = () => document.documentElement.scrollWidth <= window.innerWidth
  await page.waitForFunction(fits, undefined, { timeout: SETTLED_MS }).catch(() => undefined) // told by the number
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))
}

/** Tables that have to be pushed sideways to be seen whole. */
const cutTables = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('table.table')].filter(
        ({ parentElement: box }) => box !== null && box.scrollWidth > box.clientWidth,
      ).length,
  )

test('every page is light, without barriers, true to the letter, and fits a phone', async ({
  inside: page,
  dashboard,
  seed,
}) => {
  test.setTimeout(SHOTS === undefined ? 240_000 : 600_000)
  const complaints = complaintsOf(page)
  let bytes = 0
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return
    bytes += response.headers()['content-encoding'] === 'gzip' ? Number(response.headers()['content-length']) : Infinity
  })
  const pages = await fillBooks(page, dashboard, seed)
  for (const route of await routes())
    expect(
      pages.some(({ path }) => route.test(path)),
      `${route.source} is in the table`,
    ).toBe(true)
  for (const shown of pages) {
    const { path, says = [], opens } = shown
    await page.setViewportSize(DESK)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    bytes = 0
    await page.goto(new URL(path, `${dashboard.url}/dashboard/`).href)
    await page.getByRole('heading').first().waitFor()
    await expect(page.locator('[role=status] .mantine-Skeleton-root, .mantine-Skeleton-root')).toHaveCount(0)
    expect.soft(bytes, `${path}: script`).toBeGreaterThan(50_000)
    expect.soft(bytes, `${path}: script`).toBeLessThanOrEqual(FIRST_LOAD)
    for (const words of says) await expect.soft(page.getByText(words).first(), `${path}: ${words}`).toBeAttached()
    expect.soft(await page.locator('img[src="x"], b, script:not([src])').count(), `${path}: markup`).toBe(0)
    expect.soft(await barriersOf(page), path).toEqual([])
    expect.soft(await cutTables(page), `${path}: tables that do not fit a desk`).toBe(0)
    await shoot(page, shown, 'light')
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
    expect.soft(await barriersOf(page, 'of colour'), `${path}, in the dark`).toEqual([])
    await shoot(page, shown, 'dark')
    await page.setViewportSize(PHONE)
    expect.soft(await overflow(page), `${path}: wider than a phone by`).toBe(0)
    await shoot(page, shown, 'phone')
    if (opens === undefined) continue
    await page.getByRole('button', { name: opens }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button').first().waitFor()
    expect.soft(await barriersOf(page), `${path}: its dialog`).toEqual([])
    expect.soft(await overflow(page), `${path}: its dialog is wider than a phone by`).toBe(0)
    await shoot(page, shown, 'dialog')
  }
  expect(complaints).toEqual([])
})
