// Builds what is published: one file for a <script> tag, and one module with its types for bundlers.
import { readFileSync } from 'node:fs'
import resolve from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import typescript from '@rollup/plugin-typescript'

const { version, license } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
const cookie = JSON.parse(readFileSync(new URL(import.meta.resolve('js-cookie/package.json')), 'utf8'))
const banner = `/*! partnerstack-js ${version}, js-cookie ${cookie.version} | ${license} */`

/** What js-cookie has for callers and browsers that are not ours: no tree-shaker can know that. */
const CUTS = [
  // Copies of itself with other settings.
  [/return Object\.create\(\s*\{/, 'return {'],
  [/,\s*withAttributes: function[^]*converter: \{ value: Object.freeze\(converter\) \}\s*\}\s*\)/, '}'],
  // Its own Object.assign: a browser that reads the rest of the file has one.
  [/function assign \(target\) \{[^]*?\n\}\n/, 'var assign = Object.assign\n'],
  // Servers, which never run this file.
  [/if \(typeof document === 'undefined'\) \{\s*return\s*\}/, ''],
  // One cookie by its name: we read them all.
  [/if \(typeof document === 'undefined' \|\| \(arguments\.length && !name\)\) \{\s*return\s*\}/, ''],
  [/if \(name === found\) \{\s*break\s*\}/, ''],
  [/name \? jar\[name\] : jar/, 'jar'],
  // Names with signs that must be written otherwise, and days that are not a number: ours are plain.
  [/name = encodeURIComponent\(name\)[^]*?escape\);/, ''],
  // Signs that browsers bear in a value: see jar.ts, which asks for this.
  [/,\s*write: function[^]*?\n {2}\}\n/, '\n'],
  [/converter\.write\(value, name\)/, 'encodeURIComponent(value)'],
  [/if \(typeof attributes\.expires === 'number'\)/, 'if (attributes.expires)'],
  [
    /attributes\.expires = (new Date\(.*\));\s*\}\s*if \(attributes\.expires\) \{[^}]*\}/,
    'attributes.expires = $1.toUTCString()}',
  ],
]

const plainCookies = {
  name: 'plain-cookies',
  transform(code, id) {
    // What it asks for has been written into js-cookie.
    if (id.endsWith('/src/jar.ts')) return { code: "export { default as jar } from 'js-cookie'", map: null }
    if (!id.includes('/js-cookie/')) return null
    for (const [pattern, replacement] of CUTS) {
      if (!pattern.test(code)) this.error(`js-cookie has changed: see what may still be cut, for it is not ${pattern}.`)
      code = code.replace(pattern, replacement)
    }
    return { code, map: null }
  },
}

/** TypeScript leaves `./x.ts` standing in declarations, where some editors look for a source that is not shipped. */
const declarations = {
  name: 'declarations',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.fileName.endsWith('.d.ts')) file.source = file.source.replace(/(from '\.[^']*)\.ts'/g, "$1.js'")
    }
  },
}

/** A file for a <script> tag. */
const browser = (input, file) => ({
  input,
  output: { file, format: 'iife', strict: false },
  plugins: [
    resolve({ browser: true }),
    plainCookies,
    typescript({ declaration: false }),
    // The semicolon, because scripts are concatenated: what stands before may lack its own. Never mangle.toplevel: should the wrapper ever go, it would rename what pages know by name.
    terser({
      ecma: 2018,
      compress: { passes: 5, inline: 1, unsafe_arrows: true, unsafe_methods: true },
      format: { comments: false, preamble: `${banner};` },
    }),
  ],
})

export default [
  browser('src/browser.ts', 'dist/partnerstack.min.js'),
  browser('src/more/browser.ts', 'dist/partnerstack.more.min.js'),
  {
    input: { index: 'src/index.ts', 'more/index': 'src/more/index.ts' },
    output: { dir: 'dist', format: 'es', banner, chunkFileNames: 'shared.js' },
    external: ['js-cookie'],
    plugins: [typescript(), declarations],
  },
]
