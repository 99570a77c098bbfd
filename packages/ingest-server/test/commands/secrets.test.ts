import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keptSecretKey } from '../../src/secret-key.ts'
import { createVault, matchesHash, newXid, randomBase62, sha256 } from '../../src/secrets.ts'

describe('a vault', () => {
  const vault = createVault(Buffer.alloc(32, 1))

  it.each(['', 'whsec_1', 'ключ 🦊', 'x'.repeat(10_000)])('opens what it sealed', (text) => {
    expect(vault.open(vault.seal(text))).toBe(text)
  })

  it('seals the same text differently each time', () => {
    expect(vault.seal('a')).not.toBe(vault.seal('a'))
  })

  it('says so when another key sealed it', () => {
    const other = createVault(Buffer.alloc(32, 2))
    expect(() => other.open(vault.seal('a'))).toThrow(/SECRET_KEY is not the key/)
  })

  it.each([
    ['altered', (sealed: string) => sealed.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))],
    ['cut short', (sealed: string) => sealed.slice(0, -4)],
    ['without its tag', (sealed: string) => sealed.replace(/\.[^.]*\./, '..')],
    ['with a tag cut short', (sealed: string) => sealed.replace(/\.([^.]{4})[^.]*\./, '.$1.')],
    ['replaced', () => 'nonsense'],
    ['empty', () => ''],
  ])('opens nothing that was %s', (_name, change) => {
    expect(() => vault.open(change(vault.seal('a secret of some length')))).toThrow(/SECRET_KEY/)
  })
})

describe('randomness', () => {
  it('is base62, of the length asked for', () => {
    for (const length of [0, 1, 4, 32, 43]) expect(randomBase62(length)).toMatch(new RegExp(`^[0-9A-Za-z]{${length}}$`))
  })

  it('favours no character', () => {
    const counts = new Map<string, number>()
    for (const character of randomBase62(62_000)) counts.set(character, (counts.get(character) ?? 0) + 1)
    expect(counts.size).toBe(62)
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(200)
  })

  it('makes clicks that sort by time', () => {
    const ids = [0, 1000, 60_000, 86_400_000].map((ms) => newXid(1_780_000_000_000 + ms))
    expect(ids.toSorted()).toEqual(ids)
    expect(ids[0]).toMatch(/^[0-9A-Za-z]{14}$/)
  })
})

describe('a hash', () => {
  it('fits its text alone', () => {
    expect(matchesHash('sk_1', sha256('sk_1'))).toBe(true)
    for (const text of ['', 'sk_', 'sk_12', 'SK_1']) expect(matchesHash(text, sha256('sk_1'))).toBe(false)
  })

  it('that is none fits nothing', () => {
    for (const hash of ['', 'zz', 'x'.repeat(64), 'ü'.repeat(64)]) expect(matchesHash('sk_1', hash)).toBe(false)
    expect(matchesHash('', '')).toBe(false)
  })
})

describe('the key beside the database', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'key-'))
  })
  afterEach(() => rm(folder, { recursive: true }))
  const file = () => join(folder, 'data', 'books.db')
  const kept = () => join(folder, 'data', 'secret.key')

  it('is made once, for its owner alone, and stays', async () => {
    const key = await keptSecretKey(file())
    expect(key).toHaveLength(32)
    expect((await stat(kept())).mode & 0o777).toBe(0o600)
    expect(await keptSecretKey(file())).toEqual(key)
    expect(Buffer.from(await readFile(kept(), 'utf8'), 'base64')).toEqual(key)
  })

  it('is the same for all who start at once, and leaves nothing else behind', async () => {
    const keys = await Promise.all(Array.from({ length: 10 }, () => keptSecretKey(file())))
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1)
    expect(await readdir(join(folder, 'data'))).toEqual(['secret.key'])
  })

  it('that is broken is not replaced, for then its secrets would be lost', async () => {
    await keptSecretKey(file())
    await writeFile(kept(), 'oops')
    await expect(keptSecretKey(file())).rejects.toThrow(/secret\.key does not hold 32 bytes/)
    expect(await readFile(kept(), 'utf8')).toBe('oops')
  })
})
