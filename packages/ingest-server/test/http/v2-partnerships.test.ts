/** What version 2 means by what it takes of partners, groups and links. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { calling, openWorld, type World } from '../support/api-world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.server.close())

const call = calling(() => world)
/** A line of the audit log as the key pair of the tests leaves it. */
const byKey = (action: string): string => `${world.server.production.publicKey} ${action}`
const audit = async () =>
  (await world.server.books.audit('production', 3)).map(({ action, actor }) => `${actor} ${action}`)

describe('partnerships', () => {
  it('are changed field by field, with a line in the audit log', async () => {
    const change = {
      first_name: 'Ada',
      group_key: 'gold',
      manager_email: 'm@acme.example',
      fields: [{ name: 'a', value: 1 }],
    }
    await call('PATCH', '/partnerships/ada', change)
    const { data } = await call('PATCH', '/partnerships/ada', {
      fields: [{ api_name: 'b', value: 2 }],
      last_name: null,
    })
    expect(data).toMatchObject({ first_name: 'Ada', last_name: null, field_data: { a: 1, b: 2 } })
    expect(data).toMatchObject({ group: { slug: 'gold' }, manager: { email: 'm@acme.example', name: null } })
    expect((await audit()).slice(0, 2)).toEqual([byKey('partner.edited'), byKey('partner.edited')])
  })

  it('keep their partner_key, which links and cookies carry', async () => {
    const { status, message } = await call('PATCH', '/partnerships/ada', { partner_key: 'ada2' })
    expect([status, message]).toEqual([400, "'partner_key' cannot be changed: it is in links and cookies out there"])
    expect((await call('PATCH', '/partnerships/ada', { partner_key: 'ada' })).status).toBe(200)
  })

  it('are put away: out of reading and lists, their links without credit; and come back as they were', async () => {
    const link = await call('POST', '/links/bob', { path: 'bobs/page', destination: 'https://shop.example/x' })
    const follow = () => world.server.ask('/r/bobs/page')
    expect((await follow()).headers.location).toContain('ps_partner_key')
    expect((await call('DELETE', '/partnerships/bob')).data).toMatchObject({ archived: true })
    expect((await call('GET', '/partnerships/bob')).status).toBe(404)
    expect((await call('GET', '/partnerships/bob?include_archived=true')).status).toBe(200)
    world.server.pass(2000)
    expect((await follow()).headers.location).toBe('https://shop.example/x')
    const body = { email: 'bob@partners.example', first_name: 'Robert' }
    const back = await call('POST', '/partnerships', body)
    expect(back.data).toMatchObject({
      partner_key: 'bob',
      first_name: 'Robert',
      archived: false,
      group: { slug: 'gold' },
    })
    expect(link.status).toBe(200)
    expect((await audit())[0]).toBe(byKey('partner.restored'))
    expect((await call('POST', '/partnerships', body)).status).toBe(409)
  })

  it('have a link from the beginning, which leads where they say', async () => {
    const body = { email: 'new@partners.example', partner_key: 'new', destination: 'https://shop.example/new' }
    await call('POST', '/partnerships', body)
    expect((await world.server.ask('/r/new')).headers.location).toContain('https://shop.example/new?')
  })

  it('are the same in both versions', async () => {
    const { data } = await call('GET', '/v1/partnerships?limit=1')
    expect((await call('GET', '/partnerships?limit=1')).data).toEqual(data)
  })
})

describe('groups', () => {
  it('have a slug made of their name, and the default one keeps its own', async () => {
    expect((await call('POST', '/groups', { name: ' Größte Agenturen! ' })).data).toMatchObject({
      ...{ slug: 'gro-te-agenturen', default: false },
    })
    expect((await call('POST', '/groups', { name: '顧客' })).status).toBe(400)
    expect((await call('PATCH', '/groups/default', { name: 'Everyone' })).data).toMatchObject({ slug: 'default' })
    expect((await call('DELETE', '/groups/default')).status).toBe(409)
  })

  it('that are archived take nobody in, and keep whom they have', async () => {
    await call('DELETE', '/groups/gold')
    const body = { email: 'new@partners.example', group_key: 'gold' }
    expect((await call('POST', '/partnerships', body)).status).toBe(404)
    expect((await call('GET', '/partnerships/bob')).data).toMatchObject({ group: { slug: 'gold' } })
    expect((await call('GET', '/groups/gold')).status).toBe(404)
    expect((await call('GET', '/groups/gold?include_archived=1')).data).toMatchObject({ archived: true })
  })

  it('show the features that callers look for, whatever was set', async () => {
    const { data } = await call('PATCH', '/groups/silver', { features: { deals_enabled: false, own: 1 } })
    expect(data['features']).toEqual({
      ...{ application_enabled: false, deals_enabled: false, disable_link_create: false, leads_enabled: true, own: 1 },
    })
  })
})

describe('links', () => {
  it.each(['spring', 'a/b/c', 'ünïcode', '50%', 'a+b'])('lead from the path %s', async (path) => {
    const { status, data } = await call('POST', '/links/ada', { path, destination: 'https://shop.example/to' })
    expect(status).toBe(200)
    const followed = await world.server.ask(new URL(String(data['url'])).pathname)
    expect(followed.headers.location).toMatch(/^https:\/\/shop\.example\/to\?/)
  })

  it.each(['/a', 'a/', 'a//b', 'a b', 'a?b', 'a#b', 'a\\b', '..', 'a/../b', './a', 'v1', 'pr/js', '.well-known/x'])(
    'have no path %s',
    async (path) => {
      const { status, message } = await call('POST', '/links/ada', { path })
      expect([status, message]).toEqual([400, expect.stringMatching(/^'path' must/)])
    },
  )

  it.each(['javascript:alert(1)', 'shop.example', 'ftp://shop.example/'])(
    'lead nowhere like %s',
    async (destination) => {
      const { status, message } = await call('POST', '/links/ada', { destination })
      expect([status, message]).toEqual([400, "'destination' must be an http or https address"])
    },
  )

  it('have a path made up where none is given, another each time, also over both modes', async () => {
    const paths = new Set<unknown>()
    for (let n = 0; n < 20; n++) paths.add((await call('POST', '/links/ada', {})).data['path'])
    expect(paths.size).toBe(20)
    await world.server.addPartner({ partnerKey: 'other', mode: 'test' })
    expect((await call('POST', '/links/ada', { path: 'other' })).status).toBe(409)
  })
})
