/** A referral link of a partner. */
import { z } from 'zod'
import type { LinkRow, PartnerRow } from '../store/rows.ts'
import { textOrNull, time } from './shapes.ts'

export const Link = z
  .strictObject({
    key: z.string(),
    path: z.string(),
    url: z.string(),
    destination: textOrNull.meta({ description: "Null: the group's destination, else the setting site_url." }),
    title: textOrNull,
    partner_key: z.string(),
    partnership_key: z.string(),
    test: z.boolean(),
    created_at: time,
    updated_at: time,
  })
  .meta({ id: 'Link' })

export const linkObject = (link: LinkRow, partner: PartnerRow, url: string): z.input<typeof Link> => ({
  key: link.key,
  path: link.path,
  url,
  destination: link.destination,
  title: link.title,
  partner_key: partner.partnerKey,
  partnership_key: partner.key,
  test: link.mode === 'test',
  created_at: link.createdAt,
  updated_at: link.updatedAt,
})

export const exampleLink: z.input<typeof Link> = {
  key: 'link_0SlGpZb7Qe3Wm9',
  path: 'ada-spring',
  url: 'https://partners.acme.example/r/ada-spring',
  destination: 'https://acme.example/spring',
  title: 'Spring campaign',
  partner_key: 'ada',
  partnership_key: 'part_0SlGpXa8Mz2Tc7',
  test: false,
  created_at: 1767225600000,
  updated_at: 1767225600000,
}
