/**
 * `npm run sbom`: writes sbom.cdx.json, a CycloneDX list of everything that is installed to run this or served by it, from
 * package-lock.json. `npm sbom` is not used: without the tools it leaves out what they have in common with the rest, as react.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { locked, type Locked } from './locked.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Manifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
}

const purlOf = ({ name, version }: Pick<Locked, 'name' | 'version'>): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`

/** One licence by its name; several as they are put together. */
const licensesOf = (license: string | undefined): unknown[] => {
  if (license === undefined) return []
  return /[ ()]/.test(license) ? [{ expression: license }] : [{ license: { id: license } }]
}

const hashesOf = (integrity: string | undefined): unknown[] => {
  const [, base64] = /^sha512-(\S+)/.exec(integrity ?? '') ?? []
  return base64 === undefined ? [] : [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }]
}

const componentOf = (one: Locked) => ({
  ...{ type: 'library', 'bom-ref': purlOf(one), name: one.name, version: one.version, scope: 'required' },
  ...{ hashes: hashesOf(one.integrity), licenses: licensesOf(one.license), purl: purlOf(one) },
})

/** The same lock makes the same list, to the byte: it names no time, and its number is made of what is in it. */
export function sbom(): object {
  const { name, version, description, license } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Manifest
  const own = new Map(locked().flatMap((one) => (one.dev ? [] : [[purlOf(one), componentOf(one)]])))
  const components = [...own.values()].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1))
  const digest = createHash('sha256')
    .update(JSON.stringify([name, version, components]))
    .digest('hex')
  const [, ...parts] = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/.exec(digest) ?? []
  const [a, b, c, d, e] = parts
  const about = { type: 'application', 'bom-ref': purlOf({ name, version }), name, version, description }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    ...{ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, serialNumber: `urn:uuid:${a}-${b}-8${c}-8${d}-${e}` },
    metadata: { component: { ...about, licenses: licensesOf(license), purl: purlOf({ name, version }) } },
    components,
    dependencies: [{ ref: about['bom-ref'], dependsOn: components.map((one) => one['bom-ref']) }],
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${root}sbom.cdx.json`, `${JSON.stringify(sbom(), null, 2)}\n`)
  console.log('Wrote sbom.cdx.json')
}
