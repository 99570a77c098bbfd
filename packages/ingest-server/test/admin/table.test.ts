/** The table of the dashboard's operations agrees with itself. */
import { describe, expect, it } from 'vitest'
import { ADMIN_OPERATIONS } from '../../src/http/admin/operations/index.ts'

describe.each(ADMIN_OPERATIONS.map((one) => [`${one.method} ${one.path}`, one] as const))('%s', (_name, one) => {
  it('is answered as its example is', () => {
    expect(one.answers.safeParse(one.example.data).error).toBeUndefined()
    if (one.example.body !== undefined) expect(one.body?.safeParse(one.example.body).error).toBeUndefined()
  })

  it('is for who is in, and about a mode, unless it is about being in', () => {
    if (one.id === 'getPartnerPage') return expect([one.bases, one.callers, one.method]).toEqual([[''], [], 'GET'])
    const isSession = one.tag === 'Session'
    expect(one.bases).toEqual([isSession ? '/admin/api' : '/admin/api/{mode}'])
    expect(one.callers).toEqual(one.id === 'logIn' ? [] : ['admin'])
  })
})
