import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from '../support/http.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ scriptPath: '/js/partners.js' })
})
afterAll(() => server.close())

describe('the script', () => {
  it.each(['/v1', '/v1/', '/pr/js', '/growsumo.min.js', '/js/partners.js', '/v1/?cache=1'])(
    'is at %s, kept for a day',
    async (path) => {
      const { status, text, headers } = await server.ask(path)
      expect(status).toBe(200)
      expect(text).toBe('/* the script */')
      expect(headers['content-type']).toBe('text/javascript; charset=utf-8')
      expect(headers['cache-control']).toBe('public, max-age=86400')
      expect(headers['content-length']).toBe('16')
      expect(headers['access-control-allow-origin']).toBe('*')
      expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
    },
  )

  it.each(['/v1?more', '/v1/?more', '/pr/js?more', '/growsumo.min.js?more=1', '/js/partners.js?x=1&more'])(
    'has more at %s, kept as long under an ETag of its own',
    async (path) => {
      const { status, text, headers } = await server.ask(path)
      expect([status, text]).toEqual([200, '/* with more */'])
      expect(headers['cache-control']).toBe('public, max-age=86400')
      const again = await server.ask(path, { headers: { 'if-none-match': headers.etag ?? '' } })
      expect(again.status).toBe(304)
      expect((await server.ask('/v1/')).headers.etag).not.toBe(headers.etag)
    },
  )

  it('is not sent again to who has it', async () => {
    const { headers } = await server.ask('/v1/')
    expect(headers.etag).toMatch(/^"[\w-]{22}"$/)
    const again = await server.ask('/v1/', { headers: { 'if-none-match': headers.etag ?? '' } })
    expect([again.status, again.text]).toEqual([304, ''])
    const other = await server.ask('/v1/', { headers: { 'if-none-match': '"other"' } })
    expect(other.status).toBe(200)
  })

  it('has another ETag once it is another script', async () => {
    const next = await startServer({ script: Buffer.from('/* the next script */') })
    expect((await next.ask('/v1/')).headers.etag).not.toBe((await server.ask('/v1/')).headers.etag)
    await next.close()
  })

  it('answers HEAD without the bytes', async () => {
    const { status, text, headers } = await server.ask('/growsumo.min.js', { method: 'HEAD' })
    expect([status, text, headers['content-length']]).toEqual([200, '', '16'])
  })

  it.each(['POST', 'DELETE'])('does not take %s', async (method) => {
    const { status, headers } = await server.ask('/v1/', { method })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})
