/** `npm test`: builds, finds or installs what the tests need, runs all of them, and ends with one line that counts them. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BROWSERS, missingBrowsers } from './browser.ts'

interface Counts {
  readonly passed: number
  readonly failed: number
}

const folder = mkdtempSync(join(tmpdir(), 'tests-'))

function run(command: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  // Hundreds of commands and servers are started: each reads what the first has compiled.
  const compiled = { NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? join(folder, 'compiled') }
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...compiled, ...env } }).status === 0
}

/** What a runner's report counts; a runner that left none has failed as a whole. */
function counts(file: string, read: (report: Record<string, never>) => Counts): Counts {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')) as Record<string, never>)
  } catch (error) {
    console.error(`No report in ${file}: ${String(error)}`)
    return { passed: 0, failed: 1 }
  }
}

function unitTests(): Counts {
  const file = join(folder, 'vitest.json')
  const ok = run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`])
  const { passed, failed } = counts(file, (report) => ({
    passed: report['numPassedTests'] ?? 0,
    failed: report['numFailedTests'] ?? 1,
  }))
  return { passed, failed: ok ? failed : Math.max(1, failed) }
}

/** In the browsers that are here. One that is missing is a failure, and says what to do, after all else has been tried. */
function browserTests(): Counts {
  const missing = missingBrowsers()
  const here = BROWSERS.filter((browser) => !missing.has(browser))
  const counted = here.length > 0 ? testsIn(here.map(({ name }) => name)) : { passed: 0, failed: 0 }
  for (const message of missing.values()) console.error(message)
  return { ...counted, failed: counted.failed + missing.size }
}

function testsIn(projects: readonly string[]): Counts {
  const file = join(folder, 'playwright.json')
  const args = ['test', '--reporter=list,json', ...projects.map((name) => `--project=${name}`)]
  const ok = run('playwright', args, { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  const read = (report: Record<string, Record<string, number>>): Counts => ({
    passed: (report['stats']?.['expected'] ?? 0) + (report['stats']?.['flaky'] ?? 0),
    failed: report['stats']?.['unexpected'] ?? 1,
  })
  const { passed, failed } = counts(file, read)
  return { passed, failed: ok ? failed : Math.max(1, failed) }
}

const built = run('npm', ['run', '-s', 'build'])
const all = built ? [unitTests(), browserTests()] : [{ passed: 0, failed: 1 }]
rmSync(folder, { recursive: true, force: true })
const passed = all.reduce((sum, one) => sum + one.passed, 0)
const failed = all.reduce((sum, one) => sum + one.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
