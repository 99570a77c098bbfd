// Frameworks run a page's modules on the server first, where there is no window, no document and no location.
import { expect, it, vi } from 'vitest'
import { createClient } from '../src/index.ts'

it('has no browser in this test', () => {
  expect([typeof window, typeof document, typeof location]).toEqual(['undefined', 'undefined', 'undefined'])
})

it('does nothing on a server, and does not throw there', async () => {
  const fetch = vi.fn()
  vi.stubGlobal('fetch', fetch)
  const growsumo = createClient({ endpoint: 'https://partners.test/v1/signups' })
  growsumo._initialize('pk_1')
  growsumo._spk()
  expect(growsumo.data).toEqual({})
  await expect(growsumo.createSignup()).resolves.toEqual({ result: { status: 204, message: 'Not referred' } })
  expect(fetch).not.toHaveBeenCalled()
  vi.unstubAllGlobals()
})

it('tells an error, rather than throwing it, where a server is made to sign up a customer', async () => {
  const growsumo = createClient({ endpoint: 'https://partners.test/v1/signups' })
  growsumo._initialize('pk_1')
  growsumo.data.partner_key = 'ada'
  await expect(growsumo.createSignup()).resolves.toEqual({ error: expect.any(ReferenceError) })
})
