/** What is given to whoever installs it, held against the program: image, compose file, service, environment and guide. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const read = (path: string): string => readFileSync(root(path), 'utf8')
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, group = '']) => group)
const folder = mkdtempSync(join(tmpdir(), 'deploy-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Every variable that the program reads. */
const VARIABLES = matches(read('packages/ingest-server/src/config.ts'), /^ {2}([A-Z_]+): /gm)

describe('Dockerfile', () => {
  const text = read('Dockerfile').replaceAll(/\\\n\s*/g, '')
  const stages = text.split(/^FROM /m).slice(1)
  const last = stages.at(-1) ?? ''

  it('has the Node.js that everything here runs on', () => {
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: { node: string } }
    const [major] = /\d+/.exec(devDependencies.node) ?? []
    expect(matches(text, /^FROM node:(\d+)/gm)).toEqual([major, major])
  })

  it('copies what is there, and the package.json of every workspace', () => {
    const copied = matches(text, /^COPY (?!--from)(.+)$/gm).flatMap((line) => line.split(' ').slice(0, -1))
    expect(copied.filter((path) => !existsSync(root(path)))).toEqual([])
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, unknown> }
    const workspaces = Object.keys(lock.packages).filter((path) => /^(packages|examples)\/[\w-]+$/.test(path))
    expect(workspaces.map((path) => `${path}/package.json`).filter((path) => !copied.includes(path))).toEqual([])
  })

  it('takes from other stages only what they make, where they make it', () => {
    for (const [, stage = '', from = ''] of text.matchAll(/^COPY --from=(\w+) \/app\/(\S+)/gm)) {
      expect(stages.some((one) => one.includes(` AS ${stage}\n`))).toBe(true)
      if (stage === 'pages') expect([from, existsSync(root(from))]).toEqual([from, true])
    }
  })

  it('takes every folder of modules that the server has', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, unknown> }
    const folders = Object.keys(lock.packages).flatMap(
      (path) => /^(?:packages\/ingest-server\/)?node_modules(?=\/)/.exec(path) ?? [],
    )
    const copied = matches(last, /^COPY --from=modules \/app\/(\S+)/gm)
    expect(copied).toContain('node_modules')
    const missing = [...new Set(folders)].filter(
      (path) => !copied.some((one) => path === one || path.startsWith(`${one}/`)),
    )
    expect(missing).toEqual([])
  })

  it('ends as a user without rights, with nothing of npm, and keeps its data in a volume', () => {
    expect(matches(last, /^(USER|VOLUME|RUN) /gm)).toEqual(['RUN', 'USER', 'VOLUME'])
    expect(last).toMatch(/^USER node$/m)
    expect(last).not.toMatch(/npm|curl|wget/)
    expect(/ENTRYPOINT \[.*"(\S+main\.ts)"\]/.exec(last)?.[1]).toBe('packages/ingest-server/src/main.ts')
  })

  it.each([
    ['0 while the server is alive', 200, 0],
    ['1 while it is not', 503, 1],
    ['1 where nobody is', null, 1],
  ])('has a health check that ends with %s', async (_what, status, code) => {
    const [program = '', ...args] = JSON.parse(/^HEALTHCHECK .*CMD (\[.*\])$/m.exec(last)?.[1] ?? '[]') as string[]
    expect(program).toBe('node')
    const asked: (string | undefined)[] = []
    const server = createServer((req, res) => {
      asked.push(req.url)
      res.writeHead(status ?? 500).end()
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    const { port } = server.address() as AddressInfo
    if (status === null) server.close()
    const child = spawn(process.execPath, args, { env: { ...process.env, PORT: String(port) }, stdio: 'ignore' })
    expect(await once(child, 'exit')).toEqual([code, null])
    if (status !== null) expect(asked).toEqual(['/healthz'])
    server.close()
  })

  it('is given no secret and nothing that was made outside', () => {
    const ignored = read('.dockerignore').split('\n')
    expect(ignored).toEqual(
      expect.arrayContaining(['.git', '.env', '*.key', '*.db', '**/data', '**/node_modules', '**/dist']),
    )
  })
})

describe('compose.yaml', () => {
  const text = read('compose.yaml')
  const server = text.slice(text.indexOf('\n  server:'), text.indexOf('\n  database:'))

  it('sets variables that there are', () => {
    const set = matches(server, /^ {6}([A-Z_]+): /gm)
    expect(set.length).toBeGreaterThan(5)
    expect(set.filter((name) => !VARIABLES.includes(name))).toEqual([])
  })

  it('begins with no secret of its own, and is open to this machine only', () => {
    for (const secret of ['SECRET_KEY', 'POSTGRES_PASSWORD']) expect(text).toContain(`\${${secret}:?`)
    expect(matches(text, /^ {6}- (\S*:8010)$/gm)).toEqual(['127.0.0.1:8010:8010'])
  })

  it('holds the server as it holds itself', () => {
    for (const line of [
      'read_only: true',
      '- no-new-privileges:true',
      'cap_drop:\n      - ALL',
      'tmpfs:\n      - /tmp',
    ])
      expect(server).toContain(line)
  })
})

/** SHUTDOWN_SECONDS, and what comes behind the requests. */
const STOPPING_SECONDS = 25 + 20
const unit = read('deploy/partnerstack-ingest.service')

describe('a stop', () => {
  it.each([
    ['compose.yaml', /stop_grace_period: (\d+)s/],
    ['deploy/partnerstack-ingest.service', /TimeoutStopSec=(\d+)/],
  ])('is given the time it takes by %s', (file, pattern) => {
    expect(Number(pattern.exec(read(file))?.[1])).toBeGreaterThan(STOPPING_SECONDS)
  })
})

describe('deploy/partnerstack-ingest.service', () => {
  it('starts what is there, and keeps the database where the service may write', () => {
    const [, main = ''] = /^ExecStart=\/usr\/bin\/node .* (\S+main\.ts) serve$/m.exec(unit) ?? []
    expect(existsSync(root(main))).toBe(true)
    expect(unit).toContain('DATABASE_URL=file:/var/lib/partnerstack-ingest/')
    expect(unit).toContain('\nStateDirectory=partnerstack-ingest\n')
  })

  it.each([
    'ProtectSystem=strict',
    'NoNewPrivileges=true',
    'CapabilityBoundingSet=',
    'PrivateTmp=true',
    'User=partnerstack',
  ])('is held by %s', (line) => expect(unit.split('\n')).toContain(line))

  it('is read by systemd without a word', () => {
    const isHere = spawnSync('systemd-analyze', ['--version'], { stdio: 'ignore' }).status === 0
    if (!isHere) return void console.info('deploy/partnerstack-ingest.service: not verified, no systemd-analyze here')
    const file = join(folder, 'partnerstack-ingest.service')
    writeFileSync(file, unit.replace('/usr/bin/node', process.execPath))
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })
})

describe('deploy/partnerstack-ingest', () => {
  it('runs any command with the environment of the service, on another database where one is named', () => {
    const isRoot = process.getuid?.() === 0 && spawnSync('runuser', ['--version'], { stdio: 'ignore' }).status === 0
    if (!isRoot) return void console.info('deploy/partnerstack-ingest: not run, only root changes users')
    writeFileSync(join(folder, 'env'), "SECRET_KEY='nonsense of a key'\n")
    const run = (env: Record<string, string>) =>
      spawnSync(root('deploy/partnerstack-ingest'), ['settings', 'list'], {
        encoding: 'utf8',
        env: { ...process.env, PARTNERSTACK_USER: 'root', PARTNERSTACK_HOME: root('.'), ...env },
      })
    const own = { PARTNERSTACK_ENV: join(folder, 'env'), DATABASE_URL: `file:${join(folder, 'wrapped/books.db')}` }
    expect(run(own)).toMatchObject({ status: 1, stderr: expect.stringContaining('SECRET_KEY must be 32 bytes') })
    writeFileSync(join(folder, 'env'), 'SECRET_KEY=\nDATABASE_URL=file:/nowhere/at-all/books.db\n')
    expect(run(own)).toMatchObject({ status: 0, stdout: expect.stringContaining('window_days') })
    expect(existsSync(join(folder, 'wrapped/books.db'))).toBe(true)
  })
})

describe('deploy/partnerstack-ingest.env', () => {
  it('names variables that there are', () => {
    const named = matches(read('deploy/partnerstack-ingest.env'), /^#?([A-Z_]+)=/gm)
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !VARIABLES.includes(name))).toEqual([])
  })
})

describe('docs/self-hosting.md', () => {
  const text = read('docs/self-hosting.md')

  it('has every variable, and no other', () => {
    const table = text.slice(text.indexOf('## Every variable'), text.indexOf('## Backups'))
    const named = matches(table, /^\| (`[A-Z_`, ]+`) /gm).flatMap((cell) => matches(cell, /`([A-Z_]+)`/g))
    expect(named.sort()).toEqual([...VARIABLES].sort())
  })

  it('has every alert, and no other', () => {
    const named = matches(text, /^\| `([A-Z][A-Za-z]+)` /gm).filter((name) => /[a-z]/.test(name))
    expect(named.sort()).toEqual(matches(read('deploy/alerts.yaml'), /alert: (\w+)/g).sort())
  })

  it('names only files of deploy/ that are there', () => {
    const named = matches(text, /partnerstack-ingest\/(deploy\/[\w.-]+)/g)
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((path) => !existsSync(root(path)))).toEqual([])
  })
})
