import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linkUrl } from '../../src/link-url.ts'
import { newCli, type Cli } from '../support/http-cli.ts'

let cli: Cli
beforeAll(async () => {
  cli = await newCli()
})
afterAll(() => cli.remove())

const add = (...args: string[]) => cli.run('partner', 'add', ...args, '--json')

describe('partner add', () => {
  it('gives the partner and their link', async () => {
    const to = ['--destination', 'https://shop.example/']
    const { code, json, err } = await add('--email', 'ada@partners.example', '--partner-key', 'ada', ...to)
    const expected = {
      partner_key: 'ada',
      key: expect.stringMatching(/^part_\w{14}$/),
      link: 'http://127.0.0.1:8010/r/ada',
    }
    expect([code, json, err]).toEqual([0, expected, ''])
  })

  it('makes up a key where none is given, and tells when the link leads nowhere', async () => {
    const { json, err } = await add('--email', 'bob@partners.example')
    expect(json).toMatchObject({ partner_key: expect.stringMatching(/^[0-9a-f]{12}$/) })
    expect(err).toContain('settings set site_url')
    expect((await add('--email', 'tess@partners.example', '--mode', 'test')).err).toContain('--mode test')
  })

  it('is content with site_url', async () => {
    await cli.run('settings', 'set', 'site_url', 'https://site.example/')
    const { out, err } = await cli.run('partner', 'add', '--email', 'cleo@partners.example')
    expect(out).toContain('leads to     https://site.example/')
    expect(err).toBe('')
  })

  it('makes the link from PUBLIC_URL, else from the first link host', async () => {
    const env = { PUBLIC_URL: 'https://partners.acme.example' }
    const first = await cli.runWith(env, 'partner', 'add', '--email', 'd@p.example', '--partner-key', 'dora', '--json')
    expect(first.json).toMatchObject({ link: 'https://partners.acme.example/r/dora' })
    const hosts = { ...env, LINK_HOST: 'go.acme.example,ref.acme.example' }
    const second = await cli.runWith(
      hosts,
      'partner',
      'add',
      '--email',
      'e@p.example',
      '--partner-key',
      'eve',
      '--json',
    )
    expect(second.json).toMatchObject({ link: 'https://go.acme.example/eve' })
  })

  it.each([
    ['a key that is taken', ['--email', 'new@partners.example', '--partner-key', 'ada'], 'KEY_TAKEN', /'ada' is taken/],
    ['an e-mail that has joined', ['--email', 'ADA@partners.example'], 'KEY_TAKEN', /belongs to partner 'ada'/],
    ['a group that is none', ['--email', 'x@partners.example', '--group', 'gold'], 'NOT_FOUND', /no group 'gold'/],
  ])('fails for %s', async (_name, args, error, message) => {
    const { code, json, err } = await add(...args)
    expect([code, json]).toEqual([1, { error, message: expect.stringMatching(message) }])
    expect(err).toMatch(message)
  })
})

describe('the address of a link', () => {
  const publicUrl = 'https://p.example'
  it.each([
    ['ada', 'https://p.example/r/ada'],
    ['a/b', 'https://p.example/r/a/b'],
    ['jürgen & co', 'https://p.example/r/j%C3%BCrgen%20%26%20co'],
    ['50%?#', 'https://p.example/r/50%25%3F%23'],
  ])('for %s is %s', (path, expected) => {
    expect(linkUrl({ linkHosts: [], publicUrl }, path)).toBe(expected)
  })
})

describe('partner token', () => {
  it('is told once, and is kept as its hash', async () => {
    await cli.run('partner', 'add', '--email', 'tom@partners.example', '--partner-key', 'tom')
    const { code, json, err } = await cli.run('partner', 'token', 'tom', '--json')
    const expected = { mode: 'production', partner_key: 'tom', token: expect.stringMatching(/^pt_\w{43}$/) }
    expect([code, json]).toEqual([0, expected])
    expect(err).toContain('shown this once')
    const again = await cli.run('partner', 'token', 'TOM@partners.example')
    expect(again.out).toMatch(/^partner key {2}tom\ntoken {8}pt_\w{43}$/m)
    expect(again.out).not.toContain((json as { token: string }).token)
  })

  it.each([
    ['nobody', ['nobody']],
    ['a partner of the other mode', ['ada', '--mode', 'test']],
  ])('is not made for %s', async (_name, args) => {
    const { code, json } = await cli.run('partner', 'token', ...args, '--json')
    expect([code, json]).toEqual([1, { error: 'PARTNER_NOT_FOUND', message: expect.any(String) }])
  })
})
