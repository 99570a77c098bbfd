/** The client: one method of HTTP each, typed by the address, and lists as async iterators. */
import { randomUUID } from 'node:crypto'
import { send } from './send.ts'
import type { SendOptions } from './send.ts'
import type { Arguments, DataOf, Input, ItemOf, ListPath, Method, OperationOf, PathOf } from './types.ts'

export interface ClientOptions extends Partial<SendOptions> {
  /** The server, as `https://partners.example.com`. */
  readonly baseUrl: string
  readonly publicKey: string
  readonly secretKey: string
  /** For `/conversion/xid`, which takes it instead of the key pair. */
  readonly trackingToken?: string
}

type Call<M extends Method> = <P extends PathOf<M>>(
  path: P,
  ...input: Arguments<Input<OperationOf<M, P>>>
) => Promise<DataOf<OperationOf<M, P>>>

export interface Client {
  readonly get: Call<'get'>
  /** Carries an Idempotency-Key of its own unless one is given, so that it is done once though it be sent again. */
  readonly post: Call<'post'>
  readonly patch: Call<'patch'>
  readonly put: Call<'put'>
  readonly delete: Call<'delete'>
  /** Every row of a list, page by page as they are asked for. */
  list<P extends ListPath>(
    path: P,
    ...input: Arguments<Input<OperationOf<'get', P>>>
  ): AsyncGenerator<ItemOf<OperationOf<'get', P>>, void, undefined>
}

/** Where the tracking token opens, and nothing else does. */
const TRACKING: ReadonlySet<string> = new Set<PathOf<'post'>>(['/conversion/xid'])

/** What any call may bring, whatever its types promise. */
interface Given {
  readonly path?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number | boolean | null | undefined>>
  readonly body?: unknown
  readonly signal?: AbortSignal
  readonly idempotencyKey?: string
}
interface Page {
  readonly items: readonly { readonly key: string }[]
  readonly has_more: boolean
}

const DEFAULTS: SendOptions = { fetch: globalThis.fetch, retries: 3, timeout: 30_000, pause: 500 }

const filled = (path: string, values: Given['path'] = {}): string =>
  path.replace(/\{(\w+)\}/g, (_hole, name: string) => encodeURIComponent(String(values[name] ?? '')))

/** Without the envelope: `rdata` under /v1, `data` elsewhere. A file has none. */
function dataOf(answer: unknown): unknown {
  if (typeof answer === 'string') return answer
  const envelope = answer as { readonly rdata?: unknown; readonly data?: unknown } | undefined
  return envelope?.rdata ?? envelope?.data
}

export function createClient({ baseUrl, publicKey, secretKey, trackingToken, ...options }: ClientOptions): Client {
  const origin = baseUrl.replace(/\/+$/, '')
  const pair = `Basic ${Buffer.from(`${publicKey}:${secretKey}`).toString('base64')}`
  const authorizationFor = (path: string): string => {
    if (!TRACKING.has(path)) return pair
    if (trackingToken === undefined) {
      throw new TypeError(`${path} takes a tracking token: give createClient() the trackingToken of your key pair.`)
    }
    return `Bearer ${trackingToken}`
  }

  const call = async (method: Method, path: string, given: Given = {}): Promise<unknown> => {
    const url = new URL(origin + filled(path, given.path))
    for (const [name, value] of Object.entries(given.query ?? {})) {
      if (value !== undefined && value !== null) url.searchParams.set(name, String(value))
    }
    const isFile = typeof given.body === 'string'
    const headers = {
      authorization: authorizationFor(path),
      accept: 'application/json, text/csv, application/x-ndjson',
      ...(given.body !== undefined && { 'content-type': isFile ? 'text/csv' : 'application/json' }),
      ...(method === 'post' && { 'idempotency-key': given.idempotencyKey ?? randomUUID() }),
    }
    const body = isFile ? given.body : given.body === undefined ? null : JSON.stringify(given.body)
    const request = { method: method.toUpperCase(), url: url.href, headers, body, signal: given.signal }
    return dataOf(await send(request, { ...DEFAULTS, ...options }))
  }

  async function* list(path: string, given: Given = {}): AsyncGenerator<unknown, void, undefined> {
    let after: string | undefined
    do {
      const query = { limit: 250, ...given.query, ...(after !== undefined && { starting_after: after }) }
      const page = (await call('get', path, { ...given, query })) as Page
      yield* page.items
      after = page.has_more ? page.items.at(-1)?.key : undefined
    } while (after !== undefined)
  }

  const of = (method: Method) => (path: string, given?: Given) => call(method, path, given)
  const methods = { get: of('get'), post: of('post'), patch: of('patch'), put: of('put'), delete: of('delete'), list }
  return methods as unknown as Client
}
