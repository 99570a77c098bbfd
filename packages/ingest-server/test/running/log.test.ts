/** What the log makes of errors that carry what came in, and of what should never have got so far. */
import { Writable } from 'node:stream'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { createLog, scrubbed, toldError } from '../../src/log.ts'

function logging(level = 'trace') {
  const lines: string[] = []
  const levels: string[] = []
  const to = new Writable({
    write(line: Buffer, _encoding, done) {
      lines.push(line.toString())
      done()
    },
  })
  return { log: createLog({ level, to, onLine: (name) => levels.push(name) }), lines, levels }
}

const SECRET = 'sk_4fH8zQ2mN6vB1xC3kL5jT7pR9wY0sD2a'

describe('an error in the log', () => {
  it('is told with its code, its place and its causes', () => {
    const cause = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' })
    const told = toldError(new TypeError('no answer', { cause }))
    expect(told).toMatchObject({
      type: 'TypeError',
      message: 'no answer',
      cause: { type: 'Error', code: 'ECONNREFUSED' },
    })
    expect(told.stack).toMatch(/^ {4}at .*log\.test\.ts/)
    expect(told.stack).not.toContain('no answer')
  })

  it('keeps the row of a broken constraint to itself', () => {
    const error = Object.assign(
      new pg.DatabaseError('duplicate key value violates unique constraint "c_email"', 0, 'error'),
      {
        ...{ code: '23505', detail: 'Key (email)=(grace@navy.example) already exists.', where: 'PL/pgSQL: grace' },
        ...{ table: 'customers', constraint: 'c_email', parameters: ['grace@navy.example'] },
      },
    )
    expect(toldError(error)).toMatchObject({ code: '23505', table: 'customers', constraint: 'c_email' })
    expect(toldError(error).message).toContain('"c_email"')
    expect(JSON.stringify(toldError(error))).not.toContain('grace')
  })

  it.each<[string, () => unknown]>([
    ['JSON that cannot be read', () => JSON.parse('{"name": grace hopper}')],
    [
      'a value of the wrong type',
      () => {
        throw Object.assign(new Error('invalid input syntax for type bigint: "grace hopper"'), { code: '22P02' })
      },
    ],
    ['an address that is none', () => new URL('http://grace hopper/')],
    ['an address that is not well-formed', () => decodeURIComponent('grace hopper %')],
  ])('does not repeat %s', (_what, act) => {
    let error: unknown
    try {
      act()
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(Error)
    expect(JSON.stringify(toldError(error))).not.toMatch(/grace|hopper/)
  })

  it('that is no Error says nothing of itself', () => {
    expect(toldError('grace@navy.example')).toEqual({ type: 'string', message: 'not an Error', stack: '' })
    expect(toldError(null)).toMatchObject({ type: 'object' })
  })

  it('whose causes go in a circle ends', () => {
    const one: Error & { cause?: unknown } = new Error('one')
    one.cause = new Error('two', { cause: one })
    expect(JSON.stringify(toldError(one)).match(/"message"/g)).toHaveLength(4)
  })
})

describe('a line of the log', () => {
  it.each([
    ['an e-mail', 'sent to grace.hopper+x@navy.example.mil today', 'sent to …@… today'],
    ['an e-mail in an address', '/v1/customers/grace%40navy.example?x=1', '/v1/customers/…@…?x=1'],
    ['an e-mail of another alphabet', 'an юзер@почта.рф here', 'an …@… here'],
    ['a secret key', `key ${SECRET}.`, 'key sk_….'],
    ["Stripe's key and signing secret", 'sk_test_51Habc whsec_Abc+/9=', 'sk_… whsec_…'],
    ['a token of ours', 'pt_0123456789abcdef tt_0123456789abcdef', 'pt_… tt_…'],
    [
      'a webhook address',
      'POST /webhooks/stripe/4fH8zQ2mN6vB1xC3kL5jT7pR9wY0sD2a HTTP',
      'POST /webhooks/stripe/… HTTP',
    ],
    ['a session', 'cookie 4fH8zQ2mN6vB1xC3kL5jT7pR9wY0sD2a4fH8zQ2mN6v', 'cookie …'],
    [
      'credentials of HTTP',
      'authorization: Basic cGtfMTpza18y and bearer abcdefgh.ijk',
      'authorization: Basic … and bearer …',
    ],
    ['credentials in an address', 'postgres://ada:p4ss:w%40rd@db.example/x', 'postgres://…@db.example/x'],
    ['nothing, where there is nothing', 'at file:///srv/node_modules/@fastify/busboy/lib/main.js:12:3', undefined],
    [
      'nothing of the ids of requests',
      '0123456789abcdef0123456789abcdef 6ba7b810-9dad-11d1-80b4-00c04fd430c8',
      undefined,
    ],
    ['nothing of our own keys', 'cus_0abc123def4567 part_0abc123def4567 impo_0abc123def4567', undefined],
  ])('loses %s', (_what, line, expected = line) => {
    expect(scrubbed(line)).toBe(expected)
  })

  it('stays JSON, whatever is taken out of it', () => {
    const { log, lines } = logging()
    const random = '4fH8zQ2mN6vB1xC3kL5jT7pR9wY0sD2a4fH8zQ2mN6v'
    const said = `"quoted" \\ grace@navy.example\n${SECRET}\tgrace@navy.example\n${random}\rBasic abcdefgh123`
    log.error({ err: new Error(said), who: 'a"b@example.com' }, 'it failed')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 50, msg: 'it failed', who: 'a"…@…' })
    expect(lines[0]).not.toMatch(/grace|example\.com|4fH8|abcdefgh/)
  })

  it('takes no longer the longer it is', () => {
    const began = performance.now()
    scrubbed(`${'a'.repeat(200_000)}@${'b.'.repeat(100_000)} ${'://'.repeat(50_000)} ${'bearer '.repeat(50_000)}`)
    expect(performance.now() - began).toBeLessThan(10_000)
  })

  it('is counted by its level, those that are not written left out', () => {
    const { log, lines, levels } = logging('warn')
    log.info('nothing')
    log.warn('something')
    log.error({ err: new Error('x') }, 'worse')
    expect([lines.length, levels]).toEqual([2, ['warn', 'error']])
  })
})
