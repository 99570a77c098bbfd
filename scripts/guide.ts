/** Builds docs/ as a site, for the server to serve at /docs/guide. Does nothing where the site is newer than every page. */
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = 'docs'
const BUILT = `${SOURCES}/.vitepress/dist`

const timeOf = (path: string): number => statSync(`${root}${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0

const sources = readdirSync(`${root}${SOURCES}`, { recursive: true, encoding: 'utf8' })
  .map((path) => `${SOURCES}/${path}`)
  .filter((path) => !/\.vitepress\/(dist|cache)/.test(path))
const isUpToDate = [...sources, 'package-lock.json'].every((path) => timeOf(path) < timeOf(`${BUILT}/index.html`))

if (!isUpToDate) {
  const { status, stdout, stderr } = spawnSync('vitepress', ['build', SOURCES], { cwd: root, encoding: 'utf8' })
  if (status !== 0) process.stderr.write(`The guide could not be built.\n${stdout}${stderr}`)
  process.exitCode = status ?? 1
}
