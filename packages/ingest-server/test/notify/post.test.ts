/** One attempt over the wire, against endpoints that do all they can. */
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPost } from '../../src/notify/post.ts'
import type { Attempt, Post } from '../../src/notify/post.ts'
import type { Lookup, TargetRules } from '../../src/notify/target.ts'

const open: TargetRules = { privateTargets: true }

async function listen(
  listener: RequestListener,
): Promise<{ readonly url: string; readonly port: number; readonly server: Server }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/hook`, port, server }
}
function posting(rules: TargetRules, patience?: number): (target: string) => Promise<Attempt> {
  const post: Post = createPost(rules, patience)
  onTestFinished(() => post.close())
  const never = new AbortController().signal
  return (target) => post({ target, headers: { 'content-type': 'application/json' }, body: '{"a":1}', signal: never })
}
/** A name that leads to these addresses, one list for each time it is asked for. */
const leading = (...answers: (readonly string[])[]): Lookup & { asked: number } => {
  const lookup = async (): Promise<{ address: string; family: number }[]> => {
    const found = answers[Math.min(lookup.asked++, answers.length - 1)] ?? []
    return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  }
  lookup.asked = 0
  return lookup
}

describe('an attempt', () => {
  it('posts the body, and gives the status of the answer', async () => {
    let got: unknown = null
    const { url } = await listen(async (req, res) => {
      const chunks: Buffer[] = []
      for await (const chunk of req) chunks.push(chunk as Buffer)
      got = [req.method, req.url, req.headers['content-length'], Buffer.concat(chunks).toString()]
      res.writeHead(202).end('thanks')
    })
    expect(await posting(open)(`${url}?a=b`)).toEqual({ status: 202 })
    expect(got).toEqual(['POST', '/hook?a=b', '7', '{"a":1}'])
  })

  it('keeps its connection for the next one', async () => {
    const ports = new Set<number | undefined>()
    const { url } = await listen((req, res) => {
      ports.add(req.socket.remotePort)
      res.end('ok')
    })
    const post = posting(open)
    for (let n = 0; n < 5; n++) await post(url)
    expect(ports.size).toBe(1)
  })

  it('follows no redirect', async () => {
    let followed = false
    const { url } = await listen((req, res) => {
      if (req.url === '/inside') followed = true
      res.writeHead(302, { location: '/inside' }).end()
    })
    expect(await posting(open)(url)).toEqual({ status: 302 })
    expect(followed).toBe(false)
  })

  it('does not read an answer that has no end', async () => {
    let sent = 0
    const { url } = await listen((_req, res) => {
      res.writeHead(200)
      const more = (): void => {
        if (res.destroyed) return
        sent += 65_536
        if (res.write(Buffer.alloc(65_536))) setImmediate(more)
        else res.once('drain', more)
      }
      more()
    })
    expect(await posting(open, 5_000)(url)).toEqual({ status: 200 })
    expect(sent).toBeLessThan(16 * 1024 * 1024)
  })

  it.each<[string, RequestListener, Attempt]>([
    ['that never answers', () => undefined, { problem: 'no answer within 0.2 s' }],
    ['that never ends its answer', (_req, res) => void res.writeHead(200).write('{'), { status: 200 }],
    [
      'that drips its answer',
      (_req, res) => {
        res.writeHead(201)
        const drip = setInterval(() => res.write('.'), 20)
        res.on('close', () => clearInterval(drip))
      },
      { status: 201 },
    ],
    ['that hangs up', (req) => req.socket.destroy(), { problem: 'no answer (ECONNRESET)' }],
    [
      'that does not speak HTTP',
      (req) => req.socket.end('nonsense\r\n\r\n'),
      { problem: 'no answer (HPE_INVALID_CONSTANT)' },
    ],
  ])('is over in time with an endpoint %s', async (_what, listener, expected) => {
    const { url } = await listen(listener)
    const begun = performance.now()
    expect(await posting(open, 200)(url)).toEqual(expected)
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  it('says in words why nothing was reached, and nothing of the address', async () => {
    const { url, server } = await listen((_req, res) => void res.end())
    await new Promise((resolve) => server.close(resolve))
    expect(await posting(open)(`${url}?token=secret`)).toEqual({ problem: 'no answer (ECONNREFUSED)' })
    const nobody: Lookup = () => Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }))
    const unknown = await posting({ privateTargets: false, lookup: nobody })('https://nobody.test/?token=secret')
    expect(unknown).toEqual({ problem: 'no answer (ENOTFOUND)' })
  })

  it('does not trust plain text where https was asked for', async () => {
    const { port } = await listen((_req, res) => void res.end('ok'))
    expect(await posting(open)(`https://127.0.0.1:${port}/`)).toEqual({
      problem: expect.stringMatching(/^no answer \(/) as string,
    })
  })

  it('is made again at once where a kept connection had just been closed', async () => {
    // The first connection takes one request and closes at the second, as a server does whose patience is over.
    let connections = 0
    const tcp = createTcpServer((socket) => {
      connections++
      let requests = 0
      socket.on('error', () => undefined)
      socket.on('data', () => {
        if (connections === 1 && ++requests > 1) socket.resetAndDestroy()
        else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n')
      })
    })
    await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void tcp.close())
    const post = posting(open)
    const url = `http://127.0.0.1:${(tcp.address() as AddressInfo).port}/`
    expect([await post(url), await post(url)]).toEqual([{ status: 200 }, { status: 200 }])
    expect(connections).toBe(2)
  })

  it('can be given up', async () => {
    const { url } = await listen(() => undefined)
    const post = createPost(open)
    onTestFinished(() => post.close())
    const given = new AbortController()
    const made = post({ target: url, headers: {}, body: '{}', signal: given.signal })
    setTimeout(() => given.abort(), 20)
    expect(await made).toEqual({ problem: 'no answer (ABORT_ERR)' })
  })
})

describe('a connection inwards', () => {
  const PRIVATE = { problem: 'refused: the address is not of the public internet' }

  it.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', 'localhost'])('to %s is never made', async (host) => {
    let reached = false
    const { port } = await listen((_req, res) => {
      reached = true
      res.end()
    })
    expect(await posting({ privateTargets: false })(`http://${host}:${port}/`)).toEqual(PRIVATE)
    expect(reached).toBe(false)
  })

  it.each([
    ['leads inwards', [['127.0.0.1']]],
    ['leads both ways', [['8.8.8.8', '127.0.0.1']]],
    ['leads to a mapped address', [['::ffff:127.0.0.1']]],
    ['was public when it was looked at, and leads inwards now', [['127.0.0.1'], ['8.8.8.8']]],
  ])('is never made by a name that %s', async (_what, answers) => {
    let reached = false
    const { port } = await listen((_req, res) => {
      reached = true
      res.end()
    })
    const lookup = leading(...answers)
    expect(await posting({ privateTargets: false, lookup })(`http://rebound.test:${port}/`)).toEqual(PRIVATE)
    expect([reached, lookup.asked]).toEqual([false, 1])
  })

  it('asks for the name once and connects to what it was given: nothing can change in between', async () => {
    const { port } = await listen((_req, res) => void res.end())
    // Were the name asked again for connecting, it would lead elsewhere.
    const lookup = leading(['127.0.0.1'], ['127.0.0.2'])
    expect(await posting({ privateTargets: true, lookup })(`http://vendor.test:${port}/`)).toEqual({ status: 200 })
    expect(lookup.asked).toBe(1)
  })
})
