/** `customer export|erase`: given all that is kept, forgotten at a word that is said twice. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBooks } from '../../src/open-books.ts'
import { newHere, type Here } from '../support/machine.ts'

let here: Here
beforeAll(async () => {
  here = await newHere()
  const now = Date.now()
  const books = await openBooks({ file: here.at('books.db'), now: () => now, onBug: expect.unreachable })
  const partner = { partnerKey: 'ada', email: 'ada@p.example', firstName: null, lastName: null, group: null }
  const customer = { customerKey: 'user-42', email: 'carla@x.example', partnerKey: 'ada', name: 'Carla Ruiz' }
  for (const fact of [
    { kind: 'partner', ...partner, destination: null },
    { kind: 'customer.create', ...customer, providerKey: null, meta: null },
  ] as const)
    await books.record({ mode: 'production', at: now, facts: [fact], delivery: null, by: 'operator' })
  await books.close()
})
afterAll(() => here.remove())

const run = (...args: string[]) => here.run({}, 'customer', ...args)

it('exports what is kept, by any name the customer has', async () => {
  for (const ref of ['user-42', 'Carla@x.example']) {
    const { code, json } = await run('export', ref, '--json')
    expect([code, json]).toMatchObject([
      0,
      { customer: { name: 'Carla Ruiz' }, audit: [{ action: 'customer.created' }] },
    ])
  }
  expect(JSON.parse((await run('export', 'user-42')).out)).toMatchObject({ customer: { email: 'carla@x.example' } })
})

it('erases nobody before it is said twice, and says what would happen', async () => {
  const { code, err } = await run('erase', 'user-42')
  expect([code, err]).toEqual([1, expect.stringMatching(/cannot be taken back.*--yes/)])
  expect((await run('export', 'user-42', '--json')).json).toMatchObject({ customer: { name: 'Carla Ruiz' } })
})

it('erases, and the log says who did it and nothing of whom', async () => {
  const { code, out } = await run('erase', 'carla@x.example', '--yes')
  expect([code, out]).toEqual([0, expect.stringContaining("under the customer_key 'user-42'")])
  const { json } = await run('export', 'user-42', '--json')
  expect(json).toMatchObject({ customer: { name: null, email: null, erased_at: expect.any(Number) } })
  expect(json).toMatchObject({ audit: [{ action: 'customer.erased', actor: 'operator', detail: {} }, {}] })
  expect(JSON.stringify(json)).not.toMatch(/carla/i)
})

it.each([
  ['of another mode', ['export', 'user-42', '--mode', 'test']],
  ['who is not there', ['erase', 'nobody', '--yes']],
])('knows nobody %s', async (_what, args) => {
  expect(await run(...args)).toMatchObject({ code: 1, err: 'There is no customer with this key or e-mail.' })
})
