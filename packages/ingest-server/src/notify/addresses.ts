/** Which addresses belong to the public internet: those that anybody may be told to call, because anybody can. */
import { BlockList, isIPv4 } from 'node:net'

const blocked = new BlockList()
const V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
  // Kept by the registries for protocols, documents, relays and measurements; one cloud's metadata is in the first.
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  // Multicast, and what is kept for later, broadcast included.
  ...['224.0.0.0/4', '240.0.0.0/4'],
  // A public address that means the machine's own host in one cloud.
  '168.63.129.16/32',
]
/** Within what is given out for the internet: protocols (with tunnels), documents, another tunnel. */
const V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']
for (const [range, family] of [...V4.map((one) => [one, 'ipv4']), ...V6.map((one) => [one, 'ipv6'])] as const) {
  const [net = '', bits] = (range ?? '').split('/')
  blocked.addSubnet(net, Number(bits), family as 'ipv4' | 'ipv6')
}
const internet = new BlockList()
internet.addSubnet('2000::', 3, 'ipv6')

/** An IPv4 address within an IPv6 one: as a system maps it, or as a network without IPv4 translates it. */
const EMBEDDED = /^\[(?:::ffff|64:ff9b:):([0-9a-f]{1,4}):([0-9a-f]{1,4})\]$/

function embedded(address: string): string | null {
  const [, high, low] = EMBEDDED.exec(URL.parse(`http://[${address}]`)?.hostname ?? '') ?? []
  if (high === undefined || low === undefined) return null
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [a >> 8, a & 255, b >> 8, b & 255].join('.')
}

/** Anything that is not known to be public is not. */
export function isPublic(address: string): boolean {
  const v4 = isIPv4(address) ? address : embedded(address)
  if (v4 !== null) return !blocked.check(v4, 'ipv4')
  return internet.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
}
