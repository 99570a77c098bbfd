// What stood in our place, and what pages do to it later.
import { describe, expect, it, vi } from 'vitest'
import type { SignupCallback } from '../src/index.ts'
import { link, loader, OK, openPage, PUBLIC_KEY, SCRIPT_URL } from './support/page.ts'

const url = `https://shop.test/${link('ada', 'x1')}`
const tag = `<script src="${SCRIPT_URL}"></script>`

describe('the two names', () => {
  it('are one object, and nothing else is left on the page', async () => {
    const bare = await openPage({ html: '' })
    const { window } = await openPage({ html: tag })
    expect(window.growsumo).toBe(window.partnerstack)
    const before = new Set(Object.getOwnPropertyNames(bare.window))
    const added = Object.getOwnPropertyNames(window).filter((name) => !before.has(name))
    expect(added.sort()).toEqual(['growsumo', 'partnerstack'])
  })

  it.each(['growsumo', 'partnerstack'] as const)('work on where the page sets %s to null', async (name) => {
    const { window, sent, errors } = await openPage({ url })
    const { createSignup, _spk } = window.growsumo!
    window[name] = null
    const other = window.growsumo || window.partnerstack!
    await other.createSignup()
    _spk()
    await createSignup()
    expect(sent).toHaveLength(2)
    expect(errors).toEqual([])
  })

  it.each([
    ['a number', '7'],
    ['text', '"growsumo"'],
    ['true', 'true'],
    ['null', 'null'],
    ['a function', 'function () { return 7 }'],
    ["another vendor's object", '{ data: { email: "x" }, _initialize() { throw 1 }, createSignup() { throw 2 } }'],
    ['a frozen object', 'Object.freeze({ data: { email: "x" } })'],
    ['an object with a queue of another kind', '{ q: "createSignup", data: { email: "x" } }'],
    ['an object whose every property throws', 'new Proxy({}, { get() { throw new Error("proxy") } })'],
    ['a frozen queue', '{ q: Object.freeze([["createSignup"]]) }'],
    ['a queue of nonsense', '{ q: [null, 7, "x", [], {}, ["toString"], ["nothing"], ["data"], () => {}] }'],
  ])('replace %s', async (_name, value) => {
    const { window, growsumo, errors, sent } = await openPage({
      url,
      html: `<script>window.growsumo = ${value}</script>${loader()}`,
    })
    expect(window.partnerstack).toBe(growsumo)
    expect(growsumo.data).toMatchObject({ partner_key: 'ada', xid: 'x1' })
    expect(growsumo.data.email).toBeUndefined()
    await growsumo.createSignup()
    expect(sent.at(-1)!.body).toMatchObject({ partner_key: 'ada' })
    expect(errors).toEqual([])
  })

  it('replace an element that has the name for its id', async () => {
    const { growsumo, errors } = await openPage({ url, html: `<form id="growsumo"><input name="q"></form>${loader()}` })
    expect(growsumo.data).toMatchObject({ partner_key: 'ada' })
    expect(errors).toEqual([])
  })

  it.each([
    ['read-only', 'Object.defineProperty(window, "growsumo", { value: 7 })'],
    ['guarded', 'Object.defineProperty(window, "growsumo", { get() { throw 1 }, set() { throw 2 } })'],
  ])('leave a page alone that made one %s', async (_name, code) => {
    const { errors } = await openPage({ url, html: `<script>${code}</script>${tag}` })
    expect(errors).toEqual([])
  })
})

describe('a second tag on one page', () => {
  it('leaves the object of the first, with what the page has told it', async () => {
    const { window, growsumo, sent } = await openPage({
      url,
      html: `${tag}<script>first = growsumo; growsumo.data.email = 'c@shop.test'</script>${loader()}${loader()}`,
    })
    expect(growsumo).toBe(window['first'])
    await growsumo.createSignup()
    expect(sent.map(({ body }) => body)).toMatchObject([{ email: 'c@shop.test', partner_key: 'ada' }])
  })

  it('gives the first back to a page that had set the name to null', async () => {
    const { window } = await openPage({ url, html: `${tag}<script>first = growsumo; growsumo = null</script>${tag}` })
    expect(window.growsumo).toBe(window['first'])
  })

  it('does not call the hook again', async () => {
    const withKey = `<script src="${SCRIPT_URL}" data-key="${PUBLIC_KEY}"></script>`
    const { window } = await openPage({
      url,
      html: `<script>calls = 0; function growsumoInit() { calls++ }</script>${withKey}${withKey}`,
    })
    expect(window['calls']).toBe(1)
  })
})

describe('calls from before the script was there', () => {
  const stub = `<script>
    window.growsumo = { q: [], data: {} };
    ['_initialize', '_spk', 'createSignup'].forEach(function (name) {
      growsumo[name] = function () { growsumo.q.push([name].concat([].slice.call(arguments))) }
    })
    done = []
    growsumo.data.email = 'c@shop.test'
    growsumo.createSignup(function (error, result) { done.push(['first', error, result]) })
    growsumo.createSignup(function (error, result) { done.push(['second', error, result]) })
  </script>`

  it.each([
    ['the vendor loader', loader()],
    ['a key on the tag', `<script src="${SCRIPT_URL}" data-key="${PUBLIC_KEY}"></script>`],
    ['an early _initialize', `<script>growsumo._initialize('${PUBLIC_KEY}')</script>${tag}`],
    ['two loaders', loader() + loader()],
  ])('are replayed in order, once, with %s', async (_name, start) => {
    const { window, sent, growsumo, errors } = await openPage({ url, html: stub + start })
    await vi.waitFor(() => expect(window['done']).toHaveLength(2), { timeout: 10_000 })
    expect(window['done']).toEqual([
      ['first', null, OK],
      ['second', null, OK],
    ])
    expect(sent.map(({ body }) => body)).toMatchObject([
      { public_key: PUBLIC_KEY, email: 'c@shop.test', partner_key: 'ada' },
      { public_key: PUBLIC_KEY, email: 'c@shop.test', partner_key: 'ada' },
    ])
    growsumo._initialize(PUBLIC_KEY)
    expect(sent).toHaveLength(2)
    expect(errors).toEqual([])
  })

  it('wait where nothing has named the public key yet', async () => {
    const { sent, growsumo } = await openPage({ url, html: stub + tag })
    expect(sent).toEqual([])
    growsumo._initialize(PUBLIC_KEY)
    expect(sent).toHaveLength(2)
  })

  it('may be queued by a function that keeps its arguments', async () => {
    const html = `<script>
      partnerstack = function () { (partnerstack.q = partnerstack.q || []).push(arguments) }
      partnerstack('_initialize', '${PUBLIC_KEY}', { endpoint: '/signups' })
      partnerstack('createSignup')
    </script>${tag}`
    const { sent, errors } = await openPage({ url, html })
    expect(sent).toMatchObject([{ url: '/signups', body: { public_key: PUBLIC_KEY, partner_key: 'ada' } }])
    expect(errors).toEqual([])
  })

  it('leave room for the next where one of them fails', async () => {
    const html = `<script>growsumo = { q: [['nothing'], ['createSignup', 7], ['createSignup']] }</script>${loader()}`
    const { sent, errors } = await openPage({ url, html })
    expect(sent).toHaveLength(2)
    expect(errors).toEqual([])
  })

  it('are not lost where the stub brought no data', async () => {
    const html = `<script>growsumo = { q: [] }</script>${tag}<script>growsumo.data.email = 'c@shop.test'</script>`
    const { growsumo, errors } = await openPage({ url, html })
    expect(growsumo.data.email).toBe('c@shop.test')
    expect(errors).toEqual([])
  })

  it('call back to the page that queued them', async () => {
    const callback = vi.fn<SignupCallback>()
    await openPage({
      url,
      prepare: (window) => {
        window['growsumo'] = { q: [['createSignup', callback]] } as never
      },
    })
    await vi.waitFor(() => expect(callback).toHaveBeenCalledExactlyOnceWith(null, OK), { timeout: 10_000 })
  })
})
