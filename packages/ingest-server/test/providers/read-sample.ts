/** Reads samples as a test installation would. */
import type { Credentials, Reading, ReadOptions } from '../../src/providers/provider.ts'
import { providers } from '../../src/providers/index.ts'
import { samplers } from '../../src/samples/index.ts'
import { sampleValues, type SampleValues } from '../../src/samples/sample.ts'

/** When the deliveries of these tests were made and received. */
export const at = 1_780_000_000_000

export type Values = Partial<SampleValues>

export function bodyOf(provider: string, event: string, values: Values = {}): string {
  const sample = samplers.get(provider)?.sample(event, sampleValues({ now: at, seed: 'abc123', ...values }))
  if (!sample) throw new Error(`no sample of ${provider} ${event}`)
  return sample.body
}

export function readBody(provider: string, body: string | Buffer, options: Partial<ReadOptions> = {}): Reading {
  const delivery = { body: Buffer.from(body as string), headers: {}, receivedAt: at }
  const all: ReadOptions = { mode: 'test', currency: 'EUR', recordFrom: () => 'charge', ...options }
  return providers.get(provider)!.read(delivery, all)
}

/** What one of the standing credentials signs. */
export function signWith(provider: string): (body: string, held: Credentials, at: number, index: number) => Headers {
  return (body, { secrets, username, passwords }, at, index) => {
    const one = (of: readonly string[]): string[] => (of[index] === undefined ? [] : [of[index]])
    return samplers.get(provider)!.sign({ body }, { username, secrets: one(secrets), passwords: one(passwords) }, at)
  }
}

type Headers = Readonly<Record<string, string>>

/** Every sample of a platform. */
export const allBodies = (provider: string): string[] =>
  samplers.get(provider)!.events.map((event) => bodyOf(provider, event, { customerKey: 'ada', partnerKey: 'grace' }))
