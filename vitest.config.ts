import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What waits for processes, databases and deadlines takes longest, and is not the longest text, by which Vitest goes. */
const LONG =
  /\/(faults|platforms)\/|\/commands\/(hook|deliveries|webhook|serve)|postgres\.test|properties\.test|doc-blocks/

/** Begun first, it ends among the others, and no worker goes on alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

/** Every package's tests in one run. A test that needs a browser's window says so in its first line (`@vitest-environment jsdom`). */
export default defineConfig({
  test: {
    globalSetup: 'scripts/postgres-setup.ts',
    include: ['packages/*/test/**/*.test.ts', 'examples/*/test/**/*.test.ts', 'scripts/test/**/*.test.ts'],
    // Much of it is waiting for processes, disks and deadlines: one file at a time would leave two cores idle half of the time.
    maxWorkers: Math.max(3, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A second is not enough for a process to answer on a machine that is busy with the other files.
    expect: { poll: { timeout: 15_000 } },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
})
