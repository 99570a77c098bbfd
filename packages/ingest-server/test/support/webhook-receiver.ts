/** An endpoint that webhooks are sent to. It checks them by its own reading of Standard Webhooks, with the browser's cryptography. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { webcrypto } from 'node:crypto'

export interface Received {
  readonly id: string
  readonly event: string
  /** `webhook-timestamp`, in seconds. */
  readonly timestamp: number
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly text: string
  readonly body: Readonly<Record<string, unknown>>
  /** What it was answered; null where it was not. */
  readonly status: number | null
}

/** A status, or `hang` for no answer at all. */
export type Reply =
  number | 'hang' | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }

export interface Receiver {
  readonly url: string
  readonly got: Received[]
  /** Those it answered well, each id once. */
  ids(): Set<string>
  /** What it answers from now on; at first 204. */
  answer(reply: Reply | ((received: Omit<Received, 'status'>) => Reply | Promise<Reply>)): void
  /** The most requests that were open at once. */
  readonly most: number
  /** Lets go of everything that hangs. */
  close(): Promise<void>
}

const decoded = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))

/**
 * Whether a delivery is what the owner of `secret` was sent, as the specification says: HMAC-SHA256 over `id.timestamp.body`,
 * keyed with what `whsec_` stands before, is one of the `v1` signatures.
 */
export async function isSigned(
  { headers, text }: Pick<Received, 'headers' | 'text'>,
  secret: string,
): Promise<boolean> {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => String(headers[`webhook-${name}`]))
  if (!/^\d{10}$/.test(timestamp ?? '') || !id || !secret.startsWith('whsec_')) return false
  const key = decoded(secret.slice('whsec_'.length))
  if (key.length < 24 || key.length > 64) return false
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = await webcrypto.subtle.importKey('raw', key, algorithm, false, ['verify'])
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${text}`)
  const checks = (signatures ?? '')
    .split(' ')
    .map((one) => one.split(','))
    .filter(([version]) => version === 'v1')
    .map(([, value = '']) => webcrypto.subtle.verify(algorithm, imported, decoded(value), signed))
  return (await Promise.all(checks)).includes(true)
}

async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

export async function startReceiver(): Promise<Receiver> {
  const got: Received[] = []
  let reply: Parameters<Receiver['answer']>[0] = 204
  let [open, most] = [0, 0]
  const server = createServer((req, res) => {
    most = Math.max(most, ++open)
    res.on('close', () => open--)
    const work = async (): Promise<void> => {
      const text = await textOf(req)
      const body = JSON.parse(text) as Received['body']
      const received = {
        ...{ id: String(req.headers['webhook-id']), event: String(body['event']), path: req.url ?? '', text, body },
        ...{ timestamp: Number(req.headers['webhook-timestamp']), headers: req.headers },
      }
      const made = typeof reply === 'function' ? await reply(received) : reply
      got.push({ ...received, status: made === 'hang' ? null : typeof made === 'number' ? made : made.status })
      if (made === 'hang') return
      const answer = typeof made === 'number' ? { status: made } : made
      res.writeHead(answer.status, answer.headers)
      res.end(answer.body)
    }
    work().catch(() => res.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    got,
    ids: () => new Set(got.filter(({ status }) => status !== null && status < 300).map(({ id }) => id)),
    answer: (next) => void (reply = next),
    get most() {
      return most
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
