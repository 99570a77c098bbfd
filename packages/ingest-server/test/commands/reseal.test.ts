/** Another SECRET_KEY while everything goes on: what is sealed, links to partner pages, sessions, the login's waits. */
import { describe, expect, it } from 'vitest'
import { createVault } from '../../src/secrets.ts'
import { logIn } from '../support/admin.ts'
import { newHere } from '../support/machine.ts'
import { startServer } from '../support/http.ts'

const [OLD, NEW] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)]

describe('a vault with a key before its own', () => {
  const [before, between, after] = [createVault(OLD), createVault(NEW, [OLD]), createVault(NEW)]

  it('opens what either has sealed, and seals with its own', () => {
    expect(between.open(before.seal('a'))).toBe('a')
    expect(between.open(after.seal('b'))).toBe('b')
    expect(after.open(between.seal('c'))).toBe('c')
    expect(() => before.open(between.seal('c'))).toThrow('SECRET_KEY_PREVIOUS')
  })

  it('seals anew what the key before has sealed, and leaves the rest', () => {
    expect(after.open(between.renew(before.seal('a')))).toBe('a')
    const own = between.seal('b')
    expect(between.renew(own)).toBe(own)
    expect(() => after.renew(before.seal('a'))).toThrow('SECRET_KEY is not the key')
  })

  it('marks addresses so that nobody without the key can try which they were', () => {
    expect(before.mark('192.0.2.1')).toBe(before.mark('192.0.2.1'))
    expect(new Set([before, after].map((vault) => vault.mark('192.0.2.1'))).size).toBe(2)
    expect(before.mark('192.0.2.1')).toMatch(/^[0-9a-f]{64}$/)
  })
})

it('lets links to partner pages and sessions of before go on', async () => {
  const server = await startServer({ vault: createVault(NEW, [OLD]) })
  try {
    await server.addPartner({ partnerKey: 'ada' })
    const admin = await logIn(server)
    const until = server.now() + 1000
    const ticket = createVault(OLD).seal(
      JSON.stringify({ for: 'partner page', mode: 'production', partner: 'ada', until }),
    )
    expect((await server.ask(`/partner/${ticket}/data`)).status).toBe(200)
    const forged = createVault(Buffer.alloc(32, 9)).seal(
      JSON.stringify({ for: 'partner page', mode: 'production', partner: 'ada', until }),
    )
    expect((await server.ask(`/partner/${forged}/data`)).status).toBe(404)
    expect((await admin.call('GET', '/session')).status).toBe(200)
  } finally {
    await server.close()
  }
})

it('seals all anew at one command, after which the key before is needed no more', async () => {
  const here = await newHere()
  try {
    const [old, fresh] = [OLD.toString('base64'), NEW.toString('base64')]
    const list = async (env: Record<string, string>) => here.run(env, 'webhook', 'list', '--json')
    await here.run({ SECRET_KEY: old }, 'webhook', 'set', 'stripe', '--secret', 'whsec_1')
    const target = ['--target', 'https://hooks.example/in']
    await here.run({ SECRET_KEY: old }, 'hook', 'add', ...target, '--event', '*')
    const before = await list({ SECRET_KEY: old })
    expect((await list({ SECRET_KEY: fresh })).err).toMatch(/SECRET_KEY is not the key/)

    const both = { SECRET_KEY: fresh, SECRET_KEY_PREVIOUS: old }
    expect((await list(both)).json).toEqual(before.json)
    const { json, err } = await here.run(both, 'secrets', 'reseal', '--json')
    expect(json).toMatchObject({ renewed: expect.any(Number) })
    const { kept, renewed } = json as { kept: number; renewed: number }
    expect([renewed, renewed > 8]).toEqual([kept, true])
    expect(err).toMatch(/partner pages/)

    expect((await list({ SECRET_KEY: fresh })).json).toEqual(before.json)
    expect((await list({ SECRET_KEY: old })).err).toMatch(/SECRET_KEY is not the key/)
    expect((await here.run({ SECRET_KEY: fresh }, 'secrets', 'reseal', '--json')).json).toEqual({ kept, renewed: 0 })
  } finally {
    await here.remove()
  }
})
