import { describe, expect, it } from 'vitest'
import { notificationOf, text } from '../../src/providers/recurly/xml.ts'
import { bodyOf, readBody } from './read-sample.ts'

const open = (xml: string | Buffer) => notificationOf(Buffer.from(xml as string))
const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code })
const textIn = (inner: string): unknown => {
  const { content } = open(`<a>${inner}</a>`)
  const { data, error } = text.safeParse((content as Record<string, unknown>)['b'])
  return error ? 'refused' : data
}

describe("the text of Recurly's elements", () => {
  it.each([
    ['plain text', '<b>x</b>', 'x'],
    ['digits, which stay as they are', '<b>00123</b>', '00123'],
    ['what looks like a number', '<b>1e5</b>', '1e5'],
    ['what looks like a truth', '<b>true</b>', 'true'],
    ['an integer', '<b type="integer">7</b>', '7'],
    ['space around it', '<b>\r\n  x  \r\n</b>', 'x'],
    ['nothing', '<b></b>', null],
    ['no element', '', null],
    ['a closed element', '<b/>', null],
    ['nil', '<b nil="true"></b>', null],
    ['nil that still has text', '<b nil="true">verena</b>', null],
    ['nil in another spelling', '<b nil="nil"></b>', null],
    ['nil that is a closed element', '<b nil="true"/>', null],
    ['not nil', '<b nil="false">x</b>', 'x'],
    ['the five names', '<b>&lt;&amp;&gt;&quot;&apos;</b>', `<&>"'`],
    ['an entity of an entity, decoded once', '<b>&amp;lt;</b>', '&lt;'],
    ['a character by its number', '<b>Andr&#233; &#xE9;</b>', 'André é'],
    ['a number that is no character', '<b>&#9999999;</b>', '&#9999999;'],
    ['half a character, which no database keeps', '<b>a&#xD800;b</b>', 'a\ufffdb'],
    ['a name of no entity', '<b>&eacute;</b>', '&eacute;'],
    ['text that is not to be decoded', '<b><![CDATA[a&amp;b]]></b>', 'a&amp;b'],
    ['two elements of one name', '<b>1</b><b>2</b>', 'refused'],
    ['elements instead of text', '<b><c>1</c></b>', 'refused'],
  ])('is right for %s', (_name, inner, expected) => {
    expect(textIn(inner)).toBe(expected)
  })
})

describe("Recurly's XML", () => {
  it.each([
    ['a declaration', '<?xml version="1.0" encoding="UTF-8"?><a/>'],
    ['space and line ends of Windows before it', ' \r\n\t<?xml version="1.0" encoding="UTF-8"?>\r\n<a/>\r\n'],
    ['a mark of its byte order', '\ufeff<a/>'],
    ['a comment', '<!-- hello --><a/>'],
  ])('may begin with %s', (_name, xml) => {
    expect(open(xml)).toEqual({ root: 'a', content: '' })
  })

  it.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['a document type in small letters', '<!doctype a [<!ENTITY x "y">]><a>&x;</a>'],
    ['an entity of its own', '<a><!ENTITY x SYSTEM "file:///etc/passwd"></a>'],
    ['entities of entities', '<!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><a>&y;</a>'],
    ['two roots', '<a/><b/>'],
    ['two roots of one name', '<a/><a/>'],
    ['an element that is not closed', '<a><b></a>'],
    ['text behind the root', '<a></a>x'],
    ['no element at all', 'x'],
    ['nothing', ''],
    ['elements a hundred deep', `${'<a>'.repeat(200)}${'</a>'.repeat(200)}`],
    ['a name that every object has', '<a><__proto__>1</__proto__></a>'],
    ['bytes that are no text', Buffer.from([0x3c, 0x61, 0xff, 0x2f, 0x3e])],
    ['another encoding', Buffer.from('<a/>', 'utf16le')],
  ])('is refused with %s', (_name, xml) => {
    expect(() => open(xml)).toThrow(refusal('BAD_REQUEST'))
  })

  it('is refused beyond 256 KiB, before anything is read of it', () => {
    const around = '<a></a>'.length
    expect(open(`<a>${'x'.repeat(256 * 1024 - around)}</a>`).root).toBe('a')
    expect(() => open(`<a>${'x'.repeat(256 * 1024 - around + 1)}</a>`)).toThrow(refusal('PAYLOAD_TOO_LARGE'))
  })

  it('is read in no time, however many entities are in it', () => {
    const start = performance.now()
    expect(() => open(`<a>${'&#65;'.repeat(50_000)}</a>`)).not.toThrow()
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  it.each(['account', 'transaction', 'account_code', 'id', 'amount_in_cents'])(
    'says which of two is meant to nobody: %s may stand once',
    (name) => {
      const body = bodyOf('recurly', 'successful_payment_notification')
      const twice = body.replace(new RegExp(`( *<${name}[ >][\\s\\S]*?</${name}>)`), '$1\n$1')
      expect(twice).not.toBe(body)
      const { facts, verdict } = readBody('recurly', twice)
      expect([facts, verdict?.state]).toEqual([[], 'ignored'])
      expect(verdict?.reason).toContain(name)
    },
  )
})
