/** What `npm pack` does first: the server as JavaScript, and beside it what it serves to browsers, as `npm run build` has made it. */
import { chmodSync, cpSync, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile } from '../../../scripts/compile.ts'
import { ASSETS } from '../src/assets.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

for (const [name, folder] of Object.entries(ASSETS)) {
  if (!existsSync(folder)) throw new Error(`The ${name} is not built yet. Build it once: npm run build`)
}
compile(root)
chmodSync(`${root}dist/main.js`, 0o755)
for (const [name, folder] of Object.entries(ASSETS)) {
  const isModule = (file: string): boolean => name === 'script' && !file.endsWith('.min.js')
  cpSync(folder, `${root}dist/assets/${name}`, {
    recursive: true,
    filter: (file) => !/\.\w+$/.test(file) || !isModule(file),
  })
}
