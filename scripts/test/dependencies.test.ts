/** What comes from other people: under which licences, and listed for whoever has to know. */
import { describe, expect, it } from 'vitest'
import { locked } from '../locked.ts'
import { sbom } from '../sbom.ts'

const all = locked()
const production = all.filter(({ dev }) => !dev)

/** They ask to be named, and no more; nothing of ours has to be given away under them. */
const PERMISSIVE = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'BlueOak-1.0.0', 'CC0-1.0']

/** Of tools alone, which are neither installed with a release nor in what it serves. */
const OF_TOOLS: Readonly<Record<string, string>> = {
  '@axe-core/playwright': 'MPL-2.0: looks over our pages in the browser tests',
  'axe-core': 'MPL-2.0: comes with @axe-core/playwright',
  lightningcss: 'MPL-2.0: compresses style sheets while the dashboard is built; no line of it is in them',
  pako: 'MIT AND Zlib: both permissive; comes with a tool of the tests',
  argparse: 'Python-2.0: permissive; reads arguments of tools',
}

/** One of an OR is enough; of an AND each has to be. */
const isPermissive = (license: string | undefined): boolean =>
  (license ?? '')
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((one) => PERMISSIVE.includes(one)))

describe('licences', () => {
  it('are permissive, of everything that is installed with a release or served by it', () => {
    expect(production.length).toBeGreaterThan(100)
    expect(production.filter(({ license }) => !isPermissive(license))).toEqual([])
  })

  it('are permissive of tools, too, or there is a reason', () => {
    const others = all.filter(({ license }) => !isPermissive(license)).map(({ name }) => name)
    const known = (name: string): boolean => name in OF_TOOLS || name.startsWith('lightningcss-')
    expect(others.filter((name) => !known(name))).toEqual([])
    expect(Object.keys(OF_TOOLS).filter((name) => !others.includes(name))).toEqual([])
  })

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND GPL-3.0', false],
    ['GPL-3.0', false],
    ['SEE LICENSE IN LICENSE', false],
    [undefined, false],
  ])('are read rightly: %s', (license, permissive) => expect(isPermissive(license)).toBe(permissive))
})

interface Component {
  readonly 'bom-ref': string
  readonly type: string
  readonly version: string
  readonly purl: string
  readonly hashes: readonly { readonly alg: string; readonly content: string }[]
  readonly licenses: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[]
}

describe('npm run sbom', () => {
  const bom = JSON.parse(JSON.stringify(sbom())) as Readonly<Record<string, unknown>> & {
    readonly components: readonly Component[]
  }

  it('is CycloneDX, and the same whenever it is made', () => {
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 })
    expect(bom['serialNumber']).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
    expect(new Set(bom.components.map((one) => one['bom-ref'])).size).toBe(bom.components.length)
    for (const { type, version, purl, hashes, licenses } of bom.components) {
      expect(type).toBe('library')
      expect(purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d[\w.+-]*$/)
      expect(purl.endsWith(`@${version}`)).toBe(true)
      expect(hashes).toEqual([{ alg: 'SHA-512', content: expect.stringMatching(/^[\da-f]{128}$/) }])
      expect(licenses.map(({ license, expression }) => license?.id ?? expression)).toEqual([expect.any(String)])
    }
    expect(sbom()).toEqual(bom)
  })

  it('names everything that is installed with a release, and no tools', () => {
    const named = new Set(bom.components.map(({ purl }) => decodeURIComponent(purl)))
    const purls = (list: typeof all): string[] => list.map(({ name, version }) => `pkg:npm/${name}@${version}`)
    expect(purls(production).filter((purl) => !named.has(purl))).toEqual([])
    expect(purls(all.filter(({ dev }) => dev)).filter((purl) => named.has(purl))).toEqual([])
    expect([...named].some((purl) => purl.startsWith('pkg:npm/react@'))).toBe(true)
  })
})
