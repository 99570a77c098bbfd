/** Any bytes at all, cut anywhere: read or refused in words, never a crash, and always the same. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/errors.ts'
import { intake } from '../../src/importer/intake.ts'
import { records } from '../../src/importer/records.ts'
import type { Item } from '../../src/importer/records.ts'
import { readFile } from './read-file.ts'

/** `IMPORT_FUZZ=100` reads a hundred long files of any bytes beside those that can be read: each takes seconds. */
const LONG_RUNS = Number(process.env['IMPORT_FUZZ'] ?? 0)
const HEADS = ['', 'customer_key,amount\n', '\ufeffcustomer_key;amount;key\r\n', 'sep=\t\ncustomer_key\tamount\n']
const csv = fc.string({
  unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'c1', '100', ' ', 'ë', '\ufffd', "'", '='),
  maxLength: 200,
})
const file = fc
  .tuple(
    fc.constantFrom(...HEADS),
    fc.oneof(
      csv.map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 400 }),
    ),
  )
  .map(([head, rest]) => Buffer.concat([Buffer.from(head), rest]))

type Came = { readonly read: unknown } | { readonly refused: string }

async function came(bytes: Buffer, step: number): Promise<Came> {
  try {
    const { facts, problems, utf8, taken } = await readFile('transactions', bytes, { step })
    return { read: { facts, problems, utf8: utf8.toString('base64'), taken } }
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    return { refused: (error as AppError).message }
  }
}

async function read(bytes: Buffer, step: number, offset = 0, line = 1): Promise<Item[]> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / step) }, (_, n) =>
    bytes.subarray(n * step, (n + 1) * step),
  )
  const items: Item[] = []
  for await (const some of records(pieces, { delimiter: ',', offset, line })) items.push(...some)
  return items
}

/** Bytes for as long as somebody reads them, at most so many; after each of four parts it is looked at what is held. */
const MANY = 16 * 1024 * 1024
const PART = MANY / 4
const CHUNK = 64 * 1024

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
function held(): number {
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** By how much more is held in the second half of a file that is `seed` over and over; null where it was refused before. */
async function growth(seed: Buffer): Promise<number | null> {
  const chunk = Buffer.alloc(CHUNK, seed)
  const reading = intake('transactions')
  await reading.take(Buffer.from('customer_key,amount,key\n'))
  const looks: number[] = []
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for (let sent = CHUNK; sent <= MANY; sent += CHUNK) {
      yield await reading.take(chunk)
      if (sent % PART === 0) looks.push(held())
    }
  }
  try {
    for await (const items of records(pieces(), { delimiter: ',', offset: 0, line: 2 })) void items
  } catch (error) {
    expect(error).toBeInstanceOf(AppError)
    return null
  }
  return Math.min(...looks.slice(2)) - Math.min(...looks.slice(0, 2))
}

describe('any bytes', () => {
  it('without end are read or refused, and take no more memory than a few of them', async () => {
    const readable = [`c1,100,${'k'.repeat(60)}\n`, `c1,100,"${'k\n'.repeat(30)}"\r\n`]
    const seeds = fc.oneof(
      csv.map((text) => Buffer.from(`${text}${' '.repeat(80)}\n`)),
      fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from([...bytes, 10])),
    )
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        expect((await growth(seed)) ?? 0).toBeLessThan(PART)
      }),
      { numRuns: LONG_RUNS + readable.length, examples: readable.map((text) => [Buffer.from(text)]) },
    )
  })

  it('are read or refused, the same however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.integer({ min: 1, max: 50 }), async (bytes, step) => {
        expect(await came(bytes, step)).toEqual(await came(bytes, 1_000_000))
      }),
      { numRuns: 300 },
    )
  })

  it('are all in some row, one behind the other, and reading on from any row gives the rest', async () => {
    await fc.assert(
      fc.asyncProperty(csv, fc.nat(20), async (text, skip) => {
        const bytes = Buffer.from(text)
        const whole = await read(bytes, 1_000_000)
        let [end, line] = [0, 1]
        for (const item of whole) {
          expect([item.start, item.line]).toEqual([end, Math.max(line, item.line)])
          ;({ end, line } = item)
        }
        const from = whole[skip]
        if (from) expect(await read(bytes.subarray(from.start), 7, from.start, from.line)).toEqual(whole.slice(skip))
      }),
      { numRuns: 300 },
    )
  })
})

it('a file is taken up to its largest size, and not a byte more', async () => {
  const text = `customer_key,amount\n${'c1,100\n'.repeat(1_000)}`
  const taking = async (largest: number): Promise<number> => {
    const reading = intake('transactions', largest)
    for (let at = 0; at < text.length; at += 1_000) await reading.take(Buffer.from(text.slice(at, at + 1_000)))
    await reading.rest()
    return reading.taken().size
  }
  expect(await taking(text.length)).toBe(text.length)
  await expect(taking(text.length - 1)).rejects.toThrow(/The file is larger than .* Split it\./)
})
