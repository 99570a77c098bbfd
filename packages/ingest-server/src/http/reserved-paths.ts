/** What no link may be: paths that this server needs itself, on link hosts as well. */
import type { Deps } from './deps.ts'
import { ownPaths } from './own-endpoint.ts'
import { scriptPaths } from './script.ts'

type Own = Pick<Deps, 'scriptPath' | 'endpointPath'>

export function reservedPaths({ scriptPath, endpointPath }: Own): (path: string) => boolean {
  const own = [...scriptPaths(scriptPath), ...ownPaths(endpointPath).keys()]
  const reserved = new Set([...own, '/v1/signups', '/v1/remember', '/conversion/xid'])
  return (path) => reserved.has(path.replace(/\/$/, '')) || path.startsWith('/.well-known/')
}
