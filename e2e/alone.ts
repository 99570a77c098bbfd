/**
 * Opens a page in a browser that nobody drives. Pages are kept for going back and made ready before they are asked for as they
 * are for visitors, which drivers switch off, and the visitor's own settings hold. What happens is for the page to tell.
 */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, firefox } from '@playwright/test'
import { findChromium } from './chromium.ts'
import { findFirefox } from './firefox.ts'

export interface Visitor {
  /** Whether the browser is told to refuse all cookies, and with them a page's storage. */
  readonly blocksCookies?: boolean
}

/** Where Chromium's and Firefox's settings say so. */
const BLOCKED = { chromium: 2, firefox: 2 }

async function chromiumIn(profile: string, { blocksCookies = false }: Visitor): Promise<[string, string[]]> {
  const cookies = blocksCookies ? { cookies: BLOCKED.chromium } : {}
  await mkdir(join(profile, 'Default'))
  const preferences = { profile: { default_content_setting_values: cookies } }
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  const quiet = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map((name) => `--disable-${name}`)
  const args = ['--headless=new', '--no-sandbox', '--no-first-run', ...quiet, `--user-data-dir=${profile}`]
  return [findChromium() ?? chromium.executablePath(), args]
}

async function firefoxIn(profile: string, { blocksCookies = false }: Visitor): Promise<[string, string[]]> {
  const settings = {
    'app.normandy.enabled': false,
    'browser.shell.checkDefaultBrowser': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'toolkit.telemetry.enabled': false,
    ...(blocksCookies ? { 'network.cookie.cookieBehavior': BLOCKED.firefox } : {}),
  }
  const lines = Object.entries(settings).map(([name, value]) => `user_pref("${name}", ${value});`)
  await writeFile(join(profile, 'user.js'), lines.join('\n'))
  return [findFirefox() ?? firefox.executablePath(), ['--headless', '--no-remote', '--profile', profile]]
}

/** Ends the browser, and forgets what it kept. */
export type Close = () => Promise<void>

export async function openAlone(browser: string, url: string, visitor: Visitor = {}): Promise<Close> {
  const profile = await mkdtemp(join(tmpdir(), 'alone-'))
  const [program, args] = await (browser === 'firefox' ? firefoxIn : chromiumIn)(profile, visitor)
  // A group of its own, so that what the browser starts ends with it.
  const child = spawn(program, [...args, url], { stdio: 'ignore', detached: true })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()))
  return async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
    await ended
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}
