/** What no link may be: paths that this server needs itself, on link hosts as well. */
import { scriptPaths } from './script.ts'

export function reservedPaths(scriptPath: string | null): (path: string) => boolean {
  const reserved = new Set([...scriptPaths(scriptPath), '/v1/signups', '/v1/remember', '/conversion/xid'])
  return (path) => reserved.has(path.replace(/\/$/, '')) || path.startsWith('/.well-known/')
}
