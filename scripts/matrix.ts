/**
 * `npm run test:matrix`: the unit tests on each version of Node.js that is promised, from npm's own package `node`, one row each.
 * What is named behind it goes to vitest: `npm run test:matrix -- packages/client` tries only those files.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openTestFolder } from './temporary.ts'
import { readVitest } from './test-report.ts'

const VERSIONS = ['22', '24', '26']
const root = fileURLToPath(new URL('..', import.meta.url))
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const { folder, env: own, remove } = openTestFolder('matrix')

/** The program of that version; fetched once, and kept by npm. Not from within the workspace, which has one of its own. */
const programOf = (version: string): string =>
  execFileSync('npx', ['-y', '-p', `node@${version}`, '-c', 'node -p process.execPath'], {
    cwd: folder,
    encoding: 'utf8',
  }).trim()

/** A line of the table, and whether it is a good one. */
function tried(version: string): { readonly row: string; readonly isGood: boolean } {
  const node = programOf(version)
  const told = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()
  const file = join(folder, `${version}.json`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const begun = performance.now()
  const { status } = spawnSync(node, [vitest, 'run', ...reporters, ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // What the tests start by its name is of that version, too.
    env: { ...process.env, ...own, PATH: [dirname(node), process.env['PATH']].join(delimiter) },
  })
  const seconds = Math.round((performance.now() - begun) / 1000)
  const { passed, failed, failures } = readVitest(
    JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof readVitest>[0],
  )
  const row = [`Node ${told}: ${passed} passed, ${failed} failed, ${seconds} s`, ...failures].join('\n\n')
  return { row, isGood: status === 0 && passed > 0 }
}

try {
  for (const version of VERSIONS) {
    const { row, isGood } = tried(version)
    console.log(row)
    if (!isGood) process.exitCode = 1
  }
} finally {
  remove()
}
