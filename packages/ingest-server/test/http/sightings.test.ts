/** Who came to the public doors and left nothing in the books. */
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { startServer, type Overrides, type TestServer } from '../support/http.ts'

let server: TestServer
const start = async (overrides: Overrides = {}): Promise<void> => {
  const started = (server = await startServer(overrides))
  onTestFinished(() => started.close())
}
beforeEach(() => start())

const load = (headers: Record<string, string>, method = 'GET') => server.ask('/v1/', { method, headers })
const seen = async () =>
  (await server.books.sightings()).map(({ kind, scope, source }) => [kind, scope, source].join(' '))

it.each([
  [
    'a page, which tells its origin alone',
    { referer: 'https://a.test/', 'sec-fetch-dest': 'script' },
    'https://a.test',
  ],
  [
    'a page of the same site, which tells all of its address',
    { referer: 'http://a.test:8080/x?y=1#z' },
    'http://a.test:8080',
  ],
  ['a page that hides where it is', { 'sec-fetch-dest': 'script' }, ''],
  ['a page with a referrer that is none', { 'sec-fetch-dest': 'script', referer: '<script>' }, ''],
])('sees %s', async (_who, headers, source) => {
  await load(headers)
  await expect.poll(seen).toEqual([`script null ${source}`.replace(' null ', '  ')])
})

it('does not see whoever only looks at the script', async () => {
  await load({})
  await load({ 'sec-fetch-dest': 'document', referer: 'https://a.test/' })
  await load({ referer: 'https://a.test/' }, 'HEAD')
  await load({ referer: 'https://b.test/' })
  await expect.poll(seen).toEqual(['script  https://b.test'])
})

it('sees a page that has the script already, and asks whether it is still the same', async () => {
  const { headers } = await load({})
  const again = await load({ referer: 'https://a.test/', 'if-none-match': String(headers.etag) })
  expect(again.status).toBe(304)
  await expect.poll(seen).toHaveLength(1)
})

it('writes the same sighting every ten seconds, and a few of all within one', async () => {
  const at = async () => (await server.books.sightings()).map((row) => row.at - begun)
  const begun = server.now()
  await load({ referer: 'https://a.test/' })
  await expect.poll(at).toEqual([0])
  server.pass(9_000)
  await load({ referer: 'https://a.test/' })
  server.pass(1_000)
  await load({ referer: 'https://a.test/' })
  await expect.poll(at).toEqual([10_000])
  for (let n = 0; n < 20; n++) await load({ referer: `https://a${n}.test/` })
  await expect.poll(seen).toHaveLength(5)
})

it('tells of what was turned away, without what was sent', async () => {
  const headers = { origin: 'https://a.test' }
  const send = (json: object) => server.ask('/v1/signups', { method: 'POST', headers, json })
  expect((await send({ public_key: 'pk_secret' })).status).toBe(401)
  expect((await send({ public_key: server.test.publicKey, email: 'me@a.test' })).status).toBe(400)
  expect((await server.ask(await server.webhookPath('test'), { method: 'POST', body: 'me@b.test' })).status).toBe(401)
  await expect
    .poll(async () => (await seen()).toSorted())
    .toEqual(['signup  https://a.test', 'signup test https://a.test', 'webhook test stripe'])
  const rows = JSON.stringify(await server.books.sightings())
  expect(rows).toContain("'partner_key' or 'xid' is required")
  expect(rows).not.toMatch(/me@|pk_secret/)
})

it('keeps nobody out where it fails', async () => {
  await start({ wrap: (books) => ({ ...books, putSighting: () => Promise.reject(new Error('full')) }) })
  expect((await load({ referer: 'https://a.test/' })).status).toBe(200)
  await expect.poll(() => server.logged.map(({ msg }) => msg)).toContain('a sighting was not kept')
})
