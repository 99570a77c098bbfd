/** What a partner's link carries: whose figures it shows, and until when. Whoever has it needs nothing else. */
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { Books } from '../../ledger/books.ts'
import type { Vault } from '../../secrets.ts'
import type { PartnerRow } from '../../store/rows.ts'

/** Sealed with the installation's key: nobody else makes one, or changes what it says. */
const Ticket = z.strictObject({
  for: z.literal('partner page'),
  mode: z.enum(['production', 'test']),
  partner: z.string(),
  /** Epoch ms. */
  until: z.number(),
})
export type Ticket = Omit<z.output<typeof Ticket>, 'for'>

export const sealTicket = (vault: Vault, ticket: Ticket): string =>
  vault.seal(JSON.stringify({ for: 'partner page', ...ticket }))

function opened(vault: Vault, token: string): Ticket | null {
  try {
    return Ticket.parse(JSON.parse(vault.open(token)))
  } catch {
    return null // not one of ours, or not as we made it
  }
}

export interface Admitted {
  readonly ticket: Ticket
  readonly partner: PartnerRow
}

/** Whom a link lets in. Refuses one that was made up (404), one whose time is over (410), and that of a partner who has left. */
export async function admit(
  { books, vault, now }: { readonly books: Books; readonly vault: Vault; readonly now: () => number },
  token: string,
): Promise<Admitted> {
  const ticket = opened(vault, token)
  if (!ticket) throw new AppError('NOT_FOUND', 'There is no page at this link. It may not have been copied whole.')
  if (ticket.until <= now()) {
    const ended = new Date(ticket.until).toISOString().slice(0, 10)
    throw new AppError('GONE', `This link ended on ${ended}. Ask for a new one.`)
  }
  const partner = await books.partner(ticket.mode, ticket.partner)
  if (!partner || partner.archived) throw new AppError('GONE', 'This link is no longer in use. Ask for a new one.')
  return { ticket, partner }
}
