/** `npm run sbom`: writes sbom.cdx.json, a CycloneDX list of everything that is installed to run this, from package-lock.json. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const ARGS = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only', '--omit=dev']

/** The list as JSON. */
export const sbom = (): string => execFileSync('npm', ARGS, { cwd: root, encoding: 'utf8' })

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${root}sbom.cdx.json`, sbom())
  console.log('Wrote sbom.cdx.json')
}
