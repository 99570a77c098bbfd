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
  workers: 1,
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
    ...(firefox === null
      ? []
      : [
          {
            name: 'firefox',
            testMatch: 'script.spec.ts',
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              trace: 'off' as const,
              launchOptions: { executablePath: firefox },
            },
          },
        ]),
  ],
})
