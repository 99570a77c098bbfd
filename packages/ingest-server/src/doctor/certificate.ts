/** The certificate of an https address. */
import { broken, ok, warning, wordsOf, type Finding } from './finding.ts'
import type { Probe } from './probe.ts'

const DAY_MS = 86_400_000
const SOON_DAYS = 14
const RENEW = 'Renew it; Caddy and certbot do so by themselves: look into their logs.'

/** Nothing, where the address is not https. */
export async function certificateFindings(
  check: string,
  address: string,
  probe: Probe,
  now: number,
): Promise<Finding[]> {
  const { protocol, hostname, port } = new URL(address)
  if (protocol !== 'https:') return []
  try {
    const { validUntil, problem } = await probe.certificate(hostname, Number(port) || 443)
    const days = Math.floor((validUntil - now) / DAY_MS)
    const until = new Date(validUntil).toISOString().slice(0, 10)
    if (days < 0) return [broken(check, `The certificate of ${hostname} ran out on ${until}.`, RENEW)]
    if (problem !== null) {
      const mend = `Get a certificate for ${hostname} from an authority that browsers trust, with its whole chain.`
      return [broken(check, `The certificate of ${hostname} is not trusted: ${problem}.`, mend)]
    }
    const found = `The certificate of ${hostname} is good until ${until} (${days} days).`
    return [days < SOON_DAYS ? warning(check, found, RENEW) : ok(check, found)]
  } catch (error) {
    const mend = `Look whether ${hostname} leads to your proxy, and whether that listens on ${port || 443} with a certificate.`
    return [broken(check, `${hostname} does not speak https: ${wordsOf(error)}`, mend)]
  }
}
