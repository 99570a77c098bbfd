/** The port: how long whoever connects may take over what, and how the server lets go of them at its end. */
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Express } from 'express'
import type { Listening } from './commands/machine.ts'
import { configError } from './config.ts'

/** All in ms. Bodies of ordinary requests have a shorter time of their own: `http/body.ts`. */
export interface Timeouts {
  /** From the connection, or the request's first byte, to the end of its headers. */
  readonly headers: number
  /** To the end of its body: long enough for a large file to come in over a slow line. */
  readonly request: number
  /** Without a byte in either direction. */
  readonly silence: number
  /** Between two requests: longer than the 60 s for which proxies keep connections, or they would send into a closing one. */
  readonly keptAlive: number
  /** How often the first two are looked at. */
  readonly check: number
}

export const TIMEOUTS: Timeouts = {
  headers: 15_000,
  request: 30 * 60_000,
  silence: 120_000,
  keptAlive: 65_000,
  check: 1_000,
}

/** What Node's parser found, and what it means to who sent it. */
const UNREADABLE: Readonly<Record<string, readonly [status: number, reason: string, message: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request took too long to come in.'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'The headers are too large.'],
}
const BAD: (typeof UNREADABLE)[string] = [400, 'Bad Request', 'This is no HTTP request that could be read.']

type Answering = Socket & { readonly _httpMessage?: { readonly _headerSent?: boolean } | null }

/** In the envelope of every answer, as far as anybody still listens. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Answering): void {
  const isAnswering = socket._httpMessage?._headerSent === true
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) return void socket.destroy()
  const [status, reason, message] = UNREADABLE[error.code ?? ''] ?? BAD
  const body = JSON.stringify({ status, error: message, message })
  const headers = ['Content-Type: application/json; charset=utf-8', `Content-Length: ${Buffer.byteLength(body)}`]
  socket.end([`HTTP/1.1 ${status} ${reason}`, ...headers, 'Connection: close', '', body].join('\r\n'))
}

/** Lets requests under way finish, for `patience` ms; how many were cut after that. */
function closer(server: Server): Listening['close'] {
  const underWay = new Set<ServerResponse>()
  const sockets = new Set<Socket>()
  let isClosing = false
  /** Whoever keeps asking over a kept connection is answered once more, and told that it ends. */
  const last = (res: ServerResponse): void => void (res.headersSent || res.setHeader('Connection', 'close'))
  server.prependListener('request', (_req, res) => {
    underWay.add(res)
    res.once('close', () => underWay.delete(res))
    if (isClosing) last(res)
  })
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return (patience) => {
    isClosing = true
    underWay.forEach(last)
    let cut = 0
    const idle = setInterval(() => {
      server.closeIdleConnections()
      // To Node a connection over which nothing was ever said is not idle, and a server that closes looks at no times any more.
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy()
    }, 50)
    const late = setTimeout(() => {
      cut = underWay.size
      server.closeAllConnections()
    }, patience)
    return new Promise((resolve, reject) => {
      server.close((error) => {
        clearInterval(idle)
        clearTimeout(late)
        if (error) reject(error)
        else resolve(cut)
      })
    })
  }
}

/** Resolves once the port is taken. */
export function listen(app: Express, host: string, port: number, timeouts = TIMEOUTS): Promise<Listening> {
  const { headers, request, silence, keptAlive, check } = timeouts
  const limits = { headersTimeout: headers, requestTimeout: request, keepAliveTimeout: keptAlive }
  const server = createServer({ ...limits, connectionsCheckingInterval: check }, app)
  server.timeout = silence
  server.on('clientError', answerUnreadable)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const told: Record<string, string> = {
        EADDRINUSE: `${port} is in use on ${host}. Stop what listens there, or choose another port.`,
        EACCES: `${port} may not be used by this user. Choose a port above 1023.`,
      }
      const problem = told[error.code ?? '']
      reject(problem ? configError('PORT', problem) : error)
    })
    server.listen(port, host, () => resolve({ port: (server.address() as AddressInfo).port, close: closer(server) }))
  })
}
