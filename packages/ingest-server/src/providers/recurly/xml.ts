/**
 * Recurly's XML, read as narrowly as it is written: one root, elements and text. Everything XML can do beyond that (document
 * types, entities of its own) has only ever served attacks, and is refused before anything is parsed.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { textOf } from '../fields.ts'

/** Recurly's own are about 2 KB. */
const MAX_BYTES = 256 * 1024

export interface Notification {
  /** What happened is the name of the root element. */
  readonly root: string
  readonly content: unknown
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
  // An account_code of 00123 is not the number 123.
  parseTagValue: false,
  parseAttributeValue: false,
  // Decoded below, where the five names and character numbers are all there is.
  processEntities: false,
})

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Throws `AppError` for bytes that are no notification of Recurly's at all. */
export function notificationOf(body: Buffer): Notification {
  if (body.length > MAX_BYTES) {
    throw new AppError(
      'PAYLOAD_TOO_LARGE',
      `A Recurly notification of ${body.length} bytes is not one: 256 KiB at most.`,
    )
  }
  try {
    const xml = utf8.decode(body).trim()
    if (/<!\s*(DOCTYPE|ENTITY)/i.test(xml)) throw new Error('it has a document type or an entity of its own')
    const problem = XMLValidator.validate(xml)
    if (problem !== true) throw new Error(problem.err.msg)
    const roots = Object.entries(parser.parse(xml) as Readonly<Record<string, unknown>>)
    const [only] = roots
    if (only === undefined || roots.length > 1 || Array.isArray(only[1])) throw new Error('it has not one root')
    return { root: only[0], content: only[1] }
  } catch (cause) {
    const why = cause instanceof Error ? `: ${cause.message.slice(0, 200)}` : ''
    throw new AppError('BAD_REQUEST', `The body could not be read as XML${why}`, { cause })
  }
}

const isElement = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null && !Array.isArray(node)

/** Recurly's samples mark what is not there as `nil="true"`, `nil="nil"`, or not at all, and may still have text in it. */
const isNil = (node: Readonly<Record<string, unknown>>): boolean =>
  node['@nil'] !== undefined && node['@nil'] !== 'false'

/** An element's text; null where it is absent, empty or nil. One that stands twice or has elements in it is an error. */
export const text = z
  .unknown()
  .optional()
  .transform((node, context) => {
    if (node === undefined || node === null || typeof node === 'string') return textOf(decoded(node ?? ''))
    const hasMore = !isElement(node) || Object.keys(node).some((name) => !/^[@#]/.test(name))
    if (hasMore || Array.isArray(node['#cdata'])) {
      context.addIssue({ code: 'custom', message: 'expected one element with text' })
      return z.NEVER
    }
    return isNil(node) ? null : textOf(decoded(node['#text'] ?? '') + String(node['#cdata'] ?? ''))
  })

const NAMES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** In one pass, so that `&amp;lt;` stays `&lt;`. What is no entity stays as it is. */
function decoded(raw: unknown): string {
  return String(raw).replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (all, dec, hex, name) => {
    if (name !== undefined) return NAMES.get(name) ?? all
    const point = dec === undefined ? parseInt(hex, 16) : Number(dec)
    return point <= 0x10ffff ? String.fromCodePoint(point) : all
  })
}
