/** The fenced blocks of the documents, by their language. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Tests are run from the root; in one that makes up a browser, a module has no address of its own. */
const root = (path: string): string => join(process.cwd(), path)

export interface Block {
  /** Of the document, from the root of the repository. */
  readonly page: string
  readonly language: string
  readonly text: string
  /** Where it begins. */
  readonly line: number
}

const under = (folder: string): string[] =>
  readdirSync(root(folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !/node_modules|dist\/|CHANGELOG/.test(file))
    .map((file) => `${folder}/${file}`)
    .sort()

/** The README and the quick start first: what follows goes on from there. */
const PAGES = [
  ...['README.md', 'docs/quick-start.md', 'CONTRIBUTING.md', 'bench/README.md'],
  ...under('docs').filter((page) => page !== 'docs/quick-start.md'),
  ...['packages', 'examples'].flatMap((folder) =>
    under(folder).filter((page) => /^\w+\/[\w-]+\/README\.md$/.test(page)),
  ),
]

export const BLOCKS: readonly Block[] = PAGES.flatMap((page) => {
  const text = readFileSync(root(page), 'utf8')
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map((match) => ({
    ...{ page, language: match[1] ?? '', text: match[2] ?? '' },
    line: text.slice(0, match.index).split('\n').length,
  }))
})

export const nameOf = ({ page, line }: Block): string => `${page}:${line}`
