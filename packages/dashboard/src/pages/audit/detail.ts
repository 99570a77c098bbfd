/** What an act changed, line by line. It comes from outside, in any shape. */

export interface Line {
  /** Null: about the subject itself. */
  readonly name: string | null
  readonly text: string
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isChange = (value: unknown): value is Fields => isFields(value) && 'from' in value && 'to' in value

function said(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (Array.isArray(value)) return value.length > 0 ? value.map(said).join(', ') : 'nothing'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const change = ({ from, to }: Fields): string => `${said(from)} → ${said(to)}`

/** Of two objects, only what differs. */
function inside({ from, to }: Fields): Line[] | null {
  if (!isFields(from) || !isFields(to)) return null
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])]
  return names
    .filter((name) => JSON.stringify(from[name]) !== JSON.stringify(to[name]))
    .map((name) => ({ name, text: change({ from: from[name], to: to[name] }) }))
}

export function linesOf(detail: Fields): Line[] {
  if (isChange(detail)) return [{ name: null, text: change(detail) }]
  return Object.entries(detail).flatMap(([name, value]): Line[] => {
    if (!isChange(value)) return value === null || said(value) === '{}' ? [] : [{ name, text: said(value) }]
    return inside(value) ?? [{ name, text: change(value) }]
  })
}
