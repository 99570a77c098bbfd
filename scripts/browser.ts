/**
 * Makes sure of the browsers that the tests drive, Chromium and Firefox: the system's, else Playwright's own, else they are
 * installed (Debian's package as root, or Playwright's download).
 */
import { spawnSync } from 'node:child_process'
import { findChromium, hasOwnChromium } from '../e2e/chromium.ts'
import { findFirefox, hasOwnFirefox } from '../e2e/firefox.ts'

export interface Browser {
  /** Playwright's project, and what Playwright calls the browser. */
  readonly name: 'chromium' | 'firefox'
  /** Debian's package. */
  readonly debian: string
  isHere(): boolean
}

export const BROWSERS: readonly Browser[] = [
  { name: 'chromium', debian: 'chromium', isHere: () => findChromium() !== null || hasOwnChromium() },
  { name: 'firefox', debian: 'firefox-esr', isHere: () => findFirefox() !== null || hasOwnFirefox() },
]

/** Runs a step in sight of the user; true when it went well. */
export type Step = (command: string, ...args: string[]) => boolean

const step: Step = (command, ...args) => {
  console.log(`A browser is missing here: ${command} ${args.join(' ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

/** Whether packages of Debian's are ours to install. */
const ownsDebian = (): boolean =>
  process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0

/**
 * Installs what is missing. Answers with what to do about each browser that could not be had; nothing when all are here.
 * @param mayInstall Whether Debian's packages may be installed.
 */
export function missingBrowsers(browsers = BROWSERS, run = step, mayInstall = ownsDebian): Map<Browser, string> {
  const missing = new Map<Browser, string>()
  for (const browser of browsers) {
    const { name, debian } = browser
    if (browser.isHere()) continue
    const install = ['apt-get', 'install', '-y', '-q', '--no-install-recommends', debian] as const
    if (mayInstall() && run('apt-get', 'update', '-q') && run(...install) && browser.isHere()) continue
    if (run('npx', 'playwright', 'install', name) && browser.isHere()) continue
    missing.set(
      browser,
      `The browser tests need ${name}, which is not here and could not be installed. Install it (Debian: apt-get install ${debian}; elsewhere: npx playwright install ${name}) and run npm test again.`,
    )
  }
  return missing
}
