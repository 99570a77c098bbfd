/** What the documents say of the code, held against the code. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readConfig } from '../../packages/ingest-server/src/config.ts'
import { ERRORS } from '../../packages/ingest-server/src/errors.ts'

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const read = (path: string): string => readFileSync(root(path), 'utf8')
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, group = '']) => group)

describe('docs/errors.md', () => {
  const text = read('docs/errors.md')
  it('documents every error code, and no other', () => {
    expect(matches(text, /^## (\w+)$/gm).sort()).toEqual(Object.keys(ERRORS).sort())
  })

  it.each(Object.entries(ERRORS))('gives %s the status it has: %d', (code, status) => {
    expect(text).toContain(`## ${code}\n\n${status}. `)
  })
})

describe('README.md', () => {
  const text = read('README.md')

  it('names only environment variables that are read, with their defaults', () => {
    const config = readConfig({})
    expect(text).toContain(`| \`${config.host}\`, \`${config.port}\``)
    expect(text).toContain(`\`file:${'file' in config.database ? config.database.file : ''}\``)
    const source = read('packages/ingest-server/src/config.ts')
    for (const variable of matches(text, /^\| `([A-Z_]+)`/gm)) expect(source).toContain(variable)
  })

  it('names only commands that there are', () => {
    const commands = readdirSync(root('packages/ingest-server/src/commands'))
      .map((file) => read(`packages/ingest-server/src/commands/${file}`))
      .join('\n')
    for (const command of new Set(matches(text, /ingest -- ([a-z]+)/g)))
      expect(commands).toMatch(new RegExp(`command\\('${command}`))
  })
})

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'bench/README.md',
  ...readdirSync(root('docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]

describe.each(pages)('%s', (page) => {
  it('links only to what is there', () => {
    const folder = page.split('/').slice(0, -1).join('/')
    const targets = matches(read(page), /\]\(([^)#]+)\)/g).filter((target) => !/^https?:/.test(target))
    expect(targets.filter((target) => !existsSync(root(`${folder}/${target}`)))).toEqual([])
  })
})
