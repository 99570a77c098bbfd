// How a sign-up leaves the page, and what comes back.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { post } from '../src/transport.ts'

const endpoint = 'https://partners.test/v1/signups'
const answer = { status: 200, message: 'Sign-up recorded', rdata: {} }
const offline = new TypeError('Failed to fetch')
const sendBeacon = vi.fn((_url: string, _body: string) => true)

function browser({ fetch, beacon = sendBeacon }: { fetch?: unknown; beacon?: unknown }): void {
  vi.stubGlobal('fetch', fetch)
  vi.stubGlobal('navigator', { sendBeacon: beacon })
}

afterEach(() => {
  vi.unstubAllGlobals()
  sendBeacon.mockClear()
})

describe('post', () => {
  it('sends a request that needs no preflight, carries no cookie, and outlives the page', async () => {
    const fetch = vi.fn(async (_url: string, _init: RequestInit) => Response.json(answer))
    browser({ fetch })
    await expect(post(endpoint, '{}')).resolves.toEqual(answer)
    expect(fetch).toHaveBeenCalledOnce()
    const request = new Request(...fetch.mock.calls[0]!)
    expect(request).toMatchObject({ url: endpoint, method: 'POST', keepalive: true, credentials: 'omit' })
    expect([...request.headers.keys()]).toEqual(['content-type'])
    expect(request.headers.get('content-type')).toMatch(/^text\/plain/)
    expect(sendBeacon).not.toHaveBeenCalled()
  })

  it('has started before it returns', () => {
    const fetch = vi.fn(() => new Promise(() => {}))
    browser({ fetch })
    void post(endpoint, '{}')
    expect(fetch).toHaveBeenCalledOnce()
  })

  it.each([
    ['is missing', undefined],
    [
      'was broken by the page',
      () => {
        throw new Error('patched')
      },
    ],
  ])('falls back to a beacon of a plain string where fetch %s', async (_name, fetch) => {
    browser({ fetch })
    await expect(post(endpoint, '{"a":1}')).resolves.toEqual({ status: 202 })
    expect(sendBeacon.mock.calls).toEqual([[endpoint, '{"a":1}']])
  })

  it('calls the beacon on its own object, without which browsers refuse', async () => {
    const navigator = {
      sendBeacon() {
        return this === navigator
      },
    }
    vi.stubGlobal('fetch', undefined)
    vi.stubGlobal('navigator', navigator)
    await expect(post(endpoint, '{}')).resolves.toEqual({ status: 202 })
  })

  it('tries a beacon once after a failed request, and still says that no answer came', async () => {
    browser({ fetch: () => Promise.reject(offline) })
    await expect(post(endpoint, '{}')).rejects.toBe(offline)
    expect(sendBeacon).toHaveBeenCalledOnce()
  })

  it.each([
    ['no beacon', undefined],
    ['a full beacon queue', () => false],
    [
      'a broken beacon',
      () => {
        throw new Error('patched')
      },
    ],
  ])('rejects where there is no fetch and %s', async (_name, beacon) => {
    browser({ beacon: beacon === undefined ? null : beacon })
    await expect(post(endpoint, '{}')).rejects.toBeInstanceOf(Error)
  })

  it.each([
    [
      'says why in its envelope',
      () => Response.json({ message: 'public_key is unknown' }, { status: 401 }),
      'public_key is unknown',
    ],
    ['is not JSON', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 'JSON'],
    ['is JSON of another kind', () => Response.json(null, { status: 500 }), 'null'],
  ])('rejects an error that %s', async (_name, response, message) => {
    browser({ fetch: async () => response() })
    await expect(post(endpoint, '{}')).rejects.toThrow(message)
    expect(sendBeacon).not.toHaveBeenCalled()
  })

  it('rejects an answer that is not ours, though it says 200', async () => {
    browser({ fetch: async () => new Response('<!doctype html>') })
    await expect(post(endpoint, '{}')).rejects.toBeInstanceOf(SyntaxError)
  })
})
