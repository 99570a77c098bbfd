// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://shop.test/" }
// How the referral gets into `data`: `_initialize` and `_spk`.
import Cookies from 'js-cookie'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGrowsumo } from '../src/growsumo.ts'
import type { Growsumo } from '../src/members.ts'
import { link, OK, PUBLIC_KEY } from './support/page.ts'

const endpoint = 'https://partners.test/v1/signups'
const fetch = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(Response.json(OK)))
const goTo = (url: string) => history.replaceState(null, '', url)

/** What a page has after its loader ran on `/search`. */
function initialized(search = link('ada', 'x1')): Growsumo {
  goTo(`/${search}`)
  const growsumo = createGrowsumo({ endpoint })
  growsumo._initialize(PUBLIC_KEY)
  return growsumo
}

beforeEach(() => {
  vi.stubGlobal('fetch', fetch)
})

afterEach(() => {
  vi.unstubAllGlobals()
  fetch.mockClear()
  for (const name of Object.keys(Cookies.get())) Cookies.remove(name)
  goTo('/')
})

describe('_initialize', () => {
  it('fills data with the pair in the URL before it returns', () => {
    expect(initialized().data).toEqual({ partner_key: 'ada', xid: 'x1' })
  })

  it('fills data from the cookies where the URL says nothing', () => {
    Cookies.set('growSumoPartnerKey', 'ada')
    expect(initialized('').data).toEqual({ partner_key: 'ada' })
  })

  it('writes a cookie encoded in full, from the module as from the tag', () => {
    initialized(link('a+b@c'))
    expect(document.cookie).toContain('ps_partner_key=a%2Bb%40c')
  })

  it('keeps what the page had put into data', () => {
    goTo(`/${link('ada', 'x1')}`)
    const growsumo = createGrowsumo({ endpoint })
    growsumo.data = { email: 'c@shop.test', partner_key: 'eve' }
    growsumo._initialize(PUBLIC_KEY)
    expect(growsumo.data).toMatchObject({ email: 'c@shop.test', partner_key: 'eve' })
  })

  it('may be called again, by a second loader', () => {
    const growsumo = initialized()
    growsumo.data.email = 'c@shop.test'
    growsumo._initialize(PUBLIC_KEY)
    expect(growsumo.data).toEqual({ partner_key: 'ada', xid: 'x1', email: 'c@shop.test' })
  })

  it('keeps the options given on the tag, but for those it names', async () => {
    goTo(`/${link('ada')}`)
    const growsumo = createGrowsumo({ endpoint })
    growsumo._initialize(PUBLIC_KEY, { attribution: 'first' })
    await growsumo.createSignup()
    expect(fetch.mock.calls[0]![0]).toBe(endpoint)
    growsumo._initialize(PUBLIC_KEY, { endpoint: '/elsewhere' })
    await growsumo.createSignup()
    expect(fetch.mock.calls[1]![0]).toBe('/elsewhere')
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['an object', {}],
    ['a symbol', Symbol('pk')],
  ])('survives %s for a public key', (_name, key) => {
    goTo(`/${link('ada')}`)
    const growsumo = createGrowsumo({ endpoint })
    expect(() => growsumo._initialize(key as string)).not.toThrow()
    expect(growsumo.data.partner_key).toBe('ada')
  })
})

describe('_spk', () => {
  it('finds a referral that came later, before it returns', () => {
    const growsumo = initialized('')
    expect(growsumo.data.partner_key).toBeUndefined()
    goTo(`/pricing${link('ada', 'x1')}`)
    growsumo._spk()
    expect(growsumo.data).toEqual({ partner_key: 'ada', xid: 'x1' })
    expect(Cookies.get('ps_partner_key')).toBe('ada')
  })

  it('takes back what it had filled once it is gone, as a pair', () => {
    const growsumo = initialized('')
    Cookies.set('ps_partner_key', 'ada')
    Cookies.set('ps_xid', 'x1')
    growsumo._spk()
    expect(growsumo.data).toEqual({ partner_key: 'ada', xid: 'x1' })
    Cookies.remove('ps_partner_key')
    Cookies.remove('ps_xid')
    growsumo._spk()
    expect(growsumo.data).toEqual({})
  })

  it('never takes back what the page set', () => {
    const growsumo = initialized('')
    growsumo.data.partner_key = 'eve'
    growsumo._spk()
    expect(growsumo.data.partner_key).toBe('eve')
  })

  it('fills a data object that replaced the first', () => {
    const growsumo = initialized()
    growsumo.data = { email: 'c@shop.test' }
    growsumo._spk()
    expect(growsumo.data).toEqual({ email: 'c@shop.test', partner_key: 'ada', xid: 'x1' })
  })

  it.each([
    ['null', null],
    ['frozen', Object.freeze({})],
    ['text', 'data'],
  ])('survives data that is %s', (_name, data) => {
    const growsumo = initialized()
    growsumo.data = data as Growsumo['data']
    expect(() => growsumo._spk()).not.toThrow()
  })
})
