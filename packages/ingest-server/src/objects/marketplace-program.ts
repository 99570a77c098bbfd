/** The one program there is, as a marketplace of partners would show it. */
import { z } from 'zod'
import { textOrNull, time } from './shapes.ts'

export const MarketplaceProgram = z
  .strictObject({
    key: z.string(),
    name: z.string(),
    website: z.string(),
    category: z.array(z.string()),
    country: textOrNull,
    description: textOrNull,
    created_at: time,
    has_sub_id: z.boolean(),
    logo: textOrNull,
  })
  .meta({ id: 'MarketplaceProgram' })

export const marketplaceProgram = (
  program: { readonly key: string; readonly name: string; readonly website: string },
  createdAt: number,
): z.input<typeof MarketplaceProgram> => ({
  ...{ key: program.key, name: program.name, website: program.website },
  ...{ category: [], country: null, description: null, created_at: createdAt, has_sub_id: false, logo: null },
})

export const exampleProgram = marketplaceProgram(
  { key: 'co_5f8Kq2Xb', name: 'acme.example', website: 'https://acme.example/' },
  1767225600000,
)
