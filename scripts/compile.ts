/**
 * `node ../../scripts/compile.ts` in a package's folder: its sources as JavaScript in dist/, by its tsconfig.build.json, with
 * declarations where that asks for them. Inside the workspace the sources run as they are; under node_modules Node strips no types.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const TSC = fileURLToPath(import.meta.resolve('typescript/bin/tsc'))

/** TypeScript leaves `./x.ts` standing in declarations, where some editors look for a source that is not shipped. */
const declared = (text: string): string => text.replace(/((?:from |import\()'\.[^']*)\.ts'/g, "$1.js'")

/** Into a dist/ that holds nothing else. */
export function compile(folder: string): void {
  const dist = join(folder, 'dist')
  rmSync(dist, { recursive: true, force: true })
  execFileSync(process.execPath, [TSC, '-p', 'tsconfig.build.json'], { cwd: folder, stdio: 'inherit' })
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.d.ts')) continue
    const file = join(dist, name)
    writeFileSync(file, declared(readFileSync(file, 'utf8')))
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compile(process.cwd())
