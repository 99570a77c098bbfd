import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newCli, type Cli } from '../support/http-cli.ts'

let cli: Cli
beforeAll(async () => {
  cli = await newCli()
})
afterAll(() => cli.remove())

type Key = Record<'mode' | 'public_key' | 'secret_key' | 'tracking_token', string>

describe('keys', () => {
  it('create gives a pair of the mode, and its secret this once', async () => {
    const made = await cli.run('keys', 'create', '--mode', 'test', '--json')
    const key = made.json as Key
    expect(made.code).toBe(0)
    expect(Object.keys(key)).toEqual(['mode', 'public_key', 'secret_key', 'tracking_token'])
    expect(key.mode).toBe('test')
    expect(key.public_key).toMatch(/^pk_[0-9A-Za-z]{32}$/)
    expect(key.secret_key).toMatch(/^sk_[0-9A-Za-z]{32}$/)
    expect(made.err).toContain('shown this once')

    const listed = await cli.run('keys', 'list', '--json')
    expect(listed.out).toContain(key.public_key)
    for (const secret of [key.secret_key, key.tracking_token]) {
      expect(listed.out).not.toContain(secret)
      const kept = await Promise.all(
        ['partnerstack.db', 'partnerstack.db-wal'].map((name) =>
          readFile(join(cli.folder, 'data', name)).catch(() => ''),
        ),
      )
      expect(kept.map((bytes) => bytes.includes(secret))).toEqual([false, false])
    }
  })

  it('create is for production unless said', async () => {
    expect((await cli.run('keys', 'create', '--json')).json).toMatchObject({ mode: 'production' })
  })

  it('create is readable by people too', async () => {
    const { out, err } = await cli.run('keys', 'create')
    expect(out).toMatch(/^mode +production\npublic key +pk_\w+\nsecret key +sk_\w+\ntracking token +tt_\w+\n$/)
    expect(err).toContain('Keep the secret key')
  })

  it('revoke ends a pair, and doing it again changes nothing', async () => {
    const { public_key } = (await cli.run('keys', 'create', '--json')).json as Key
    const first = await cli.run('keys', 'revoke', public_key, '--json')
    expect([first.code, first.json]).toMatchObject([0, { public_key, revoked_at: expect.any(Number) }])
    const again = await cli.run('keys', 'revoke', public_key, '--json')
    expect(again.json).toEqual(first.json)
    expect((await cli.run('keys', 'list')).out).toMatch(new RegExp(`${public_key} .*revoked`))
  })

  it('revoke of a key that is none fails', async () => {
    const { code, json, err } = await cli.run('keys', 'revoke', 'pk_none', '--json')
    const message = "There is no public key 'pk_none'. See: keys list"
    expect([code, json]).toEqual([1, { error: 'NOT_FOUND', message }])
    expect(err).toContain(message)
  })
})
