import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Every package's tests in one run. A test that needs a browser's window says so in its first line (`@vitest-environment jsdom`). */
export default defineConfig({
  test: {
    globalSetup: 'scripts/postgres-setup.ts',
    include: ['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    // Much of it is waiting for processes, disks and deadlines: one file at a time would leave two cores idle half of the time.
    maxWorkers: Math.max(3, availableParallelism()),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A second is not enough for a process to answer on a machine that is busy with the other files.
    expect: { poll: { timeout: 15_000 } },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
})
