/**
 * For each platform: whatever the order, the number of times and the company in which its deliveries, sign-ups and API calls
 * come, the books end as if all had come once, in order; and at no moment is anything in them that must not be.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { signupEntry } from '../../src/inbox/signup-entry.ts'
import { webhookEntry } from '../../src/inbox/webhook-entry.ts'
import { providers } from '../../src/providers/index.ts'
import { T0, customerCreate, openBooks, problemsOf } from '../support/ledger.ts'
import type { TestBooks } from '../support/ledger.ts'
import { PLATFORMS, anyStory, tell } from '../support/platform-stories.ts'
import type { Step } from '../support/platform-stories.ts'

const RUNS = Number(process.env['CONVERGENCE_RUNS'] ?? 60)
const SEED = Number(process.env['CONVERGENCE_SEED'] ?? Date.now() % 1_000_000)

async function take(books: TestBooks, step: Step): Promise<void> {
  const at = T0 + 86_400_000
  if (step.kind === 'customer') {
    const { key = '', email = '', partner_key: partnerKey = '' } = step.body
    await books.call(customerCreate({ customerKey: key, email, partnerKey, providerKey: null }), { at })
  } else if (step.kind === 'signup') {
    const body = Buffer.from(JSON.stringify({ public_key: 'pk_test', ...step.body }))
    await books.record(signupEntry({ mode: 'production', body, headers: {}, receivedAt: at, eventId: step.name }))
  } else {
    const provider = providers.get(step.platform)
    if (!provider) throw new Error(`no provider ${step.platform}`)
    const raw = { body: Buffer.from(step.sample.body), headers: step.sample.headers, receivedAt: at }
    await books.record(webhookEntry(provider, raw, { mode: 'production', recordFrom: [], currency: null }, 'USD'))
  }
}

function essence(books: TestBooks, failing: ReadonlySet<string>) {
  const { customers, transactions, waiting } = books.snapshot()
  const shown = Object.entries(transactions).filter(
    ([name, { archived }]) => !(archived && failing.has(name.split(' ')[1] ?? '')),
  )
  return { customers, transactions: Object.fromEntries(shown), waiting }
}

it.each(PLATFORMS)(
  `%s ends in the same books, whatever the order (seed ${SEED}, ${RUNS} runs)`,
  { timeout: 60_000 + RUNS * 500 },
  async (platform) => {
    let transactions = 0
    const property = fc.asyncProperty(
      anyStory,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      async (story, randoms) => {
        const random = (): number => randoms.next().value ?? 0
        const { steps, failing } = tell(platform, story, { prefix: 's', start: T0 })
        const [ordered, disordered] = [await openBooks(), await openBooks()]
        try {
          for (const step of steps) await take(ordered, step)
          const again = [...steps, ...steps.filter(() => random() < 0.3)]
          const shuffled = again.map((step) => [random(), step] as const).sort(([one], [two]) => one - two)
          for (let left = shuffled.map(([, step]) => step); left.length > 0;) {
            await Promise.all(left.splice(0, 1 + Math.floor(random() * 5)).map((step) => take(disordered, step)))
            expect(problemsOf(disordered.rows())).toEqual([])
          }
          const expected = essence(ordered, failing)
          transactions += Object.keys(expected.transactions).length
          expect(essence(disordered, failing)).toEqual(expected)
        } finally {
          await ordered.discard()
          await disordered.discard()
        }
      },
    )
    await fc.assert(property, { numRuns: RUNS, seed: SEED })
    expect(transactions).toBeGreaterThan(RUNS / 2)
  },
)
