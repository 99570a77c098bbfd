/** The reference as one page, made of the OpenAPI document: no script, nothing from elsewhere. */
import type { JsonSchema } from '../api/json-schema.ts'
import type { DocumentedOperation, OpenApi } from '../api/openapi.ts'
import { element, escaped, type Html } from './html.ts'
import { schemaTable, typeOf } from './schema.ts'
import { STYLE } from './style.ts'

const json = (value: unknown): Html => element('pre', {}, element('code', {}, JSON.stringify(value, null, 2)))
const anchor = (word: string): string => word.toLowerCase().replace(/\W+/g, '-')

const WHO: Readonly<Record<string, string>> = {
  keyPair: 'key pair (Basic)',
  partnerToken: "partner's token (Bearer)",
  trackingToken: 'tracking token (Bearer)',
}

function parameters({ parameters: list }: DocumentedOperation): Html[] {
  if (list.length === 0) return []
  const rows = list.map(({ name, in: where, required, schema, description = '' }) =>
    element(
      'tr',
      {},
      element('td', {}, element('code', {}, name), required ? ' *' : ''),
      element('td', { class: 'word' }, where),
      element('td', {}, typeOf(schema)),
      element('td', {}, description),
    ),
  )
  return [element('h3', {}, 'Parameters'), element('table', {}, element('tbody', {}, ...rows))]
}

/** Files, of which there is nothing to tell but their kind. */
const mediaOf = (content: Readonly<Record<string, unknown>>): Html =>
  element('p', {}, ...Object.keys(content).map((type, n) => element('span', {}, n > 0 ? ' or ' : '', type)))

function bodyOf({ requestBody }: DocumentedOperation): Html[] {
  if (!requestBody) return []
  const { 'application/json': content, ...files } = requestBody.content
  const shown = content ? [schemaTable(content.schema), json(content.example)] : [mediaOf(files)]
  return [element('h3', {}, 'Body'), ...shown]
}

function answers({ responses }: DocumentedOperation): Html[] {
  const { '200': success, ...refused } = responses
  const content = success?.content?.['application/json']
  const shown = content ? [element('p', {}, typeOf(dataOf(content.schema))), json(content.example)] : []
  const rows = Object.entries(refused).map(([status, { description }]) =>
    element('tr', {}, element('td', {}, status), element('td', {}, description)),
  )
  return [
    element('h3', {}, 'Answer'),
    ...(content ? shown : [element('p', {}, success?.description ?? '')]),
    ...(success?.content && !content ? [mediaOf(success.content)] : []),
    element('h3', {}, 'Refusals'),
    element('table', {}, element('tbody', {}, ...rows)),
  ]
}

/** What is answered; of a list, its items. */
function dataOf({ properties = {} }: JsonSchema): JsonSchema {
  const data = properties['data'] ?? properties['rdata'] ?? {}
  return data.properties?.['has_more'] ? (data.properties['items'] ?? data) : data
}

function operationHtml(path: string, method: string, operation: DocumentedOperation): Html {
  const who = operation.security.flatMap((one) => Object.keys(one)).map((name) => WHO[name] ?? name)
  return element(
    'details',
    { id: operation.operationId },
    element(
      'summary',
      {},
      element('span', { class: 'method' }, method.toUpperCase()),
      element('code', {}, path),
      element('span', { class: 'says' }, operation.summary),
    ),
    element(
      'div',
      {},
      element('p', {}, `Called with: ${who.join(' or ') || 'nothing but a public key'}.`),
      ...parameters(operation),
      ...bodyOf(operation),
      ...answers(operation),
    ),
  )
}

export function docsPage({ info, tags, paths, components }: OpenApi): string {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const sections = tags.map(({ name }) =>
    element(
      'section',
      {},
      element('h2', { id: anchor(name) }, name),
      ...all
        .filter(({ operation }) => operation.tags.includes(name))
        .map(({ path, method, operation }) => operationHtml(path, method, operation)),
    ),
  )
  const objects = Object.entries(components.schemas).map(([name, schema]) =>
    element(
      'details',
      { id: `object-${name}` },
      element('summary', {}, element('code', {}, name)),
      element('div', {}, schemaTable(schema)),
    ),
  )
  const nav = element('nav', {}, ...tags.map(({ name }) => element('a', { href: `#${anchor(name)}` }, name)))
  const body = [
    element(
      'header',
      {},
      element('h1', {}, info.title),
      element('p', {}, info.description),
      element('p', {}, element('a', { href: '/openapi.json' }, 'OpenAPI 3.1'), ' · * is required'),
      nav,
    ),
    element('main', {}, ...sections, element('section', {}, element('h2', { id: 'objects' }, 'Objects'), ...objects)),
  ]
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(info.title)}</title><style>${STYLE}</style></head><body>${body.map(({ html }) => html).join('')}</body></html>
`
}
