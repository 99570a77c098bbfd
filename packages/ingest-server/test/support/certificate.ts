/** A certificate of one's own, byte by byte (X.509 in DER), so that no program is needed to make one. */
import { generateKeyPairSync, sign } from 'node:crypto'

const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const short = body.length < 128
  const length = short ? [body.length] : [0x82, body.length >> 8, body.length & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'))
const nameOf = (host: string): Buffer => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(host)))))
/** As `YYYYMMDDHHMMSSZ`. */
const timeOf = (ms: number): Buffer =>
  der(0x18, Buffer.from(`${new Date(ms).toISOString().replace(/\D/g, '').slice(0, 14)}Z`))
const altNames = (host: string): Buffer => sequence(oid('551d11'), der(0x04, sequence(der(0x82, Buffer.from(host)))))

/** Signed by itself, for one host, until that moment (epoch ms); PEM. */
export function selfSigned(host: string, until: number): { readonly key: string; readonly cert: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const said = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ECDSA_WITH_SHA256,
    nameOf(host),
    sequence(timeOf(Date.UTC(2020, 0)), timeOf(until)),
    nameOf(host),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(altNames(host))),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', said, privateKey))
  const bytes = sequence(said, ECDSA_WITH_SHA256, signature)
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  }
}
