// Builds what is published: one file for a <script> tag, and one module with its types for bundlers.
import { readFileSync } from 'node:fs'
import resolve from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import typescript from '@rollup/plugin-typescript'

const { version, license } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
const cookie = JSON.parse(readFileSync(new URL(import.meta.resolve('js-cookie/package.json')), 'utf8'))
const banner = `/*! partnerstack-js ${version}, js-cookie ${cookie.version} | ${license} */`

/** js-cookie can also make copies of itself with other settings. We never do, and no tree-shaker sees it. */
const plainCookies = {
  name: 'plain-cookies',
  transform(code, id) {
    if (!id.includes('/js-cookie/')) return null
    const copies = /,\s*withAttributes: function[^]*converter: \{ value: Object.freeze\(converter\) \}\s*\}\s*\)/
    if (!copies.test(code)) this.error('js-cookie has changed: see what plain-cookies may still cut.')
    // Nor do we run this file where there is no document.
    return { code: code.replace(copies, '})').replaceAll('typeof document', '"object"'), map: null }
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

export default [
  {
    input: 'src/browser.ts',
    output: { file: 'dist/partnerstack.min.js', format: 'iife', strict: false },
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
  },
  {
    input: 'src/index.ts',
    output: { file: 'dist/index.js', format: 'es', banner },
    external: ['js-cookie'],
    plugins: [typescript(), declarations],
  },
]
