/** The whole way in a real browser: each worker starts the demo for itself, on free ports, in a folder of its own. */
import { defineConfig } from '@playwright/test'
import { findChromium } from './e2e/chromium.ts'
import { findFirefox } from './e2e/firefox.ts'

const executablePath = findChromium()
const firefox = findFirefox()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  fullyParallel: false,
  // Much of it is waiting for pages: one after another would leave a core idle half of the time.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: process.env['CI'] ? [['list']] : [['list'], ['html', { open: 'never' }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(executablePath === null ? {} : { executablePath }),
          args: [
            '--no-sandbox',
            '--disable-gpu',
            '--disable-quic',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ],
        },
      },
    },
    // The script runs in pages that any browser opens; the rest of the system does not care which.
    {
      name: 'firefox',
      testMatch: 'script*.spec.ts',
      // What only Chromium can tell: how long a script takes, whether a page was laid out.
      grepInvert: /@chromium/,
      use: {
        browserName: 'firefox',
        trace: 'off',
        // The system's is driven as it is; else Playwright's own, and where there is none Playwright says how to get it.
        ...(firefox === null ? {} : { channel: 'moz-firefox', launchOptions: { executablePath: firefox } }),
      },
    },
  ],
})
