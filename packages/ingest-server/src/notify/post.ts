/** One attempt over the wire: nothing is connected to but what was looked at first, nothing is followed, nothing is waited for long. */
import { Agent, request as plainRequest } from 'node:http'
import { Agent as SecureAgent, request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublic } from './addresses.ts'
import { areAllPublic, hostOf, lookUp, type TargetRules } from './target.ts'

/** The answer's status, or why there was none, in words without anything of the address but its host. */
export type Attempt = { readonly status: number } | { readonly problem: string }

export interface Parcel {
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Gives the attempt up. */
  readonly signal: AbortSignal
}

export interface Post {
  (parcel: Parcel): Promise<Attempt>
  close(): void
}

export const PATIENCE_MS = 10_000
/** Of an answer nothing but its status matters; more than this of it is not even read. */
const MOST_READ = 64 * 1024
const IDLE_SOCKETS = 8

const PRIVATE = 'refused: the address is not of the public internet'

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Resolves names as the system does, and gives none out that leads inwards: what is checked is what is connected to. */
function guarded(rules: TargetRules): LookupFunction {
  const { privateTargets, lookup = lookUp } = rules
  return (host, options, callback) => {
    const give = async (): Promise<void> => {
      const found = await lookup(host)
      const [first] = found
      if (!first || (!privateTargets && !areAllPublic(found)))
        throw Object.assign(new Error(PRIVATE), { code: 'PRIVATE' })
      if (options.all) callback(null, [...found])
      else callback(null, first.address, first.family)
    }
    give().catch((error: unknown) => callback(error as NodeJS.ErrnoException, []))
  }
}

export function createPost(rules: TargetRules, patience = PATIENCE_MS): Post {
  const agents = {
    'http:': new Agent({ keepAlive: true, maxFreeSockets: IDLE_SOCKETS }),
    'https:': new SecureAgent({ keepAlive: true, maxFreeSockets: IDLE_SOCKETS }),
  }
  const lookup = guarded(rules)

  const once = ({ target, headers, body, signal }: Parcel): Promise<Attempt & { readonly stale?: boolean }> =>
    new Promise((resolve) => {
      const url = new URL(target)
      const [isSecure, host] = [url.protocol === 'https:', hostOf(url)]
      // A literal address is never looked up, so it is looked at here.
      if (!rules.privateTargets && isIP(host) > 0 && !isPublic(host)) return resolve({ problem: PRIVATE })
      const request = isSecure ? secureRequest : plainRequest
      const sent = request(url, {
        ...{ method: 'POST', headers, lookup, signal },
        agent: isSecure ? agents['https:'] : agents['http:'],
      })
      const late = setTimeout(() => sent.destroy(Object.assign(new Error('late'), { code: 'LATE' })), patience)
      let status: number | null = null
      const end = (error?: unknown): void => {
        clearTimeout(late)
        if (status !== null) return resolve({ status })
        const code = codeOf(error)
        if (code === 'PRIVATE') return resolve({ problem: PRIVATE })
        if (code === 'LATE') return resolve({ problem: `no answer within ${patience / 1000} s` })
        resolve({
          problem: `no answer (${String(code ?? 'unknown error')})`,
          stale: sent.reusedSocket && code === 'ECONNRESET',
        })
      }
      sent.on('error', end)
      sent.on('response', (answer) => {
        status = answer.statusCode ?? 0
        let read = 0
        answer.on('data', (chunk: Buffer) => {
          read += chunk.length
          if (read > MOST_READ) answer.destroy()
        })
        answer.on('error', end)
        answer.on('close', () => end())
      })
      sent.end(body)
    })

  const post = async (parcel: Parcel): Promise<Attempt> => {
    const { stale, ...attempt } = await once(parcel)
    // A kept connection that the other end had just closed says nothing about it.
    return stale ? once(parcel) : attempt
  }
  return Object.assign(post, {
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  })
}
