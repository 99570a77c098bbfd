/** Bodies of each format in which some field, somewhere, holds something else: what a platform's file must live with. */
import fc from 'fast-check'

type Json = ReturnType<typeof JSON.parse>

/** Values that have broken programs before. */
export const anything = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom(
      ...[null, '', [], {}, -1, 0.5, 1e30, 2 ** 53, '5000', true, '__proto__', 'a\0b', '\ud800', 'x'.repeat(600)],
    ),
    fc.jsonValue(),
  )

const place = fc.array(fc.nat(), { minLength: 1, maxLength: 6 })

/** One of these JSON bodies, spoilt. */
export const spoiltJson = (bodies: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...bodies), place, anything()).map(([body, path, value]) => {
    const copy: Json = JSON.parse(body)
    let inside = copy
    for (const [depth, step] of path.entries()) {
      const keys = Object.keys(inside)
      const key = keys[step % keys.length]
      if (key === undefined) break
      const inner = inside[key]
      if (depth === path.length - 1 || typeof inner !== 'object' || inner === null) {
        inside[key] = value
        break
      }
      inside = inner
    }
    return JSON.stringify(copy)
  })

export const anyJson = (bodies: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    spoiltJson(bodies),
    fc.json(),
    anything().map((value) => JSON.stringify(value)),
  )

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1e5',
    '00123',
    '9'.repeat(40),
    'x'.repeat(600),
    '2026-99-99T99:99:99Z',
    'constructor',
  ),
)

const pair = fc.tuple(fc.constantFrom('event', 'id', 'payload[transaction][id]', '__proto__', 'payload[]', '[]'), text)

/** One of these forms with fields changed, dropped, repeated and in another order; or any form. */
export const anyForm = (bodies: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(...bodies), fc.array(fc.tuple(fc.nat(), text, fc.nat(3)), { maxLength: 4 }))
      .map(([body, changes]) => {
        let pairs = [...new URLSearchParams(body)]
        for (const [step, value, how] of changes) {
          const at = step % Math.max(1, pairs.length)
          const [name = 'event'] = pairs[at] ?? []
          if (how === 0) pairs = pairs.with(at, [name, value])
          if (how === 1) pairs = pairs.toSpliced(at, 1)
          if (how === 2) pairs = [...pairs, [name, value]]
          if (how === 3) pairs = [...pairs.slice(at), ...pairs.slice(0, at)]
          if (pairs.length === 0) pairs = [['event', value]]
        }
        return new URLSearchParams(pairs).toString()
      }),
    fc.array(pair).map((pairs) => `a=b&${new URLSearchParams(pairs).toString()}`),
  )

const escaped = (raw: string): string =>
  raw.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`).replace(/[\p{Cc}]/gu, ' ')

const LEAF = /^( *)<(\w+)([^>]*)>([^<]*)<\/\w+>$/

/** One of these notifications with elements changed, dropped, repeated, nested and marked as nil; or any element tree. */
export const anyXml = (bodies: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(...bodies), fc.array(fc.tuple(fc.nat(), text, fc.nat(5)), { maxLength: 4 }))
      .map(([body, changes]) => {
        let lines = body.split('\n')
        for (const [step, value, how] of changes) {
          const leaves = [...lines.keys()].filter((line) => LEAF.test(lines[line]!))
          const at = leaves[step % Math.max(1, leaves.length)]
          if (at === undefined) break
          const [line = '', indent, name, attributes, inner] = LEAF.exec(lines[at]!) ?? []
          const forms = [
            [`${indent}<${name}${attributes}>${escaped(value)}</${name}>`],
            [],
            [line, line],
            [`${indent}<${name}><${name}>${inner}</${name}></${name}>`],
            [`${indent}<${name} nil="true">${inner}</${name}>`],
            [`${indent}<${name}/>`],
          ]
          lines = lines.toSpliced(at, 1, ...forms[how]!)
        }
        return lines.join('\n')
      }),
    anyTree(bodies),
  )

function anyTree(bodies: readonly string[]): fc.Arbitrary<string> {
  const names = [...new Set(bodies.flatMap((body) => [...body.matchAll(/<([a-z]\w*)/g)].map(([, name]) => name!)))]
  const { element } = fc.letrec<{ element: string; inside: string }>((tie) => ({
    element: fc
      .tuple(
        fc.constantFrom(...names),
        fc.constantFrom('', ' nil="true"', ' nil="nil"', ' type="integer"'),
        tie('inside'),
      )
      .map(([name, attributes, inside]) => `<${name}${attributes}>${inside}</${name}>`),
    inside: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'xml' },
      text.map(escaped),
      fc.array(tie('element'), { maxLength: 6 }).map((each) => each.join('')),
    ),
  }))
  return element
}
