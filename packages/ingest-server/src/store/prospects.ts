/** What can be asked of deals and leads. */
import type { Mode } from '../facts.ts'
import type { Page, PageQuery } from './queries.ts'
import type { ProspectRow } from './reward-rows.ts'
import type { CustomerRow, GroupRow, PartnerRow } from './rows.ts'

export interface ProspectsQuery extends PageQuery {
  readonly kind: ProspectRow['kind']
  readonly partnerKey?: string
  /** `part_…` */
  readonly partnershipKey?: string
  /** A group's slug or key: the prospect's own, or its partner's. */
  readonly group?: string
  readonly externalKey?: string
}

/** A deal or lead with what its object shows of others. */
export interface ProspectView {
  readonly prospect: ProspectRow
  readonly partner: PartnerRow | null
  /** Its own, else its partner's. */
  readonly group: GroupRow | null
  readonly customer: CustomerRow | null
}

export interface ProspectReads {
  prospects(query: ProspectsQuery): Promise<Page<ProspectView>>
  /** By its key, then external key; archived ones too. */
  prospect(mode: Mode, kind: ProspectRow['kind'], ref: string): Promise<ProspectView | null>
}
