// What is published: that old browsers can read it, that it is as small as the README says, that bundlers and servers can use it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'acorn'
import { describe, expect, it } from 'vitest'
import { LIMITS, size } from '../scripts/size.ts'
import type { Published } from '../scripts/size.ts'
import { published, script } from './support/build.ts'

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')
const manifest = JSON.parse(read('package.json')) as { version: string; exports: Record<string, string | object> }

describe.each(Object.keys(LIMITS) as Published[])('%s', (name) => {
  const code = script(name)

  it('parses as ES2018, and would not as ES2017', () => {
    expect(() => parse(code, { ecmaVersion: 2018, sourceType: 'script' })).not.toThrow()
    expect(() => parse(code, { ecmaVersion: 2017, sourceType: 'script' })).toThrow()
  })

  it('names itself, its version, what it contains, and their licence', () => {
    expect(code).toMatch(/^\/\*! partnerstack-js \d+\.\d+\.\d+, js-cookie \d+\.\d+\.\d+ \| MIT \*\//)
    expect(code).toContain(manifest.version)
  })

  it('survives being concatenated after a script that ends without a semicolon', () => {
    const ast = parse(`var a = b\n${code}`, { ecmaVersion: 2018, sourceType: 'script' })
    expect(ast.body.map(({ type }) => type)).toEqual(['VariableDeclaration', 'ExpressionStatement'])
  })

  it.each(['eval(', 'new Function', 'innerHTML', 'document.write', '.style', 'unload'])(
    'works under a strict policy, and lets pages be kept for going back: no %s',
    (forbidden) => {
      expect(code).not.toContain(forbidden)
    },
  )

  it('is within its limit', () => {
    expect(size(name).gzip).toBeLessThanOrEqual(LIMITS[name])
  })
})

describe('the module', () => {
  it.each(['index.js', 'more/index.js'])('exports one function, and does nothing on a server: %s', async (name) => {
    const before = Object.getOwnPropertyNames(globalThis)
    const module = (await import(published(name).href)) as Record<string, unknown>
    expect(Object.keys(module)).toEqual(['createClient'])
    expect(Object.getOwnPropertyNames(globalThis)).toEqual(before)
  })

  it('has every file that its manifest promises', () => {
    for (const target of Object.values(manifest.exports)) {
      for (const file of typeof target === 'string' ? [target] : (Object.values(target) as string[])) {
        expect(() => read(file), file).not.toThrow()
      }
    }
  })

  it('refers to no source in its types', () => {
    const files = readdirSync(published('.'), { recursive: true, encoding: 'utf8' })
    const declarations = files.filter((file) => file.endsWith('.d.ts'))
    expect(declarations).toEqual(expect.arrayContaining(['index.d.ts', 'more/index.d.ts']))
    for (const file of declarations) expect(readFileSync(published(file), 'utf8'), file).not.toMatch(/\.ts'/)
  })

  it("types a vendor's code, and refuses what would not work", () => {
    const root = fileURLToPath(new URL('../', import.meta.url))
    const folder = mkdtempSync(`${root}test/consumer-`) // within the package, whose name it imports, and not in what is packed
    const head = `import { createClient, type Growsumo } from 'partnerstack-js'
import { createClient as createMore } from 'partnerstack-js/more'\n`
    const good = `const growsumo: Growsumo = createClient({ endpoint: '/signups' })
growsumo._initialize('pk_1', { cookieDomain: 'none', attribution: 'first', expires: 30, requiresConsent: true })
growsumo.consent(true)
const more: Growsumo = createMore({ endpoint: '/signups' })
more._spk()
growsumo.data.email = 'c@shop.test'
growsumo.data['plan'] = 'pro'
growsumo.createSignup((error, result) => console.log(error, result?.status))
window.growsumo?._spk()
window.partnerstack = null
window.growsumoInit = () => {}\n`
    const bad = `// @ts-expect-error an endpoint is needed where there is no tag to tell it
createClient({})
// @ts-expect-error there are two models
createClient({ endpoint: '/', attribution: 'linear' })
// @ts-expect-error amounts are numbers or digits
window.growsumo!.data.amount = {}\n`
    try {
      writeFileSync(`${folder}/vendor.ts`, head + good + bad)
      const options =
        '--noEmit --strict --module nodenext --target es2022 --lib es2022,dom --skipDefaultLibCheck'.split(' ')
      const tsc = fileURLToPath(import.meta.resolve('typescript/bin/tsc'))
      execFileSync(process.execPath, [tsc, ...options, '--ignoreConfig', `${folder}/vendor.ts`], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
