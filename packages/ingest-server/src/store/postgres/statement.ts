/** A statement by name: parsed and planned once per connection. */
export interface Statement {
  readonly name: string
  readonly text: string
  readonly values: readonly (string | number | Uint8Array | null)[]
}
