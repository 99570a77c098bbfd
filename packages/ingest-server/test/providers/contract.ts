/**
 * What every payment platform's file promises, whatever its format. Each platform runs all of it; where platforms truly
 * differ (no signature, no time) the case says so, and the suite then expects that difference.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AppError } from '../../src/errors.ts'
import type { PlatformFact } from '../../src/facts.ts'
import type { Credentials, Provider, RawDelivery, Reading, ReadOptions } from '../../src/providers/provider.ts'
import { expectSound, messageOf, thrownBy } from './sound.ts'

type Headers = RawDelivery['headers']

export interface Shape {
  readonly body: string
  readonly facts: readonly PlatformFact[]
  readonly options?: Partial<ReadOptions>
}

export interface ProviderCase {
  readonly provider: Provider
  /** What is special where a platform proves itself in more than one way. */
  readonly way?: string
  /** What its proof covers: every byte of the body, or nothing of it (a password). */
  readonly signs: 'body' | 'password'
  /** Whether its proof carries the time, so that an old delivery can be told from a new one. */
  readonly ages: boolean
  /** What is configured here: at least two that stand, as while a rotation runs. */
  readonly credentials: Credentials
  /** What another installation has. */
  readonly foreign: Credentials
  /** What the platform sends with `body`, knowing the credential at `index`. */
  sign(body: string, credentials: Credentials, at: number, index: number): Headers
  /** Deliveries and what they mean, by a sentence. */
  readonly shapes: Readonly<Record<string, Shape>>
  /** A well-formed delivery of an event nobody has heard of. */
  readonly unheardOf: string
  /** A body that is not of the platform's format at all, and the error that says so. */
  readonly malformed: { readonly body: string; readonly code: AppError['code'] }
  /** Bodies of the platform's format with anything in them. */
  readonly anyBody: fc.Arbitrary<string>
}

const now = 1_780_000_000_000
const hour = 3_600_000
const options: ReadOptions = { mode: 'test', currency: 'USD', recordFrom: () => 'charge' }

export function testProvider(the: ProviderCase): void {
  const { provider, credentials } = the
  const title = [provider.title, the.way].filter(Boolean).join(', ')
  const [first] = Object.values(the.shapes)
  const body = first?.body ?? the.unheardOf

  const delivery = (content: string | Buffer, headers: Headers = {}, receivedAt = now): RawDelivery => ({
    body: Buffer.from(content as string),
    headers,
    receivedAt,
  })
  const verifying = (content: string, headers: Headers, held = credentials, at = now) => {
    return (): void => provider.verify(delivery(content, headers, at), held)
  }
  const code = (expected: AppError['code']) => expect.objectContaining({ name: 'AppError', code: expected })
  const signed = (content = body, at = now, index = 0): Headers => the.sign(content, credentials, at, index)

  describe(`${title}: who sent it`, () => {
    it('accepts what it signed', () => {
      expect(verifying(body, signed())).not.toThrow()
    })
    it('accepts what was signed with the second of two standing secrets', () => {
      expect(verifying(body, signed(body, now, 1))).not.toThrow()
    })
    it('refuses everything while nothing is configured, and says what to do', () => {
      const none: Credentials = { secrets: [], username: null, passwords: [] }
      expect(verifying(body, signed(), none)).toThrow(code('WEBHOOK_NOT_CONFIGURED'))
      expect(verifying(body, signed(), none)).toThrow(/webhook (set|list|rotate)/)
    })
    it('refuses everything where only blank secrets are configured', () => {
      const blank: Credentials = { secrets: ['', ' '], username: '', passwords: ['', ' '] }
      expect(verifying(body, the.sign(body, blank, now, 0), blank)).toThrow(code('WEBHOOK_NOT_CONFIGURED'))
    })
    it('refuses what is not signed at all', () => {
      expect(verifying(body, {})).toThrow(code('INVALID_SIGNATURE'))
    })
    it("refuses what was signed with another installation's secret", () => {
      expect(verifying(body, the.sign(body, the.foreign, now, 0))).toThrow(code('INVALID_SIGNATURE'))
    })
    it('never names a secret or a password in a refusal', () => {
      const attempts = [verifying(body, {}), verifying(body, the.sign(body, the.foreign, now, 0))]
      const messages = attempts.map((attempt) => messageOf(attempt))
      const { foreign } = the
      const kept = [...credentials.secrets, ...credentials.passwords, ...foreign.secrets, ...foreign.passwords]
      for (const secret of kept) {
        expect(messages.join()).not.toContain(secret)
      }
    })
    it('refuses a proof that is cut short or has something behind it', () => {
      const [name, value] = Object.entries(signed())[0]!
      expect(verifying(body, { ...signed(), [name]: String(value).slice(0, -3) })).toThrow(code('INVALID_SIGNATURE'))
      expect(verifying(body, { ...signed(), [name]: `${value}z` })).toThrow(code('INVALID_SIGNATURE'))
    })
    it('throws nothing but a refusal, whatever the headers', () => {
      const names = fc.constantFrom(...Object.keys(signed()))
      const text = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('t=,v1=', 't=1,v1=00', 'Basic ', 'Basic OjA=', ','),
      )
      fc.assert(
        fc.property(fc.dictionary(names, text), (headers) => {
          expect(thrownBy(verifying(body, headers))).toMatchObject({ name: 'AppError', status: 401 })
        }),
      )
    })

    if (the.signs === 'body') {
      it('refuses a body of which any byte was altered', () => {
        fc.assert(
          fc.property(fc.nat(Buffer.byteLength(body) - 1), fc.integer({ min: 1, max: 255 }), (place, flip) => {
            const altered = Buffer.from(body)
            altered.writeUInt8(altered.readUInt8(place) ^ flip, place)
            const attempt = (): void => provider.verify(delivery(altered, signed()), credentials)
            expect(attempt).toThrow(code('INVALID_SIGNATURE'))
          }),
        )
      })
      it('refuses a body with bytes added, in front or behind', () => {
        expect(verifying(`${body} `, signed())).toThrow(code('INVALID_SIGNATURE'))
        expect(verifying(` ${body}`, signed())).toThrow(code('INVALID_SIGNATURE'))
      })
    } else {
      it('goes by the password alone, so an altered body is not noticed', () => {
        expect(verifying(`${body} `, signed())).not.toThrow()
      })
    }

    if (the.ages) {
      it.each([
        ['an hour old', now - hour],
        ['an hour ahead', now + hour],
        ['a second too old', now - 301_000],
        ['a second too far ahead', now + 301_000],
      ])('refuses what is %s, and speaks of the clock', (_name, at) => {
        expect(verifying(body, signed(body, at))).toThrow(code('STALE_SIGNATURE'))
        expect(verifying(body, signed(body, at))).toThrow(/clock/)
      })
      it.each([
        ['five minutes old', now - 300_000],
        ['five minutes ahead', now + 300_000],
      ])('accepts what is %s', (_name, at) => {
        expect(verifying(body, signed(body, at))).not.toThrow()
      })
      it('refuses everything where the time it was received is not known', () => {
        expect(verifying(body, signed(), credentials, NaN)).toThrow(code('STALE_SIGNATURE'))
      })
    } else {
      it('carries no time, so an old delivery is told by its event id alone', () => {
        expect(verifying(body, signed(body, now - hour))).not.toThrow()
      })
    }
  })

  describe(`${title}: what it says`, () => {
    const read = (content: string | Buffer, over: Partial<ReadOptions> = {}): Reading =>
      provider.read(delivery(content), { ...options, ...over })

    it.each(Object.entries(the.shapes))('reads %s', (_name, shape) => {
      const reading = read(shape.body, shape.options)
      expect(reading.verdict).toBeNull()
      expect(reading.facts).toEqual(shape.facts)
    })
    it('reads the same delivery the same way twice', () => {
      expect(read(body)).toEqual(read(body))
    })
    it('has no use for an event nobody has heard of, and says so', () => {
      const reading = read(the.unheardOf)
      expect(reading.facts).toEqual([])
      expect(reading.verdict?.state).toBe('ignored')
      expect(reading.verdict?.reason).not.toBe('')
    })
    it('says what is wrong with a body that is not of its format', () => {
      expect(() => read(the.malformed.body)).toThrow(code(the.malformed.code))
    })
    it('never throws, and says nothing unsound, whatever stands in a well-formed body', () => {
      fc.assert(
        fc.property(the.anyBody, fc.constantFrom('charge', 'invoice'), (content, from) => {
          expectSound(read(content, { recordFrom: () => from }))
        }),
        { numRuns: 2000 },
      )
    })
    it('throws nothing but a refusal, whatever the bytes', () => {
      const bytes = fc.uint8Array().map((each) => Buffer.from(each))
      const cut = fc.nat(body.length).map((length) => Buffer.from(body.slice(0, length)))
      fc.assert(
        fc.property(fc.oneof(bytes, cut), (content) => {
          let reading: Reading | undefined
          const error = thrownBy(() => void (reading = read(content)))
          if (reading) expectSound(reading)
          else expect(error).toMatchObject({ name: 'AppError', status: 400 })
        }),
      )
    })
  })
}
