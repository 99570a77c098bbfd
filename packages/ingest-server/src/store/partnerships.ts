/** What can be asked of partners, their groups and their links. */
import type { Mode } from '../facts.ts'
import type { Page, PageQuery } from './queries.ts'
import type { GroupRow, LinkRow, PartnerRow } from './rows.ts'

export interface PartnersQuery extends PageQuery {
  readonly partnerKeys?: readonly string[]
  /** `part_…` */
  readonly partnershipKey?: string
  /** A group's slug or key. */
  readonly group?: string
  readonly email?: string
  /** Some letters of the key, the e-mail or the name. */
  readonly search?: string
}

export interface LinksQuery extends PageQuery {
  readonly partnerKey: string
}

/** A partner with what its object shows of others. */
export interface PartnerView {
  readonly partner: PartnerRow
  readonly group: GroupRow
}

export interface PartnershipReads {
  partners(query: PartnersQuery): Promise<Page<PartnerView>>
  /** By partner_key, then `part_…`, then e-mail (an unarchived one first); archived ones too. */
  partnership(mode: Mode, ref: string): Promise<PartnerView | null>
  /** By the SHA-256 of its token, in either mode; an archived one has none any more. */
  partnerByToken(hash: string): Promise<PartnerRow | null>
  groups(query: PageQuery): Promise<Page<GroupRow>>
  /** By slug, then `grup_…`; archived ones too. */
  group(mode: Mode, ref: string): Promise<GroupRow | null>
  linksOf(query: LinksQuery): Promise<Page<LinkRow>>
}
