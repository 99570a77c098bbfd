import { describe, expect, it } from 'vitest'
import { providerNames, providers } from '../../src/providers/index.ts'

describe('the registry of payment platforms', () => {
  it('lists Stripe', () => {
    expect(providerNames).toContain('stripe')
  })
  it.each([...providers])('knows %s by its own name, fit for a URL', (name, provider) => {
    expect(provider.name).toBe(name)
    expect(name).toMatch(/^[a-z]+$/)
  })
  it.each([...providers])('keeps no credentials of %s with a delivery', (_name, { keepHeaders }) => {
    expect(keepHeaders).toEqual(keepHeaders.map((header) => header.toLowerCase()))
    expect(keepHeaders).not.toContain('authorization')
    expect(keepHeaders).not.toContain('cookie')
  })
  it('has nothing under names that every object has', () => {
    expect(providers.get('constructor')).toBeUndefined()
  })
})
