/** The dashboard as its pages use it: a browser with one cookie, at the address that PUBLIC_URL names. */
import { hashPassword } from '../../src/admin-password.ts'
import type { Mode } from '../../src/facts.ts'
import type { Answer, TestServer } from './http.ts'

export const PASSWORD = 'correct horse battery staple'
/** Where the tests' server says that it is. */
export const ORIGIN = 'http://127.0.0.1'
const CHEAP = { N: 16, r: 8, p: 1 }

interface AdminAnswer extends Answer {
  readonly data: Record<string, unknown>
}

export interface Admin {
  readonly cookie: string
  readonly csrf: string
  /** A call of `/admin/api<path>` as a page makes it. */
  call(method: string, path: string, json?: unknown, headers?: Record<string, string>): Promise<AdminAnswer>
  /** Of a mode: `get('test', '/customers')`. */
  get(mode: Mode, path: string): Promise<AdminAnswer>
  post(mode: Mode, path: string, json?: unknown): Promise<AdminAnswer>
}

export const setTestPassword = async ({ books, now }: TestServer, password = PASSWORD): Promise<void> =>
  books.putAdmin({ name: 'admin', hash: await hashPassword(password, CHEAP), updatedAt: now() }, null)

export const tryLogin = (server: TestServer, password: string, headers: Record<string, string> = {}): Promise<Answer> =>
  server.ask('/admin/api/session', { method: 'POST', json: { password }, headers: { origin: ORIGIN, ...headers } })

export const cookieOf = ({ headers }: Answer): string => String(headers['set-cookie']?.[0]?.split(';')[0])

export async function logIn(server: TestServer): Promise<Admin> {
  if (!(await server.books.admin())) await setTestPassword(server)
  const answer = await tryLogin(server, PASSWORD)
  const cookie = cookieOf(answer)
  const csrf = String((answer.body['data'] as Record<string, unknown>)['csrf_token'])
  const call: Admin['call'] = async (method, path, json, headers = {}) => {
    const change = method === 'GET' ? {} : { origin: ORIGIN, 'x-csrf-token': csrf }
    const sent = { cookie, ...change, ...headers }
    const made = await server.ask(`/admin/api${path}`, { method, headers: sent, ...(json !== undefined && { json }) })
    return { ...made, data: (made.body['data'] ?? {}) as Record<string, unknown> }
  }
  return {
    cookie,
    csrf,
    call,
    get: (mode, path) => call('GET', `/${mode}${path}`),
    post: (mode, path, json = {}) => call('POST', `/${mode}${path}`, json),
  }
}
