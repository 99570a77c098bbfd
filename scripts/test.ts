/** `npm test`: builds, finds or installs what the tests need, runs all of them, and ends with one line that counts them. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { BROWSERS, missingBrowsers } from './browser.ts'
import { openTestFolder } from './temporary.ts'
import { readPlaywright, readVitest, type Report } from './test-report.ts'

/** So many of each runner's files are named, so that the run stays short. */
const SLOWEST = 12
const { folder, env: own, remove } = openTestFolder('tests')

function run(command: string, args: readonly string[], env: Record<string, string> = {}): boolean {
  return spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...own, ...env } }).status === 0
}

/** A runner that left no report, or that failed without naming a test, has failed as a whole. */
function reportOf<Json>(runner: string, ok: boolean, file: string, read: (json: Json) => Report): Report {
  let report: Report = { passed: 0, failed: 0, failures: [], files: [] }
  try {
    report = read(JSON.parse(readFileSync(file, 'utf8')) as Json)
  } catch (error) {
    report = { ...report, failed: 1, failures: [`${runner} left no report: ${String(error)}`] }
  }
  if (ok || report.failed > 0) return report
  return { ...report, failed: 1, failures: [`${runner} ended with an error that is none of its tests: see above`] }
}

function unitTests(): Report {
  const file = join(folder, 'vitest.json')
  const ok = run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`])
  return reportOf('vitest', ok, file, readVitest)
}

/** In the browsers that are here. One that is missing is a failure, and says what to do, after all else has been tried. */
function browserTests(): Report[] {
  const missing = missingBrowsers()
  const here = BROWSERS.filter((browser) => !missing.has(browser))
  const absent = [...missing.values()].map((message) => ({ passed: 0, failed: 1, failures: [message], files: [] }))
  return [...(here.length > 0 ? [testsIn(here.map(({ name }) => name))] : []), ...absent]
}

function testsIn(projects: readonly string[]): Report {
  const file = join(folder, 'playwright.json')
  const args = ['test', '--reporter=list,json', ...projects.map((name) => `--project=${name}`)]
  const ok = run('playwright', args, { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  return reportOf('playwright', ok, file, readPlaywright)
}

const built = run('npm', ['run', '-s', 'build'])
const notBuilt: Report = { passed: 0, failed: 1, failures: ['npm run build failed: see above'], files: [] }
const all = built ? [unitTests(), ...browserTests()] : [notBuilt]
remove()
const slowest = all.flatMap(({ files }) => files.slice(0, SLOWEST))
console.log('\nThe files that took longest:')
for (const { name, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(8)} s  ${relative('.', name)}`)
const failures = all.flatMap((one) => one.failures)
if (failures.length > 0) console.log(`\nWhat failed:\n\n${failures.join('\n\n')}\n`)
const passed = all.reduce((sum, one) => sum + one.passed, 0)
const failed = all.reduce((sum, one) => sum + one.failed, 0)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
