/** Stories told to a running server as platforms tell them, until they arrive, and the books they end in. */
import fc from 'fast-check'
import { setTimeout as wait } from 'node:timers/promises'
import { PLATFORMS, anyStory, tell } from './platform-stories.ts'
import type { Step } from './platform-stories.ts'
import { all } from './server-load.ts'
import type { ServerProcess } from './server-process.ts'

/** What happens in `count` stories for each platform, in order. */
export function stepsOf(seed: number, count: number): Step[] {
  const stories = fc.sample(anyStory, { numRuns: count * PLATFORMS.length, seed })
  const start = Date.now() - 3 * 86_400_000
  return stories.flatMap(
    (story, n) => tell(PLATFORMS[n % PLATFORMS.length] ?? 'stripe', story, { prefix: `s${n}x`, start }).steps,
  )
}

/** Numbers from 0 to 1, the same for the same seed. */
export function draws(seed: number, count: number): () => number {
  const random = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), { numRuns: count, seed })
  return () => random.pop() ?? 0.5
}

/** In any order, and nearly a third of them twice. */
export const disorder = (steps: readonly Step[], draw: () => number): Step[] =>
  [...steps, ...steps.filter(() => draw() < 0.3)]
    .map((step) => [draw(), step] as const)
    .sort(([one], [two]) => one - two)
    .map(([, step]) => step)

function give(server: ServerProcess, step: Step): Promise<number | null> {
  if (step.kind === 'delivery') return server.send(step.platform, step.sample)
  if (step.kind === 'customer')
    return server.post('/v1/customers', step.body, { authorization: server.authorization('production') })
  return server.post('/v1/signups', { public_key: server.publicKey('production'), ...step.body })
}

/** As a platform does: again and again, until it is told that it has arrived. */
export async function insist(server: ServerProcess, step: Step): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const status = await give(server, step)
    if (status === 200) return
    if (status !== null && status < 500) throw new Error(`${step.name} was refused with ${status}`)
    if (status !== null && status !== 503) throw new Error(`${step.name} met a fault of the server's own: ${status}`)
    await wait(25)
  }
  throw new Error(`${step.name} never arrived`)
}

/** What counts: who is whose, and what stands. */
export async function books(server: ServerProcess): Promise<string[]> {
  const customers = (await all(server, '/v1/customers')).map((one) => `${one['customer_key']} of ${one['partner_key']}`)
  const shown = ['source', 'source_key', 'amount', 'amount_refunded', 'currency', 'customer_key', 'partner_key']
  const transactions = (await all(server, '/v1/transactions')).map((one) => shown.map((name) => one[name]).join(' '))
  return [...customers, ...transactions].sort()
}
