/** What is released: packed, installed into an empty project beside nothing else, and run there. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const PACKAGES = ['partnerstack-js', 'partnerstack-ingest', 'partner-attribution-client']

let folder: string
let project: string
/** By package: the file `npm pack` has made. */
const tarballs = new Map<string, string>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'release-'))
  project = join(folder, 'project')
  await run('npm', ['pack', '--pack-destination', folder, ...PACKAGES.flatMap((name) => ['-w', name])], { cwd: root })
  for (const file of await readdir(folder)) tarballs.set(file.replace(/-\d+\.\d+\.\d+\.tgz$/, ''), join(folder, file))
  await run('mkdir', [project])
  await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }')
  // What `npm ci` has fetched for the workspace is not fetched again.
  const how = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts']
  await run('npm', ['install', ...how, ...tarballs.values()], { cwd: project })
}, 180_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const installed = (name: string, ...path: string[]): string => join(project, 'node_modules', name, ...path)

describe.each(PACKAGES)('%s', (name) => {
  it('is packed with its licence, its changes and what was built, and nothing else', async () => {
    const files = await readdir(installed(name), { recursive: true, withFileTypes: true })
    const paths = files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name).slice(installed(name).length + 1))
    const beside = paths.filter((path) => !path.startsWith('dist/') && !path.startsWith('node_modules/'))
    expect(beside.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'])
    expect(paths.filter((path) => /(?<!\.d)\.ts$|\.tsbuildinfo$/.test(path))).toEqual([])
    expect(await readFile(installed(name, 'LICENSE'), 'utf8')).toBe(await readFile(join(root, 'LICENSE'), 'utf8'))
  })

  it('has nothing that publint would change', async () => {
    const tarball = new Uint8Array(await readFile(tarballs.get(name) ?? '')).buffer
    const { messages, pkg } = await publint({ pack: { tarball }, strict: true })
    expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([])
  })
})

it.each(['partnerstack-js', 'partner-attribution-client'])('%s has types that are right, wherever', async (name) => {
  const bundles = name === 'partnerstack-js' ? ['partnerstack.min.js', 'partnerstack.more.min.js'] : []
  const excluded = bundles.length > 0 ? ['--exclude-entrypoints', ...bundles] : []
  const args = [tarballs.get(name) ?? '', '--profile', 'esm-only', '--format', 'json', ...excluded]
  const { stdout } = await run(join(root, 'node_modules/.bin/attw'), args)
  const { analysis } = JSON.parse(stdout) as { analysis: { types: unknown }; problems?: unknown }
  expect(analysis.types).toMatchObject({ kind: 'included' })
})

describe('partnerstack-ingest', () => {
  const env = (): NodeJS.ProcessEnv => ({
    ...process.env,
    ...{ DATABASE_URL: `file:${join(folder, 'data/books.db')}`, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'error' },
  })
  const program = (): string => join(project, 'node_modules/.bin/partnerstack-ingest')
  const command = async (...args: string[]): Promise<Record<string, string>> =>
    JSON.parse((await run(program(), [...args, '--json'], { cwd: project, env: env() })).stdout)

  let origin: string
  let keys: Record<string, string>
  let end: () => Promise<void>
  beforeAll(async () => {
    keys = await command('keys', 'create')
    await command('partner', 'add', '--email', 'ada@partners.test', '--partner-key', 'ada')
    const server = spawn(program(), ['serve'], { cwd: project, env: env(), stdio: ['ignore', 'pipe', 'inherit'] })
    end = async () => {
      server.kill()
      if (server.exitCode === null) await once(server, 'exit')
      expect(server.exitCode).toBe(0)
    }
    let told = ''
    for await (const text of server.stdout) {
      told += String(text)
      const [, address] = /Listening on (http:\S+)/.exec(told) ?? []
      if (address === undefined) continue
      origin = address
      break
    }
  }, 60_000)
  afterAll(() => end())

  it('serves the script, the dashboard, the guide and the reference that are packed with it', async () => {
    const script = await fetch(`${origin}/v1/`)
    expect(await script.text()).toBe(await readFile(installed('partnerstack-js', 'dist/partnerstack.min.js'), 'utf8'))
    for (const path of [
      '/healthz',
      '/dashboard',
      '/docs/guide/',
      '/docs/guide/quick-start',
      '/docs',
      '/openapi.json',
    ]) {
      const answer = await fetch(origin + path)
      expect([path, answer.status]).toEqual([path, 200])
    }
  })

  it('is called by the client, and both by a program that imports them', async () => {
    await writeFile(
      join(project, 'use.js'),
      `import { createClient, isNotFound } from 'partner-attribution-client'
import { createClient as createScript } from 'partnerstack-js'
const api = createClient(${JSON.stringify({ baseUrl: origin, publicKey: keys['public_key'], secretKey: keys['secret_key'] })})
await api.post('/api/v2/customers', { body: { customer_key: 'c1', email: 'c1@shop.test', partner_key: 'ada' } })
const names = []
for await (const { customer_key } of api.list('/api/v2/customers')) names.push(customer_key)
const missing = await api.get('/v1/customers/{id}', { path: { id: 'nobody' } }).catch(isNotFound)
console.log(JSON.stringify({ names, missing, script: typeof createScript }))\n`,
    )
    const { stdout } = await run(process.execPath, ['use.js'], { cwd: project })
    expect(JSON.parse(stdout)).toEqual({ names: ['c1'], missing: true, script: 'function' })
  })
})

it('is typed, for a program in TypeScript that checks its libraries, too', async () => {
  await writeFile(
    join(project, 'typed.ts'),
    `import { createClient } from 'partner-attribution-client'
import { createClient as createScript, type Growsumo } from 'partnerstack-js'
const api = createClient({ baseUrl: 'https://partners.test', publicKey: 'pk_1', secretKey: 'sk_1' })
for await (const { amount } of api.list('/api/v2/transactions')) amount.toFixed()
// @ts-expect-error a customer without an e-mail
await api.post('/api/v2/customers', { body: { customer_key: 'c1' } })
export const script: Growsumo = createScript({ endpoint: '/signups' })\n`,
  )
  const options =
    '--noEmit --strict --module nodenext --target es2022 --lib es2022,dom,dom.asynciterable --ignoreConfig'
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  await run(process.execPath, [tsc, ...options.split(' '), 'typed.ts'], { cwd: project })
})
