/** Visitors and platforms that are made up, over HTTP and this server's own front door: what works here works for real ones. */
import type { Request } from 'express'
import { AppError } from '../../errors.ts'
import { ensureWebhooks, standing } from '../../inbox/webhook-rows.ts'
import { samplers } from '../../samples/index.ts'
import { sampleValues, type SampleValues } from '../../samples/sample.ts'
import { newXid } from '../../secrets.ts'
import type { Call } from '../api/operation.ts'
import { webOf } from './guard.ts'

export interface Told {
  readonly status: number
  /** What the server said, in its own words. */
  readonly message: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** Made-up money and people have no place in production's books. */
export function mustBeTest({ mode }: Pick<Call, 'mode'>): void {
  if (mode === 'test') return
  throw new AppError('BAD_REQUEST', 'Simulations run in test mode. In production, follow a link and pay for real.')
}

/** Where the request at hand came in, which this process surely listens on. */
function here({ socket }: Request): string {
  const address = socket.localAddress ?? '127.0.0.1'
  return `http://${address.includes(':') ? `[${address}]` : address}:${socket.localPort}`
}

const PATIENCE_MS = 10_000

async function send(call: Call, path: string, init: RequestInit): Promise<Response> {
  const { req } = webOf(call.caller)
  const signal = AbortSignal.timeout(PATIENCE_MS)
  try {
    return await fetch(here(req) + path, { ...init, redirect: 'manual', signal })
  } catch (cause) {
    throw new AppError('UNAVAILABLE', 'The server did not answer its own request. Try again.', { cause })
  }
}

async function told(response: Response): Promise<Told> {
  const text = await response.text()
  const said = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {}
  const { message, outcome, delivery } = said
  return { status: response.status, message: typeof message === 'string' ? message : '', detail: { outcome, delivery } }
}

export async function simulateClick(call: Call, partnerKey: string): Promise<Told> {
  const [link] = await call.books.links(call.mode, partnerKey)
  if (!link) throw new AppError('PARTNER_NOT_FOUND', `There is no partner '${partnerKey}' with a link in test mode.`)
  const path = `/r/${link.path.split('/').map(encodeURIComponent).join('/')}`
  const response = await send(call, path, { method: 'GET' })
  const location = response.headers.get('location')
  const xid = location === null ? null : (URL.parse(location)?.searchParams.get('ps_xid') ?? null)
  const message = location === null ? 'The link leads nowhere: set site_url.' : 'Redirected'
  return { status: response.status, message, detail: { link: link.path, location, xid } }
}

export interface SimulatedSignup {
  readonly customer_key: string
  readonly email?: string | undefined
  readonly partner_key?: string | undefined
  readonly xid?: string | undefined
}

export async function simulateSignup(call: Call, signup: SimulatedSignup): Promise<Told> {
  const keys = (await call.books.apiKeys()).filter(({ mode, revokedAt }) => mode === call.mode && revokedAt === null)
  const [key] = keys.toSorted((a, b) => a.createdAt - b.createdAt)
  if (!key) throw new AppError('BAD_REQUEST', 'There is no key pair in test mode yet: make one first.')
  const body = JSON.stringify({ public_key: key.publicKey, signup_id: newXid(call.now), ...signup })
  return told(await send(call, '/v1/signups', { method: 'POST', headers: { 'content-type': 'text/plain' }, body }))
}

export async function simulateDelivery(
  call: Call,
  provider: string,
  event: string,
  given: Partial<SampleValues>,
): Promise<Told> {
  const sampler = samplers.get(provider)
  if (!sampler) throw new AppError('NOT_FOUND', `There is no platform '${provider}'.`)
  const { deps, mode, now } = call
  const seed = newXid(now)
  const providerKey = given.customerKey ? sampler.customerId(given.customerKey) : null
  const made = { email: `${seed.toLowerCase()}@sample.example`, providerKey }
  const sample = sampler.sample(event, sampleValues({ ...made, ...given, mode, now, seed }))
  if (!sample) throw new AppError('INVALID_FIELD', `'event' must be one of ${sampler.events.join(', ')}`)
  const row = (await ensureWebhooks(deps)).find((one) => one.mode === mode && one.provider === provider)
  const opened = (rows: readonly { readonly sealed: string; readonly until: number | null }[]): string[] =>
    standing(rows, now).map(({ sealed }) => deps.vault.open(sealed))
  const credentials = {
    secrets: opened(row?.secrets ?? []),
    passwords: opened(row?.passwords ?? []),
    username: row?.username ?? null,
  }
  const [token] = opened(row?.tokens ?? [])
  const headers = { ...sample.headers, ...sampler.sign(sample, credentials, now) }
  const answer = await told(
    await send(call, `/webhooks/${provider}/${token}`, { method: 'POST', headers, body: sample.body }),
  )
  return { ...answer, detail: { ...answer.detail, ...sample.ids } }
}
