// The module in a bundler and on a server: what is not used costs nothing, and what is imported does nothing by itself.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { rollup } from 'rollup'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { describe, expect, it } from 'vitest'
import { published } from './support/build.ts'

const root = new URL('../', import.meta.url)
const ENTRY = '\0entry'

/** Bundles a vendor's module of this text, which imports the package by its name; answers with what is left of it. */
async function bundled(text: string): Promise<string> {
  const entry = {
    name: 'entry',
    resolveId: (id: string) => (id === ENTRY ? id : null),
    load: (id: string) => (id === ENTRY ? text : null),
  }
  // The package by its own name, as its manifest says, seen from a folder inside it.
  const plugins = [entry, nodeResolve({ rootDir: fileURLToPath(root) })]
  const bundle = await rollup({ input: ENTRY, plugins, onwarn: (warning) => expect(warning.code).toBe('EMPTY_BUNDLE') })
  const { output } = await bundle.generate({ format: 'es' })
  await bundle.close()
  return output.map((part) => ('code' in part ? part.code.trim() : '')).join('')
}

describe.each(['partnerstack-js', 'partnerstack-js/more'])('a bundle with %s', (name) => {
  it.each([
    ['is imported for nothing', `import '${name}'`],
    ['is imported and not used', `import { createClient } from '${name}'`],
  ])('holds nothing of it where it %s', async (_case, text) => {
    expect(await bundled(text)).toBe('')
  })

  it('holds it once where it is used', async () => {
    const code = await bundled(
      `import { createClient } from '${name}'; window.client = createClient({ endpoint: '/' })`,
    )
    expect(code.match(/growSumoPartnerKey:/g)).toHaveLength(1)
    expect(code).toContain('function init(') // js-cookie came along
    expect(code).not.toMatch(/^import /m)
  })
})

it('runs nothing of a browser when Node imports it, by its name', () => {
  const code = `const before = Object.getOwnPropertyNames(globalThis).join()
    for (const name of ['partnerstack-js', 'partnerstack-js/more']) {
      const { createClient } = await import(name)
      const client = createClient({ endpoint: '/' })
      client._initialize('pk_1')
      console.log(JSON.stringify([client.data, await client.createSignup()]))
    }
    console.log(before === Object.getOwnPropertyNames(globalThis).join())`
  published('index.js')
  const out = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: root, encoding: 'utf8' })
  const nothing = '[{},{"result":{"status":204,"message":"Not referred"}}]'
  expect(out.trim().split('\n')).toEqual([nothing, nothing, 'true'])
})
