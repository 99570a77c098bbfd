/** A command that imports, stood still, and finds that another process has taken its import over. */
import { expect, it, onTestFinished } from 'vitest'
import { openBooks } from '../../src/open-books.ts'
import { newHere } from '../support/machine.ts'

/** The clock of the test: what is silent for five seconds is silent for a tenth of one. */
const FASTER = 50

it('takes it back where that one gives no sign of life either', async () => {
  const begun = Date.now()
  const now = (): number => begun + (Date.now() - begun) * FASTER
  const text = 'email,partner_key\nada@x.test,ada\n'
  let taken = false
  const here = await newHere({
    now,
    readFile: () =>
      Promise.resolve({
        bytes: async function* () {
          yield Buffer.from(text)
        },
      } as never),
    openBooks: async ({ database }) => {
      const books = await openBooks({ ...database, now, onBug: expect.unreachable })
      return {
        ...books,
        record: async (entry) => {
          if (entry.file && !taken) {
            taken = true
            const { importKey } = entry.file
            expect(await books.claimImport(importKey, 'who ends at once', now() + 1, now())).not.toBeNull()
          }
          return books.record(entry)
        },
      }
    },
  })
  onTestFinished(() => here.remove())
  const { code, out } = await here.run({}, 'import', 'partners', 'partners.csv')
  expect([code, out, taken]).toEqual([0, '1 partners: 1 created, 0 updated, 0 unchanged, 0 refused', true])
})
