/** Text made safe for HTML, and elements around it. */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** Markup that is safe already: only `text` and `element` make it. */
export interface Html {
  readonly html: string
}

export const text = (value: string): Html => ({ html: escaped(value) })

export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Html | string)[]
): Html => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`)
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : child.html))
  return { html: `<${name}${written.join('')}>${inner.join('')}</${name}>` }
}
