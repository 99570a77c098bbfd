/** What the contract of platforms asks of what they say. */
import { expect } from 'vitest'
import { AppError } from '../../src/errors.ts'
import type { Reading } from '../../src/providers/provider.ts'

/** Whatever a reading says, the ledger can take it and every store can keep it as it is. */
export function expectSound(reading: Reading): void {
  expect(reading.eventId).toMatch(/./)
  expect(reading.type).toMatch(/./)
  expect(reading.facts.length === 0).toBe(reading.verdict !== null)
  expect(reading.verdict?.reason).not.toBe('')
  expectStorable('reading', reading)
  for (const fact of reading.facts) {
    if ('currency' in fact && fact.currency !== null) expect(fact.currency).toMatch(/^[A-Z]{3}$/)
    if ('who' in fact) {
      for (const hint of [fact.who.customerKey, fact.who.email, fact.who.name, fact.who.partnerKey]) {
        expect(hint === null || (hint === hint.trim() && hint.length > 0 && hint.length <= 500)).toBe(true)
      }
    }
  }
}

/** Texts that are short, well-formed and without NUL; numbers that are whole and exact. */
function expectStorable(name: string, value: unknown): void {
  if (typeof value === 'number') expect([name, Number.isSafeInteger(value) && value >= 0]).toEqual([name, true])
  if (typeof value === 'string') {
    const isPlain = value.isWellFormed() && !value.includes('\0') && value.length <= 2000
    // An account is '' where it is the platform's own.
    expect([name, isPlain && (value !== '' || name === 'account' || name === 'metadata')]).toEqual([name, true])
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) expectStorable(name === 'metadata' ? name : key, inner)
}

export function thrownBy(attempt: () => void): unknown {
  try {
    attempt()
    return null
  } catch (error) {
    return error
  }
}

export function messageOf(attempt: () => void): string {
  const error = thrownBy(attempt)
  return error instanceof AppError ? error.message : ''
}
