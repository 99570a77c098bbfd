import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Machine } from '../../src/commands/machine.ts'
import { run } from '../../src/commands/program.ts'
import { newCli, type Cli } from '../support/http-cli.ts'

let cli: Cli
beforeAll(async () => {
  cli = await newCli()
})
afterAll(() => cli.remove())

const never = (): never => expect.unreachable('wrong usage is found before anything is opened')

/** In this process, on a machine that has nothing. */
async function runHere(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []]
  const nothing = {
    now: never,
    config: never,
    openBooks: never,
    secretKey: never,
    formerKeys: never,
    scripts: never,
    logger: never,
  }
  const rest = {
    elapsed: never,
    listen: never,
    toldToStop: never,
    fail: never,
    worker: null,
    workers: { onAsk: never, askAll: never },
    version: never,
    inspect: never,
    probe: { get: never, certificate: never, space: never, permissions: never },
    knownSecretKey: never,
    files: { size: never, begin: never, copy: never, finish: never, remove: never, temporary: never, problems: never },
    startWorkers: never,
    openStore: never,
    progress: never,
    readFile: never,
    writeFile: never,
    write: never,
  }
  const print = (line: string): void => void out.push(line)
  const machine: Machine = { ...nothing, ...rest, print, note: (line) => void err.push(line) }
  return { code: await run(machine, args), out: out.join('\n'), err: err.join('\n') }
}

describe('the command line', () => {
  it.each([
    ['--help', /serve[\s\S]*keys[\s\S]*partner[\s\S]*webhook[\s\S]*settings[\s\S]*deliveries/],
    ['webhook set --help', /--record-from <what>/],
  ])('explains itself: %s', async (line, expected) => {
    const { code, out } = await cli.run(...line.split(' '))
    expect(code).toBe(0)
    expect(out).toMatch(expected)
  })

  it.each([
    ['', /Usage/],
    ['nonsense', /unknown command 'nonsense'/],
    ['keys', /Usage/],
    ['keys create --mode staging', /Allowed choices are production, test/],
    ['keys create --colour red', /unknown option '--colour'/],
    ['keys create extra', /too many arguments/],
    ['keys revoke', /missing required argument 'public_key'/],
    ['partner add', /required option '--email <email>'/],
    ['partner add --email carla', /Not an e-mail/],
    ['partner add --email a@b.c --destination shop.example', /Not an http or https address/],
    ['partner add --email a@b.c --destination javascript:alert(1)', /Not an http or https address/],
    ['webhook set', /missing required argument 'provider'/],
    ['webhook set paypal', /Allowed choices are stripe/],
    ['webhook set stripe --record-from orders', /Allowed choices are charge, invoice/],
    ['webhook set stripe --currency EURO', /Not three letters/],
    ['webhook set stripe --refunds never', /Allowed choices are proportional, archive/],
    ['serve --workers 0', /Not a number of processes, 1 to 64/],
    ['serve --workers many', /Not a number of processes, 1 to 64/],
    ['settings get colour', /There is no setting 'colour'/],
    ['settings set window_days soon', /'window_days' takes a whole number of days/],
    ['settings set window_days', /missing required argument 'value'/],
    ['deliveries list --state lost', /Allowed choices are applied/],
    ['deliveries list --limit 0', /Not a number of 1 or more/],
  ])('ends with 2 for wrong usage: %s', async (line, expected) => {
    const { code, out, err } = await runHere(...line.split(' ').filter(Boolean))
    expect(err).toMatch(expected)
    expect([code, out]).toEqual([2, ''])
  })

  it('gives the process that exit code', async () => {
    expect((await cli.run('keys', 'create', '--mode', 'staging')).code).toBe(2)
  })

  it('tells wrong usage in JSON too, where JSON is asked for', async () => {
    const { code, out } = await runHere('settings', 'set', 'currency', 'EURO', '--json')
    expect([code, JSON.parse(out)]).toEqual([
      2,
      { error: 'WRONG_USAGE', message: expect.stringContaining("'currency' takes three letters") },
    ])
  })

  it.each([
    [{ PORT: 'http' }, 'PORT must be a port number'],
    [{ DATABASE_URL: 'postgres://localhost/x' }, 'SECRET_KEY is required with PostgreSQL'],
    [{ SECRET_KEY: 'short' }, 'SECRET_KEY must be 32 bytes in base64'],
  ])('ends with 1 where the environment does not fit: %j', async (env, message) => {
    const { code, out, err } = await cli.runWith(env, 'keys', 'list')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain(message)
    expect(err).not.toContain('at ')
  })

  it('ends with 1 where SECRET_KEY is not the one that secrets were kept with', async () => {
    await cli.run('webhook', 'list')
    const { code, err } = await cli.runWith({ SECRET_KEY: Buffer.alloc(32, 9).toString('base64') }, 'webhook', 'list')
    expect(code).toBe(1)
    expect(err).toContain('SECRET_KEY is not the key')
  })

  it('ends with 1 where the database is none', async () => {
    await writeFile(join(cli.folder, 'broken.db'), 'this is no database, whatever its name says '.repeat(100))
    const { code, err } = await cli.runWith({ DATABASE_URL: 'file:./broken.db' }, 'keys', 'list')
    expect(code).toBe(1)
    expect(err).not.toBe('')
  })
})
