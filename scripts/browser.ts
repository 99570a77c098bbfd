/**
 * Makes sure there is a Chromium for the browser tests: the system's, else Playwright's own, else one is installed (Debian's
 * package as root, or Playwright's download). Where none can be had it says what to do, and fails. The script is tried in
 * Firefox as well: the system's, else Debian's package; where there is none, the tests go on without it and say so.
 */
import { spawnSync } from 'node:child_process'
import { findChromium, hasOwnChromium } from '../e2e/chromium.ts'
import { findFirefox } from '../e2e/firefox.ts'

const is = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** Runs a step in sight of the user; true when it went well. */
function step(command: string, ...args: string[]): boolean {
  console.log(`A browser is missing here: ${command} ${args.join(' ')}`)
  return (
    spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  )
}

/** Installs a package of Debian's; false where that is not for us to do. */
const installed = (name: string): boolean =>
  process.getuid?.() === 0 &&
  is('apt-get', '--version') &&
  step('apt-get', 'update', '-q') &&
  step('apt-get', 'install', '-y', '-q', '--no-install-recommends', name)

function install(): boolean {
  if (installed('chromium')) return findChromium() !== null
  return step('npx', 'playwright', 'install', 'chromium') && hasOwnChromium()
}

/** Throws where the tests would have no browser. */
export function ensureBrowser(): void {
  if (findChromium() === null && !hasOwnChromium() && !install()) {
    throw new Error(
      'The browser tests need Chromium. Install it (Debian: apt-get install chromium; elsewhere: npx playwright install chromium) and run npm test again.',
    )
  }
  if (findFirefox() === null && !installed('firefox-esr')) {
    console.log('No Firefox here: the script is tried in Chromium alone. Install firefox or firefox-esr to try both.')
  }
}
