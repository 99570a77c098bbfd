/** The guide as it was built: its pages by their address, under a policy that lets only their own scripts run. */
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import express from 'express'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { errorHandler, notFound } from '../../src/http/errors.ts'
import { guide } from '../../src/http/guide.ts'

const SCRIPT = 'document.body.dataset.ran = "yes"'
const FILES = {
  'index.html': `<!doctype html><script type="module" src="/docs/guide/assets/app.a1.js"></script><script id="x">${SCRIPT}</script>home`,
  'api.html': '<!doctype html>the API',
  'script/index.html': '<!doctype html>the script',
  '404.html': '<!doctype html>no such page',
  'assets/app.a1.js': 'export {}',
  'secret.json': '{}',
}

let folder: string
let server: Server
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guide-'))
  for (const [name, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(folder, 'built', name)), { recursive: true })
    await writeFile(join(folder, 'built', name), text)
  }
  await writeFile(join(folder, 'outside.html'), 'outside')
  const app = express()
  app.use(guide(join(folder, 'built')))
  app.use(notFound)
  app.use(errorHandler(pino({ level: 'silent' }), () => 0))
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** Sent as it stands: a client of its own would mend a path before it goes out. */
const ask = (path: string, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo
    const sent = request({ host: '127.0.0.1', port, path, method }, (res) => {
      let text = ''
      res.on('data', (chunk: Buffer) => (text += chunk.toString()))
      res.on('end', () => resolve({ status: res.statusCode ?? 0, headers: res.headers, text }))
    })
    sent.on('error', reject).end()
  })

it.each([
  ['/docs/guide/', 'home'],
  ['/docs/guide/api', 'the API'],
  ['/docs/guide/api.html', 'the API'],
  ['/docs/guide/script/', 'the script'],
  ['/docs/guide/script', 'the script'],
])('shows the page at %s', async (path, words) => {
  const { status, text, headers } = await ask(path)
  expect([status, text]).toEqual([200, expect.stringContaining(words)])
  expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
})

it('goes on to its first page, for good', async () => {
  expect(await ask('/docs/guide')).toMatchObject({ status: 308, headers: { location: '/docs/guide/' } })
})

it('lets the page’s own lines of script run, by what is in them, and no others', async () => {
  const policy = String((await ask('/docs/guide/')).headers['content-security-policy'])
  const hash = createHash('sha256').update(SCRIPT).digest('base64')
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`)
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
})

it('lets browsers keep what is named after its content', async () => {
  const { status, headers } = await ask('/docs/guide/assets/app.a1.js')
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  })
})

it.each([
  '/docs/guide/nothing',
  '/docs/guide/..%2foutside',
  '/docs/guide/a%2f..%2f..%2foutside',
  '/docs/guide/%2e%2e/outside',
  '/docs/guide/secret.json',
])('says that there is no page at %s', async (path) =>
  expect(await ask(path)).toMatchObject({ status: 404, text: expect.stringContaining('no such page') }),
)

it.each(['/docs/guide/assets/gone.js', '/docs/guide/assets/..%2f..%2foutside.js'])(
  'says that there is no file at %s',
  async (path) => expect((await ask(path)).status).toBe(404),
)

it('is only read', async () => {
  expect(await ask('/docs/guide/api', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  expect(await ask('/docs/guide/api', 'HEAD')).toMatchObject({ status: 200, text: '' })
})
