/** A site and a script's host, on names of this machine, for what only a browser can show of the script. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

const built = (name: string): string =>
  readFileSync(new URL(`../packages/partnerstack-js/dist/${name}`, import.meta.url), 'utf8')

export const PUBLIC_KEY = 'pk_abcdefghijklmnopqrstuvwxyz012345'

/** A referral's query. */
export const link = (partnerKey: string, xid: string): string =>
  `?gspk=${Buffer.from(partnerKey).toString('base64url')}&gsxid=${xid}`

export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** A sign-up's fields; empty where there was no body. */
  readonly body: Record<string, unknown>
}

export interface Site {
  /** `http://<host>:<port>`, for any host under `localhost`. */
  at(host: string): string
  /** The HTML of each path, on every host. */
  readonly pages: Map<string, string>
  /** Headers of every page. */
  pageHeaders: Record<string, string>
  /** How the script's host behaves: it may hold its answer until it is `ok` again. */
  scripts: 'ok' | 'down' | 'html' | 'held'
  endpoint: 'ok' | 'down'
  /** What came to the endpoint, preflights too. */
  readonly asked: Asked[]
  /** Sign-ups alone. */
  signups(): Record<string, unknown>[]
  close(): Promise<void>
}

async function read(req: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of req) text += String(chunk)
  return text
}

export async function startSite(): Promise<Site> {
  const scriptAnswer = (site: Site, path: string, res: ServerResponse): void => {
    if (site.scripts === 'held') return void setTimeout(() => scriptAnswer(site, path, res), 50)
    if (site.scripts === 'down') return void res.destroy()
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' }
    if (site.scripts === 'html') return void res.writeHead(200, { ...headers, 'content-type': 'text/html' }).end('<p>')
    const name = path.includes('more') ? 'partnerstack.more.min.js' : 'partnerstack.min.js'
    res.writeHead(200, { ...headers, 'content-type': 'text/javascript' }).end(built(name))
  }

  const endpointAnswer = async (site: Site, path: string, req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const text = await read(req)
    if (site.endpoint === 'down') return void res.destroy()
    const body = text ? (JSON.parse(text) as Record<string, unknown>) : {}
    site.asked.push({ method: req.method ?? '', path, headers: req.headers, body })
    const cors = path.endsWith('remember')
      ? { 'access-control-allow-origin': req.headers.origin ?? '', 'access-control-allow-credentials': 'true' }
      : { 'access-control-allow-origin': '*' }
    res.writeHead(200, { ...cors, 'content-type': 'application/json' })
    res.end(JSON.stringify({ status: 200, message: 'Signup received', rdata: {} }))
  }

  const server = createServer((req, res) => {
    const path = req.url ?? '/'
    const pathname = path.split('?')[0]!
    if (pathname === '/v1/') return scriptAnswer(site, path, res)
    if (pathname.startsWith('/v1/')) return void endpointAnswer(site, path, req, res)
    const html = site.pages.get(pathname)
    res.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', ...site.pageHeaders })
    res.end(html === undefined ? '' : `<!doctype html><title>${pathname}</title><body>${html}</body>`)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo

  const site: Site = {
    at: (host) => `http://${host}:${port}`,
    pages: new Map(),
    pageHeaders: {},
    scripts: 'ok',
    endpoint: 'ok',
    asked: [],
    signups: () =>
      site.asked.filter(({ path, method }) => path === '/v1/signups' && method === 'POST').map((a) => a.body),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
  return site
}
