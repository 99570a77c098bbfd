/** What only partners ask for: their payouts, and the programs they may join. */
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { exampleProgram, MarketplaceProgram, marketplaceProgram } from '../../objects/marketplace-program.ts'
import { listOf } from '../../objects/shapes.ts'
import { operation, type Call } from '../api/operation.ts'
import { listQuery, pageOf, pageQuery } from '../paging.ts'
import { programOf } from '../program.ts'
import { paged } from './few.ts'
import { ANYBODY } from './own.ts'
import { one } from './parts.ts'

/** As old as its oldest key pair. */
async function program(call: Call): Promise<z.input<typeof MarketplaceProgram>> {
  const own = (await call.books.apiKeys()).filter(({ mode }) => mode === call.mode)
  const createdAt = own.length === 0 ? 0 : Math.min(...own.map((row) => row.createdAt))
  return marketplaceProgram(await programOf(call), createdAt)
}

const about = { bases: ['/api/v2'], callers: ANYBODY } as const

export const partnerApi = [
  operation({
    ...about,
    id: 'listPayouts',
    method: 'GET',
    path: '/payouts',
    tag: 'Payouts',
    summary: 'List payouts: none yet',
    query: listQuery({}),
    answers: listOf(z.strictObject({})),
    message: 'Payouts retrieved',
    example: { data: { items: [], has_more: false } },
    refuses: ['UNKNOWN_CURSOR'],
    handle: async ({ mode, query }) => pageOf(paged('payout', [], pageQuery(mode, query)), () => ({})),
  }),
  operation({
    ...about,
    id: 'listPrograms',
    method: 'GET',
    path: '/marketplace/programs',
    tag: 'Marketplace',
    summary: 'List programs: the one there is',
    query: listQuery({}),
    answers: listOf(MarketplaceProgram),
    message: 'Programs retrieved',
    example: { data: { items: [exampleProgram], has_more: false } },
    refuses: ['UNKNOWN_CURSOR'],
    async handle(call) {
      const shown = await program(call)
      const row = { key: shown.key, createdAt: shown.created_at, updatedAt: shown.created_at }
      return pageOf(paged('program', [row], pageQuery(call.mode, call.query)), () => shown)
    },
  }),
  operation({
    ...about,
    id: 'getProgram',
    method: 'GET',
    path: '/marketplace/programs/{id}',
    tag: 'Marketplace',
    summary: 'Read the program',
    params: one("The program's key."),
    answers: MarketplaceProgram,
    message: 'Program retrieved',
    example: { data: exampleProgram },
    refuses: ['NOT_FOUND'],
    async handle(call) {
      const found = await program(call)
      if (found.key === call.path.id) return found
      throw new AppError('NOT_FOUND', 'There is no program with this key.')
    },
  }),
]
