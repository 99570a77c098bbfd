/** What the documents tell people to type: commands are run, scripts too where a page can be made up for them, the rest is parsed. */
import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCli, type Cli, type Serving } from '../../packages/ingest-server/test/support/http-cli.ts'
import { BLOCKS, nameOf, type Block } from './doc-blocks.ts'

const of = (...languages: string[]): Block[] => BLOCKS.filter(({ language }) => languages.includes(language))

/** Lines of shell that are not run here, and why. */
const NOT_RUN: readonly (readonly [line: RegExp, why: string])[] = [
  [/^npm ci( && npm (start|test))?$/, 'the whole of the tests, and the browser tests, are these'],
  [
    /^npm run (check|build|size|bench|soak)\b|^npx (vitest|playwright|node)\b/,
    'work on the code itself, or minutes of it',
  ],
  [/^npm run -s ingest -- serve\b/, 'a server runs already'],
  [/^npm run -s ingest -- (copy|backup|restore)\b/, 'needs databases of its own: its tests have them'],
  [/^(export|PUBLIC_URL|DATABASE_URL|PUBLIC_KEY|STANDIN_\w+)\b/, 'sets what a machine of yours has'],
  [/^(curl|openssl|docker|sudo|systemctl|git|psql|DROP)\b/, 'reaches for another machine'],
]
const COMMAND = 'npm run -s ingest -- '

interface Line extends Pick<Block, 'page'> {
  readonly line: string
}
const lines: Line[] = of('sh').flatMap(({ page, text }) =>
  text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ page, line })),
)
const reasonOf = (line: string): string | undefined => NOT_RUN.find(([pattern]) => pattern.test(line))?.[1]
const commands = lines.filter(({ line }) => line.startsWith(COMMAND) && reasonOf(line) === undefined)

/** As a shell splits it, without where the output goes. */
const wordsOf = (line: string): string[] =>
  [
    ...line
      .slice(COMMAND.length)
      .replace(/ > \S+$/, '')
      .matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g),
  ].map(([, one, two, three]) => one ?? two ?? three ?? '')

describe('shell blocks', () => {
  let cli: Cli
  let server: Serving
  beforeAll(async () => {
    cli = await newCli()
    server = await cli.serve()
    for (const file of ['transactions', 'customers', 'partners'])
      await writeFile(join(cli.folder, `${file}.csv`), CSV[file as keyof typeof CSV])
    // What stands in production before a file of payments is imported there.
    await writeFile(join(cli.folder, 'before.csv'), 'customer_key,email,partner_key\nc1,c1@shop.example,grace\n')
    await cli.run('import', 'partners', 'partners.csv')
    await cli.run('import', 'customers', 'before.csv')
  }, 60_000)
  afterAll(async () => {
    await server.stop()
    await cli.remove()
  })

  it('are run, or there is a reason beside them', () => {
    const neither = lines.filter(({ line }) => !line.startsWith(COMMAND) && reasonOf(line) === undefined)
    expect(neither).toEqual([])
    expect(commands.length).toBeGreaterThan(20)
  })

  it('have no reason that nothing asks for', () => {
    expect(NOT_RUN.filter(([pattern]) => !lines.some(({ line }) => pattern.test(line)))).toEqual([])
  })

  it('do what they say, one after the other', { timeout: 240_000 }, async () => {
    const failed: unknown[] = []
    for (const { page, line } of commands) {
      const { code, err } = await cli.runWith(
        { PUBLIC_URL: server.origin, WEBHOOK_PRIVATE_TARGETS: 'allow' },
        ...wordsOf(line),
      )
      if (code !== 0) failed.push({ page, line, code, err })
    }
    expect(failed).toEqual([])
  })
})
const CSV = {
  transactions: 'customer_key,amount,currency,key\nc1,1250,USD,order-1\n',
  customers: 'customer_key,email,partner_key\nc7,c7@shop.example,ada\n',
  partners: 'email,partner_key\ngrace@partners.example,grace\n',
}

describe('JSON blocks', () => {
  it.each(of('json').map((block) => [nameOf(block), block] as const))('%s is JSON', (_name, { text }) => {
    expect(() => JSON.parse(text)).not.toThrow()
  })
})

describe('JavaScript and TypeScript blocks', () => {
  const blocks = of('js', 'jsx', 'ts', 'tsx')

  it.each(blocks.map((block) => [nameOf(block), block] as const))('%s can be read', (_name, { text, language }) => {
    const options = { target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.ESNext, jsx: ts.JsxEmit.ReactJSX }
    const { diagnostics = [] } = ts.transpileModule(text, {
      ...{ reportDiagnostics: true, compilerOptions: options },
      fileName: `block.${language}`,
    })
    expect(diagnostics.map(({ messageText }) => messageText)).toEqual([])
  })
})

/** Interpreters of other languages, as they check what they do not run. */
const CHECKS: Readonly<
  Record<string, readonly [program: string, args: readonly string[], wrap?: (text: string) => string]>
> = {
  python: ['python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())']],
  ruby: ['ruby', ['-c']],
  php: ['php', ['-l'], (text) => (text.includes('<?php') ? text : `<?php\n${text}`)],
}

describe('blocks in other languages', () => {
  const others = BLOCKS.filter(({ language }) => !['sh', 'json', 'js', 'jsx', 'ts', 'tsx'].includes(language))
  it.each(others.map((block) => [nameOf(block), block.language, block] as const))(
    '%s (%s)',
    (name, language, { text }) => {
      const [program, args, wrap = (same: string) => same] = CHECKS[language] ?? []
      const isHere = program !== undefined && spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0
      if (!isHere)
        return void console.info(
          `${name}: ${language}, not run: ${program ? `no ${program} here` : 'nothing here checks it'}`,
        )
      const { status, stderr } = spawnSync(program, args ?? [], { input: wrap(text), encoding: 'utf8' })
      expect([status, stderr]).toEqual([0, expect.any(String)])
    },
  )
})
