/** Code to take over as it is: it keeps its lines, scrolls by itself, and is copied with one press. */
import { CopyButton } from './CopyButton.tsx'

interface Props {
  readonly code: string
  /** What it is: "the loader", "the example in Python". */
  readonly what: string
}

export const CodeBlock = ({ code, what }: Props) => (
  <div className="code">
    <div className="code-copy">
      <CopyButton text={code} what={what} />
    </div>
    <pre tabIndex={0} role="region" aria-label={what}>
      <code>{code}</code>
    </pre>
  </div>
)
