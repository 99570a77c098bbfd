import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClickFact } from '../../src/facts.ts'
import type { Books } from '../../src/ledger/books.ts'
import { startServer, type TestServer } from '../support/http.ts'

/** Every click the books were given. */
let clicks: ClickFact[]
let server: TestServer
/** What recording a click does instead, while set. */
let instead: (() => Promise<never>) | null

const watched = (books: Books): Books => ({
  ...books,
  record(entry) {
    const [fact] = entry.facts
    if (fact?.kind === 'click') clicks.push(fact)
    return instead && fact?.kind === 'click' ? instead() : books.record(entry)
  },
})

beforeEach(async () => {
  clicks = []
  instead = null
  server = await startServer({ wrap: watched })
  await server.addPartner({ partnerKey: 'ada', destination: 'https://www.shop.example/start?plan=pro#top' })
})
afterEach(() => server.close())

const locationOf = (answer: { headers: { location?: string | undefined } }): URL =>
  new URL(answer.headers.location ?? '')

describe('GET /r/<path>', () => {
  it('leads to the destination with the partner and the click', async () => {
    const answer = await server.ask('/r/ada?utm=x')
    const target = locationOf(answer)
    const xid = target.searchParams.get('ps_xid')

    expect(answer.status).toBe(302)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(target.origin + target.pathname + target.hash).toBe('https://www.shop.example/start#top')
    expect(Object.fromEntries(target.searchParams)).toEqual({
      ...{ plan: 'pro', utm: 'x', gspk: 'YWRh', ps_partner_key: 'YWRh', gsxid: xid, ps_xid: xid },
    })
    expect(xid).toMatch(/^[0-9A-Za-z]{14}$/)
    expect(clicks).toMatchObject([{ xid, partnerKey: 'ada', counted: true }])
  })

  it('gives every click an id of its own', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => server.ask('/r/ada')))
    expect(new Set(answers.map((answer) => locationOf(answer).searchParams.get('gsxid'))).size).toBe(20)
    expect(clicks).toHaveLength(20)
  })

  it('sets the cookies under the public key of its mode', async () => {
    const { headers } = await server.ask('/r/ada')
    const program = server.production.publicKey.slice(3, 11)
    const names = headers['set-cookie']?.map((cookie) => cookie.split('=', 1)[0]!.replace(/(.{4})$/, '')) ?? []
    expect(names).toHaveLength(4)
    expect(headers['set-cookie']?.[0]).toMatch(`_ps_partner_key_${program}=ada; `)
    expect(headers['set-cookie']?.[1]).toMatch(new RegExp(`^_ps_xid_${program}_[0-9A-Za-z]{4}=`))
    expect(headers['set-cookie']?.join()).not.toMatch(/Secure|Domain/)
  })

  it('names the cookies by the oldest standing key, so that a new pair loses nobody', async () => {
    server.pass(1)
    const { publicKey } = await server.addKey('production')
    server.pass(2000)
    const cookieOf = async () => (await server.ask('/r/ada')).headers['set-cookie']?.[0]
    expect(await cookieOf()).toMatch(`_ps_partner_key_${server.production.publicKey.slice(3, 11)}=`)
    const [oldest] = (await server.books.apiKeys()).filter((key) => key.publicKey === server.production.publicKey)
    if (oldest) await server.books.putApiKey({ ...oldest, revokedAt: server.now() })
    server.pass(2000)
    expect(await cookieOf()).toMatch(`_ps_partner_key_${publicKey.slice(3, 11)}=`)
  })

  it('leads on from an archived partner’s link, and credits nobody', async () => {
    const after = await startServer({
      wrap: (books) => ({
        ...watched(books),
        link: async (path) => {
          const view = await books.link(path)
          return view && { ...view, partner: { ...view.partner, archived: true } }
        },
      }),
    })
    await after.addPartner({ partnerKey: 'ada', destination: 'https://www.shop.example/' })
    const { status, headers } = await after.ask('/r/ada?utm=x')
    expect([status, headers.location, headers['set-cookie'], clicks]).toEqual([
      302,
      'https://www.shop.example/?utm=x',
      undefined,
      [],
    ])
    await after.close()
  })

  it('ends the cookies of an older click', async () => {
    const { headers } = await server.ask('/r/ada', { headers: { cookie: '_ps_xid_12345678_abcd=old' } })
    expect(headers['set-cookie']?.[0]).toMatch(/^_ps_xid_12345678_abcd=; Max-Age=0/)
  })

  it('sets no cookies where the setting says so', async () => {
    await server.books.putSetting({ mode: 'production', name: 'link_cookies', value: 'off' })
    const answer = await server.ask('/r/ada')
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(locationOf(answer).searchParams.get('gspk')).toBe('YWRh')
  })

  it.each([
    ['a HEAD request', 'HEAD', {}],
    ['an image', 'GET', { 'sec-fetch-dest': 'image' }],
    ['a frame', 'GET', { 'sec-fetch-dest': 'iframe' }],
    ['a script reading it', 'GET', { 'sec-fetch-dest': 'empty' }],
  ])('is a plain redirect for %s: no click, no cookie, no referral', async (_name, method, headers) => {
    const answer = await server.ask('/r/ada?utm=x', { method, headers })
    expect(answer.status).toBe(302)
    expect(answer.headers.location).toBe('https://www.shop.example/start?plan=pro&utm=x#top')
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(clicks).toEqual([])
  })

  it('counts a visit that a browser says is a document', async () => {
    await server.ask('/r/ada', { headers: { 'sec-fetch-dest': 'document' } })
    expect(clicks).toMatchObject([{ counted: true }])
  })

  it.each([
    ['purpose', 'prefetch'],
    ['sec-purpose', 'prefetch;prerender'],
    ['sec-purpose', 'prefetch;anonymous-client-ip'],
  ])('gives a prefetch (%s: %s) an id that does not count yet', async (name, value) => {
    const answer = await server.ask('/r/ada', { headers: { [name]: value, 'sec-fetch-dest': 'empty' } })
    expect(clicks).toMatchObject([{ xid: locationOf(answer).searchParams.get('gsxid'), counted: false }])
  })

  it.each([
    ['an unknown link', '/r/nobody'],
    ['no link', '/r/'],
    ['no path', '/r'],
    ['another case', '/r/ADA'],
    ['a path below', '/r/ada/below'],
    ['a path that is not well-formed', '/r/%E0%A4%A'],
    ['a lone percent sign', '/r/%'],
  ])('shows a page for %s, and records nothing', async (_name, path) => {
    const answer = await server.ask(path)
    expect(answer.status).toBe(404)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.text).toContain('This link leads nowhere')
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(clicks).toEqual([])
  })

  it('takes a slash at the end for nothing', async () => {
    expect((await server.ask('/r/ada/')).status).toBe(302)
  })

  it('finds a link of any characters', async () => {
    await server.addPartner({ partnerKey: 'jürgen & co/5%+1' })
    const answer = await server.ask(`/r/${encodeURIComponent('jürgen & co/5%+1')}`)
    expect(answer.status).toBe(302)
    expect(clicks).toMatchObject([{ partnerKey: 'jürgen & co/5%+1' }])
  })

  it('works at once for a partner who was asked for before joining', async () => {
    expect((await server.ask('/r/late')).status).toBe(404)
    await server.addPartner({ partnerKey: 'late' })
    expect((await server.ask('/r/late')).status).toBe(302)
  })

  it('leads to site_url where neither partner nor group names a destination', async () => {
    await server.addPartner({ partnerKey: 'bob', destination: null })
    expect((await server.ask('/r/bob')).status).toBe(404)
    await server.books.putSetting({ mode: 'production', name: 'site_url', value: 'https://site.example/' })
    server.pass(1000)
    expect(locationOf(await server.ask('/r/bob')).host).toBe('site.example')
  })

  it('records the click of a test partner in test mode', async () => {
    await server.addPartner({ partnerKey: 'tess', mode: 'test' })
    const { headers } = await server.ask('/r/tess')
    expect(headers['set-cookie']?.[0]).toMatch(`_ps_partner_key_${server.test.publicKey.slice(3, 11)}=tess`)
  })

  it.each(['POST', 'PUT', 'DELETE'])('does not take %s', async (method) => {
    const answer = await server.ask('/r/ada', { method })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD')
  })
})

describe('a redirect when the store is in trouble', () => {
  it('goes on after 250 ms while the commit takes longer', async () => {
    instead = () => new Promise<never>(() => {})
    const begin = performance.now()
    const answer = await server.ask('/r/ada')
    const took = performance.now() - begin
    expect(answer.status).toBe(302)
    expect(locationOf(answer).searchParams.get('gspk')).toBe('YWRh')
    expect(took).toBeGreaterThan(200)
    expect(took).toBeLessThan(10_000)
  })

  it('goes on when the commit fails, and the log has it', async () => {
    instead = () => Promise.reject(new Error('disk full'))
    expect((await server.ask('/r/ada')).status).toBe(302)
    expect(server.logged).toContainEqual(expect.objectContaining({ msg: 'a click was not kept', level: 50 }))
  })

  it('goes on by what was last known when reading fails', async () => {
    const failing = await startServer({
      wrap: (books) => {
        let calls = 0
        const fail = (): Promise<never> => Promise.reject(new Error('no disk'))
        return { ...books, link: (path) => (calls++ === 0 ? books.link(path) : fail()) }
      },
    })
    await failing.addPartner({ partnerKey: 'ada' })
    expect((await failing.ask('/r/ada')).status).toBe(302)
    failing.pass(5000)
    expect((await failing.ask('/r/ada')).status).toBe(302)
    expect(failing.logged).toContainEqual(expect.objectContaining({ level: 40 }))
    await failing.close()
  })
})
