/** The looks at the outside that a doctor needs, each bounded in time: what `main.ts` hands over, and tests make up. */

export interface Answered {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  /** The first 64 KiB. */
  readonly body: Buffer
}

export interface Certificate {
  /** Epoch ms. */
  readonly validUntil: number
  /** Why it is not to be trusted, in words; null where it is. */
  readonly problem: string | null
}

export interface Space {
  /** Bytes that this user may still write, and all there are. */
  readonly free: number
  readonly total: number
  /** Over a network: `nfs`, `smb`; null for a disk of this machine. */
  readonly network: string | null
}

export interface Probe {
  /** Follows no redirect, and takes whatever certificate there is. Rejects where nobody answers. */
  get(url: string): Promise<Answered>
  /** Rejects where nobody speaks TLS there. */
  certificate(host: string, port: number): Promise<Certificate>
  /** Of the file system that a path is on, or its next folder that is there. */
  space(path: string): Promise<Space>
  /** Who may do what with a file, as `0o600`; null where there is none. */
  permissions(path: string): Promise<number | null>
}
