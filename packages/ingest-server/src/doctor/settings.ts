/** Variables that can be used, and should be others. */
import type { Config } from '../config.ts'
import { broken, note, ok, warning, type Finding } from './finding.ts'

const LEAST = 12
/** What anybody tries first. */
const COMMON = /^(?:pass(?:word)?|admin|secret|changeme|letmein|partnerstack|qwertz?u?i?o?p?|12345678)\d*$/i

/** `isSet`: whether one is kept already. */
export function passwordFinding({ adminPassword }: Config, isSet: boolean): Finding {
  const check = 'ADMIN_PASSWORD'
  const mend = 'Choose a longer one: openssl rand -base64 18'
  if (adminPassword === null)
    return isSet
      ? ok(check, 'A password is kept; it is changed on the dashboard, or with: admin password')
      : note(check, 'There is none yet: the first start makes one up and prints it once.')
  if (COMMON.test(adminPassword)) return broken(check, 'It is one that anybody tries first.', mend)
  return adminPassword.length < LEAST
    ? warning(check, `It is short: ${adminPassword.length} characters.`, mend)
    : ok(check, 'It is set.')
}

export function metricsFinding({ metricsToken }: Config): Finding {
  if (metricsToken !== null) return ok('METRICS_TOKEN', '/metrics is open to who has it.')
  return note(
    'METRICS_TOKEN',
    '/metrics is closed.',
    'To have the server watched: METRICS_TOKEN=$(openssl rand -hex 32)',
  )
}

/** Whose address a caller has: limits and the log-in's patience go by it. */
export function proxyFindings({ publicUrl, trustProxy }: Config): Finding[] {
  const check = 'TRUST_PROXY'
  if (trustProxy === true) {
    const found = 'It is true: whoever calls may name any address as its own, and so get around every limit.'
    return [warning(check, found, 'Name the proxy: its address, or how many stand in a row, as TRUST_PROXY=1.')]
  }
  if (trustProxy !== false) return [ok(check, `The proxy (${trustProxy}) names the caller's address.`)]
  if (!publicUrl.startsWith('https:')) return []
  const found =
    "PUBLIC_URL is https, so a proxy stands before the server, and every caller has the proxy's address: they share one limit."
  const mend = 'Name the proxy: TRUST_PROXY=loopback where it is on this machine, else its address or TRUST_PROXY=1.'
  return [warning(check, found, mend)]
}
