/**
 * A storm: four platforms deliver in disorder, twice, all at once, and again until they get a 2xx, while the server is killed
 * over and over. The books equal those of an undisturbed run in order.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { PLATFORMS, anyStory, tell } from '../support/platform-stories.ts'
import type { Step } from '../support/platform-stories.ts'
import { startServerProcess } from '../support/server-process.ts'
import type { ServerProcess } from '../support/server-process.ts'

const SEED = Number(process.env['STORM_SEED'] ?? Date.now() % 1_000_000)
const KILLS = 5
const CALLERS = 12
const STORIES = 4

let calm: ServerProcess
let stormy: ServerProcess
beforeAll(async () => {
  ;[calm, stormy] = await Promise.all([startServerProcess(), startServerProcess()])
})
afterAll(async () => {
  await Promise.all([calm.dispose(), stormy.dispose()])
})

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function give(server: ServerProcess, step: Step): Promise<number | null> {
  if (step.kind === 'delivery') return server.send(step.platform, step.sample)
  if (step.kind === 'customer')
    return server.post('/v1/customers', step.body, { authorization: server.authorization('production') })
  return server.post('/v1/signups', { public_key: server.publicKey('production'), ...step.body })
}

/** As a platform does: again and again, until it is told that it has arrived. */
async function insist(server: ServerProcess, step: Step): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const status = await give(server, step)
    if (status === 200) return
    if (status !== null && status < 500) throw new Error(`${step.name} was refused with ${status}`)
    await pause(25)
  }
  throw new Error(`${step.name} never arrived`)
}

async function all(server: ServerProcess, path: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = []
  for (let more = true; more;) {
    const last = items.at(-1)?.['key']
    const page = await server.get(`${path}?limit=250${last ? `&starting_after=${String(last)}` : ''}`, 'production')
    items.push(...page.rdata.items)
    more = page.rdata.has_more
  }
  return items
}

/** What counts: who is whose, and what stands. */
async function books(server: ServerProcess): Promise<string[]> {
  const customers = (await all(server, '/v1/customers')).map((one) => `${one['customer_key']} of ${one['partner_key']}`)
  const transactions = (await all(server, '/v1/transactions')).map((one) =>
    [
      one['source'],
      one['source_key'],
      one['amount'],
      one['amount_refunded'],
      one['currency'],
      one['customer_key'],
      one['partner_key'],
    ].join(' '),
  )
  return [...customers, ...transactions].sort()
}

it(`ends in the books of a calm day (seed ${SEED})`, { timeout: 180_000 }, async () => {
  const stories = fc.sample(anyStory, { numRuns: STORIES * PLATFORMS.length, seed: SEED })
  const start = Date.now() - 3 * 86_400_000
  const steps = stories.flatMap(
    (story, n) => tell(PLATFORMS[n % PLATFORMS.length] ?? 'stripe', story, { prefix: `s${n}x`, start }).steps,
  )
  for (const step of steps) await insist(calm, step)

  const random = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: steps.length * 4, seed: SEED })
  const draw = (): number => random.pop() ?? 0.5
  const again = [...steps, ...steps.filter(() => draw() < 0.3)]
  const queue = again
    .map((step) => [draw(), step] as const)
    .sort(([one], [two]) => one - two)
    .map(([, step]) => step)
  const total = queue.length
  const callers = Array.from({ length: CALLERS }, async () => {
    for (let step = queue.shift(); step; step = queue.shift()) await insist(stormy, step)
  })
  for (let kill = 1; kill <= KILLS; kill++) {
    // Each kill comes somewhere in its own stretch of the storm, so that none comes after it is over.
    const until = total * (1 - (kill - draw() * 0.8) / (KILLS + 1))
    while (queue.length > until) await pause(2)
    await stormy.kill()
    await stormy.start()
  }
  await Promise.all(callers)
  const expected = await books(calm)
  expect(expected.length).toBeGreaterThan(STORIES * 2)
  expect(await books(stormy)).toEqual(expected)
})
