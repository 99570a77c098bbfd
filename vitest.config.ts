import { defineConfig } from 'vitest/config'

/** Every package's tests in one run. A test that needs a browser's window says so in its first line (`@vitest-environment jsdom`). */
export default defineConfig({
  test: {
    globalSetup: 'scripts/postgres-setup.ts',
    include: ['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
})
