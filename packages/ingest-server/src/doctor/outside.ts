/** How the outside sees the installation: by its addresses, and what answers there. */
import type { Config } from '../config.ts'
import { certificateFindings } from './certificate.ts'
import type { OtherClock } from './clock.ts'
import { broken, note, ok, warning, wordsOf, type Finding } from './finding.ts'
import type { Answered, Probe } from './probe.ts'

export interface Outside {
  readonly probe: Probe
  readonly now: () => number
  /** By what this installation is known; null where its SECRET_KEY is not here. */
  readonly serverId: string | null
  /** The script as this program has it; null where it is not built. */
  readonly script: Buffer | null
}

const isLocal = (host: string): boolean =>
  /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0|\[::\])$/.test(host)

const WHY_HTTPS = {
  PUBLIC_URL: 'browsers load no script from http on pages of https, and passwords would cross the network in the clear',
  LINK_HOST: 'visitors are warned, and cookies of the link are not kept safe',
} as const
type Address = keyof typeof WHY_HTTPS

function schemeFindings(check: Address, address: string): Finding[] {
  const { protocol, hostname } = new URL(address)
  if (isLocal(hostname)) {
    const mend = check === 'PUBLIC_URL' ? 'To be reached from outside, set PUBLIC_URL=https://…' : null
    return [note(check, `${address} reaches this machine only.`, mend)]
  }
  if (protocol === 'https:') return []
  const mend = 'Put a proxy with a certificate before the server (docs/self-hosting.md), and name its https address.'
  return [broken(check, `${address} is not https: ${WHY_HTTPS[check]}.`, mend)]
}

/** What stands where the server should. */
function strangerAt(check: Address, url: string, { status, headers }: Answered): Finding {
  if (status >= 300 && status < 400) {
    const mend = 'Name the address that it leads to: platforms that send webhooks follow no redirects.'
    return broken(check, `${url} redirects to ${headers['location'] ?? 'somewhere'} (${status}).`, mend)
  }
  if ([502, 503, 504].includes(status)) {
    const mend = 'Start the server, and let the proxy pass requests to HOST and PORT.'
    return broken(check, `${url} answers ${status}: a proxy is there, and does not reach the server.`, mend)
  }
  const mend = 'Name the address that leads to this server, all paths of it.'
  return broken(check, `${url} answers ${status}, and not as this server does.`, mend)
}

const idOf = ({ status, body }: Answered): string | null =>
  (status === 200 && /"service":"partnerstack-ingest","server":"(\w+)"/.exec(body.toString())?.[1]) || null

function serverFinding(publicUrl: string, answer: Answered, serverId: string | null): Finding {
  const found = idOf(answer)
  if (found === null) return strangerAt('PUBLIC_URL', `${publicUrl}/healthz`, answer)
  if (serverId === null || found === serverId) return ok('PUBLIC_URL', `${publicUrl} leads to this installation.`)
  const mend =
    'Let it lead to the server of this database, or run this command with the environment of the server there.'
  return broken('PUBLIC_URL', `${publicUrl} leads to another installation, or one with another SECRET_KEY.`, mend)
}

async function scriptFinding(check: Address, address: string, { probe, script }: Outside): Promise<Finding> {
  const url = `${address}/v1/`
  const mend = `Let every path of ${address} reach the server, /v1/ as well.`
  try {
    const { status, headers, body } = await probe.get(url)
    const type = headers['content-type'] ?? 'nothing'
    if (status !== 200 || !type.includes('javascript'))
      return broken(check, `The script is not at ${url}: it answers ${status}, ${type}.`, mend)
    if (script === null || body.equals(script)) return ok(check, `The script is served at ${url}.`)
    const renew = 'Start the server anew, and empty the caches before it; browsers keep the script for a day.'
    return warning(check, `The script at ${url} is not the one that this program has.`, renew)
  } catch (error) {
    return broken(check, `The script is not at ${url}: ${wordsOf(error)}`, mend)
  }
}

export interface Seen {
  readonly findings: Finding[]
  /** That of whoever answered; null where nobody did. */
  readonly clock: OtherClock | null
}

function clockOf({ headers }: Answered, at: number): OtherClock | null {
  const theirs = Date.parse(headers['date'] ?? '')
  return Number.isNaN(theirs) ? null : { whose: 'PUBLIC_URL', theirs, at, isRough: true }
}

export async function lookAtPublicUrl({ publicUrl }: Config, outside: Outside): Promise<Seen> {
  const { probe, now, serverId } = outside
  const findings = [
    ...schemeFindings('PUBLIC_URL', publicUrl),
    ...(await certificateFindings('PUBLIC_URL', publicUrl, probe, now())),
  ]
  try {
    const answer = await probe.get(`${publicUrl}/healthz`)
    const clock = clockOf(answer, now())
    const server = serverFinding(publicUrl, answer, serverId)
    const script = server.state === 'ok' ? [await scriptFinding('PUBLIC_URL', publicUrl, outside)] : []
    return { findings: [...findings, server, ...script], clock }
  } catch (error) {
    const mend =
      'Start the server; else look whether the name leads to this machine, and whether its firewall lets requests in.'
    const found = `${publicUrl}/healthz cannot be reached: ${wordsOf(error)}`
    return { findings: [...findings, broken('PUBLIC_URL', found, mend)], clock: null }
  }
}

export async function linkHostFindings({ linkHosts }: Config, outside: Outside): Promise<Finding[]> {
  const of = async (origin: string): Promise<Finding[]> => [
    ...schemeFindings('LINK_HOST', origin),
    ...(await certificateFindings('LINK_HOST', origin, outside.probe, outside.now())),
    await scriptFinding('LINK_HOST', origin, outside),
  ]
  return (await Promise.all(linkHosts.map(({ origin }) => of(origin)))).flat()
}
