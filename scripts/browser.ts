/**
 * Makes sure there is a Chromium for the browser tests: the system's, else Playwright's own, else one is installed (Debian's
 * package as root, or Playwright's download). Where none can be had it says what to do, and fails.
 */
import { spawnSync } from 'node:child_process'
import { findChromium, hasOwnChromium } from '../e2e/chromium.ts'

const is = (command: string, ...args: string[]): boolean => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/** Runs a step in sight of the user; true when it went well. */
function step(command: string, ...args: string[]): boolean {
  console.log(`No Chromium here yet: ${command} ${args.join(' ')}`)
  return (
    spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
      .status === 0
  )
}

function install(): boolean {
  const isRoot = process.getuid?.() === 0
  if (
    isRoot &&
    is('apt-get', '--version') &&
    step('apt-get', 'update', '-q') &&
    step('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium')
  ) {
    return findChromium() !== null
  }
  return step('npx', 'playwright', 'install', 'chromium') && hasOwnChromium()
}

/** Throws where the tests would have no browser. */
export function ensureBrowser(): void {
  if (findChromium() !== null || hasOwnChromium() || install()) return
  throw new Error(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium; elsewhere: npx playwright install chromium) and run npm test again.',
  )
}
