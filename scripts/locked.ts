/** The packages of other people that package-lock.json has. */
import { readFileSync } from 'node:fs'

export interface Locked {
  readonly name: string
  readonly version: string
  /** As its own manifest says it: an SPDX expression. */
  readonly license: string | undefined
  /** `sha512-` and base64. */
  readonly integrity: string | undefined
  /** Only who works on this needs it: nothing of it is installed with a release, or served. */
  readonly dev: boolean
}

interface Entry {
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly link?: boolean
}

export function locked(): Locked[] {
  const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8')
  const { packages } = JSON.parse(text) as { readonly packages: Readonly<Record<string, Entry>> }
  return Object.entries(packages).flatMap(([path, { version = '', license, integrity, dev = false, link }]) => {
    const [, name] = /.*node_modules\/(.+)$/.exec(path) ?? []
    return name === undefined || link ? [] : [{ name, version, license, integrity, dev }]
  })
}
