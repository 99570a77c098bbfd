/** What browsers have and TypeScript does not know yet. */
interface Document {
  /** Whether the page is being made ready before anyone asked to see it. */
  readonly prerendering?: boolean
}
