/** What is said of the program itself: its partners, groups and links, and who may become a customer. */

/** Who says it, for the audit log: `admin`, `operator`, a public key. */
interface ByPerson {
  readonly actor: string
}

/** What is kept of a partner and shown again, and means nothing to the books. An absent part stays. */
interface Described {
  readonly tags?: readonly string[]
  readonly fields?: Readonly<Record<string, unknown>>
  readonly managerEmail?: string
  readonly managerName?: string
}

/** A partner joins (command line, API, import). A standing partner_key is a conflict; an archived partner comes back. */
export interface PartnerFact extends Described {
  readonly kind: 'partner'
  readonly partnerKey: string | null
  readonly email: string
  readonly firstName: string | null
  readonly lastName: string | null
  /** A group's slug or key; null for the default group. */
  readonly group: string | null
  /** Where the partner's default link leads; null for the group's destination, else `site_url`. */
  readonly destination: string | null
  /** Absent: now. */
  readonly joinedAt?: number
}

export interface PartnerEditFact extends ByPerson, Described {
  readonly kind: 'partner.edit'
  /** partner_key, `part_…` or e-mail. */
  readonly ref: string
  readonly email?: string
  readonly firstName?: string
  readonly lastName?: string
  readonly group?: string
  /** Only as it stands: it is in links and cookies all over the web. */
  readonly partnerKey?: string
}

export interface PartnerArchiveFact extends ByPerson {
  readonly kind: 'partner.archive'
  readonly ref: string
}

/** The partner reads its own rows by a token with this SHA-256; one before it ends. */
export interface PartnerTokenFact extends ByPerson {
  readonly kind: 'partner.token'
  readonly ref: string
  readonly tokenHash: string
}

export interface GroupCreateFact extends ByPerson {
  readonly kind: 'group.create'
  readonly name: string
  /** Null: made from the name. */
  readonly slug: string | null
  readonly destination: string | null
  readonly features: Readonly<Record<string, unknown>>
}

export interface GroupEditFact extends ByPerson {
  readonly kind: 'group.edit'
  /** Slug or `grup_…`. */
  readonly ref: string
  readonly name?: string
  readonly slug?: string
  readonly destination?: string
  readonly features?: Readonly<Record<string, unknown>>
}

export interface GroupArchiveFact extends ByPerson {
  readonly kind: 'group.archive'
  readonly ref: string
}

/** A further link of a partner. */
export interface LinkCreateFact {
  readonly kind: 'link.create'
  /** partner_key, `part_…` or e-mail. */
  readonly partner: string
  /** Null: made up. Unique over both modes. */
  readonly path: string | null
  readonly destination: string | null
  readonly title: string | null
}

export type ProspectKind = 'deal' | 'lead'

/** Somebody who may become a customer. */
export interface ProspectCreateFact {
  readonly kind: 'prospect.create'
  readonly prospect: ProspectKind
  readonly partner: string | null
  readonly group: string | null
  readonly externalKey: string | null
  /** What else was told, by the names of the API. */
  readonly data: Readonly<Record<string, unknown>>
}

export interface ProspectEditFact {
  readonly kind: 'prospect.edit'
  readonly prospect: ProspectKind
  /** Its key or external key. */
  readonly ref: string
  /** Takes the place of its group, as a group does of its partner. */
  readonly partner?: string
  readonly group?: string
  readonly externalKey?: string | null
  /** Only what changes. */
  readonly data: Readonly<Record<string, unknown>>
}

export interface ProspectArchiveFact {
  readonly kind: 'prospect.archive'
  readonly prospect: ProspectKind
  readonly ref: string
}

/** It became a customer, of its partner. */
export interface ProspectConvertFact {
  readonly kind: 'prospect.convert'
  readonly prospect: ProspectKind
  readonly ref: string
  readonly email: string
  readonly customerKey: string | null
  readonly name: string | null
}

/** An address that is to be told of changes. */
export interface HookCreateFact extends ByPerson {
  readonly kind: 'hook.create'
  readonly key: string
  readonly style: 'v1' | 'v2'
  readonly target: string
  /** In the spelling with a dot; `*` is every one. */
  readonly events: readonly string[]
  /** Encrypted. */
  readonly secret: string
}

export type ProgramFact =
  | PartnerFact
  | PartnerEditFact
  | PartnerArchiveFact
  | PartnerTokenFact
  | GroupCreateFact
  | GroupEditFact
  | GroupArchiveFact
  | LinkCreateFact
  | ProspectCreateFact
  | ProspectEditFact
  | ProspectArchiveFact
  | ProspectConvertFact
  | HookCreateFact
