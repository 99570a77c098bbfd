// @vitest-environment jsdom
// @vitest-environment-options { "url": "https://shop.test/" }
// What `createSignup` sends, and what it tells.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createGrowsumo } from '../src/growsumo.ts'
import type { Growsumo, SignupCallback } from '../src/members.ts'
import { link, OK, PUBLIC_KEY } from './support/page.ts'

const endpoint = 'https://partners.test/v1/signups'
const fetch = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(Response.json(OK)))
const goTo = (url: string) => history.replaceState(null, '', url)
const bodies = () => fetch.mock.calls.map(([, init]) => JSON.parse(String(init.body)) as Record<string, unknown>)

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
  for (const cookie of document.cookie.split('; ')) document.cookie = `${cookie}; Path=/; Domain=shop.test; Max-Age=0`
  goTo('/')
})

describe('createSignup', () => {
  it('sends the customer, the referral, the program and the page, with an id of its own', async () => {
    const growsumo = initialized()
    Object.assign(growsumo.data, {
      name: 'Cleo',
      email: 'c@shop.test',
      customer_key: 'c1',
      amount: 1999,
      currency: 'EUR',
    })
    goTo('/welcome?plan=pro#done')
    await growsumo.createSignup()
    expect(fetch.mock.calls.map(([url]) => url)).toEqual([endpoint])
    expect(bodies()).toStrictEqual([
      {
        public_key: PUBLIC_KEY,
        signup_id: expect.stringMatching(/^\d{14}\.\d+/),
        customer_key: 'c1',
        email: 'c@shop.test',
        name: 'Cleo',
        partner_key: 'ada',
        xid: 'x1',
        amount: 1999,
        currency: 'EUR',
        page: 'https://shop.test/welcome?plan=pro#done',
      },
    ])
  })

  it('has sent before it returns, and copied data: what the page does next changes nothing', () => {
    const growsumo = initialized()
    growsumo.data.email = 'c@shop.test'
    void growsumo.createSignup()
    growsumo.data.email = 'other@shop.test'
    expect(bodies()).toMatchObject([{ email: 'c@shop.test' }])
  })

  it('gives each sign-up another id', async () => {
    const growsumo = initialized()
    await Promise.all([growsumo.createSignup(), growsumo.createSignup()])
    const [first, second] = bodies()
    expect(first!['signup_id']).not.toBe(second!['signup_id'])
  })

  it.each([
    ['randomUUID, as on plain http', {}],
    ['crypto', undefined],
  ])('makes ids without %s', async (_name, crypto) => {
    vi.stubGlobal('crypto', crypto)
    const growsumo = initialized()
    await Promise.all([growsumo.createSignup(), growsumo.createSignup()])
    const ids = bodies().map((body) => body['signup_id'])
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^\d{14}\.\d+/)
  })

  it('credits the referral found, though the page replaced data as a whole', async () => {
    const growsumo = initialized()
    growsumo.data = { email: 'c@shop.test', customer_key: 'c1' }
    await growsumo.createSignup()
    expect(bodies()).toMatchObject([{ email: 'c@shop.test', partner_key: 'ada', xid: 'x1' }])
  })

  it.each([
    ['an old spelling', { partnerKey: 'eve' }, { partner_key: 'eve' }],
    ['a pair', { partner_key: 'eve', xid: 'x9' }, { partner_key: 'eve', xid: 'x9' }],
  ])('credits whom the page names in a data of its own: %s', async (_name, data, expected) => {
    const growsumo = initialized()
    growsumo.data = data
    await growsumo.createSignup()
    const { partner_key, xid } = bodies()[0]!
    expect({ partner_key, xid }).toEqual(expected)
  })

  it.each<[string, (growsumo: Growsumo) => void]>([
    ['set to null', ({ data }) => void Object.assign(data, { partner_key: null, xid: null })],
    ['emptied', ({ data }) => void Object.assign(data, { partner_key: '', xid: '' })],
    [
      'deleted',
      ({ data }) => {
        delete data.partner_key
        delete data.xid
      },
    ],
    [
      'denied in a data of the page',
      (growsumo) => {
        growsumo.data = { partner_key: null, xid: null }
      },
    ],
  ])('sends nothing where the referral was %s', async (_name, change) => {
    const growsumo = initialized()
    change(growsumo)
    const callback = vi.fn<SignupCallback>()
    await growsumo.createSignup(callback)
    expect(fetch).not.toHaveBeenCalled()
    expect(callback.mock.calls).toEqual([[null, { status: 204, message: 'Not referred' }]])
  })

  it('works detached from its object, as a handler that is passed an event', async () => {
    const { createSignup } = initialized()
    await expect(createSignup(new Event('click') as never)).resolves.toEqual({ result: OK })
  })
})

describe("createSignup's callback and promise", () => {
  const refused = () => Promise.resolve(Response.json({ status: 401, message: 'Unknown key' }, { status: 401 }))
  const down = () => Promise.reject(new TypeError('Failed to fetch'))

  it.each([
    ['a recorded sign-up', () => Promise.resolve(Response.json(OK)), link('ada'), OK],
    ['no referral', down, '', { status: 204, message: 'Not referred' }],
  ])('tell the result of %s once', async (_name, server, search, result) => {
    const growsumo = initialized(search)
    fetch.mockImplementationOnce(server)
    const callback = vi.fn<SignupCallback>()
    const promise = growsumo.createSignup(callback)
    expect(callback).not.toHaveBeenCalled()
    await expect(promise).resolves.toEqual({ result })
    expect(callback.mock.calls).toEqual([[null, result]])
    fetch.mockReset().mockImplementation(() => Promise.resolve(Response.json(OK)))
  })

  it.each([
    ['a server that refuses', refused, 'Unknown key'],
    ['a server that is down', down, 'Failed to fetch'],
    [
      'a page that patched fetch and has no beacon',
      () => {
        throw new TypeError('patched')
      },
      'patched',
    ],
  ])('tell the error of %s once, and never reject', async (_name, server, message) => {
    const growsumo = initialized()
    fetch.mockImplementationOnce(server)
    const callback = vi.fn<SignupCallback>()
    const { error, result } = await growsumo.createSignup(callback)
    expect(error).toMatchObject({ message })
    expect(result).toBeUndefined()
    expect(callback.mock.calls).toEqual([[error]])
  })

  it.each<[string, (growsumo: Growsumo) => unknown]>([
    ['refers to itself', ({ data }) => (data['meta'] = { data })],
    ['holds what JSON cannot', ({ data }) => (data['amount'] = 1n as never)],
    [
      'throws when it is read',
      ({ data }) =>
        Object.defineProperty(data, 'email', {
          get() {
            throw new Error('getter')
          },
        }),
    ],
  ])('tell an error where data %s', async (_name, change) => {
    const growsumo = initialized()
    change(growsumo)
    const callback = vi.fn<SignupCallback>()
    await expect(growsumo.createSignup(callback)).resolves.toEqual({ error: expect.any(Error) })
    expect(callback).toHaveBeenCalledExactlyOnceWith(expect.any(Error))
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each<[string, Growsumo]>([
    ['public key', createGrowsumo({ endpoint })],
    ['endpoint', createGrowsumo({ endpoint: '' })],
  ])('tell an error where there is no %s', async (missing, growsumo) => {
    if (missing === 'endpoint') growsumo._initialize(PUBLIC_KEY)
    growsumo.data.partner_key = 'ada'
    const callback = vi.fn<SignupCallback>()
    await expect(growsumo.createSignup(callback)).resolves.toEqual({ error: new Error('Not initialized') })
    expect(callback).toHaveBeenCalledOnce()
    expect(fetch).not.toHaveBeenCalled()
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error("the page's own")
      },
    ],
    ['is missing', undefined],
    ['is null', null],
    ['is no function', 'done'],
  ])('do no harm where the callback %s', async (_name, callback) => {
    await expect(initialized().createSignup(callback as SignupCallback)).resolves.toEqual({ result: OK })
    expect(fetch).toHaveBeenCalledOnce()
  })
})
