/** Looks at addresses and disks of the real world, for the doctor. */
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { stat, statfs } from 'node:fs/promises'
import { isIP } from 'node:net'
import { dirname } from 'node:path'
import { connect } from 'node:tls'
import type { Answered, Certificate, Probe, Space } from './doctor/probe.ts'

const PATIENCE_MS = 5_000
const MOST_READ = 64 * 1024

const late = (ms: number): Error => new Error(`no answer within ${ms / 1_000} s`)

/** Nothing is sent that would need a certificate to be trusted; whether it is gets said by `certificate`. */
function get(address: string, patience: number): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = address.startsWith('https:') ? secureRequest : plainRequest
    const asked = request(address, { rejectUnauthorized: false, agent: false }, (res) => {
      const chunks: Buffer[] = []
      let size = 0
      const end = (): void => {
        clearTimeout(timer)
        const headers = Object.entries(res.headers).map(([name, value]) => [name, String(value)])
        const body = Buffer.concat(chunks).subarray(0, MOST_READ)
        resolve({ status: res.statusCode ?? 0, headers: Object.fromEntries(headers) as Answered['headers'], body })
      }
      res.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        size += chunk.length
        if (size >= MOST_READ) res.destroy()
      })
      res.on('close', end)
      res.on('error', reject)
    })
    const timer = setTimeout(() => asked.destroy(late(patience)), patience)
    asked.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    asked.end()
  })
}

function certificate(host: string, port: number, patience: number): Promise<Certificate> {
  return new Promise((resolve, reject) => {
    const name = host.replace(/^\[|\]$/g, '')
    const servername = isIP(name) === 0 ? name : '' // an address is never sent as a name
    const socket = connect({ host: name, port, servername, rejectUnauthorized: false, timeout: patience })
    socket.once('secureConnect', () => {
      const { valid_to } = socket.getPeerCertificate()
      const { authorizationError } = socket
      const problem = authorizationError ? String(authorizationError) : null
      socket.destroy()
      resolve({ validUntil: Date.parse(valid_to), problem })
    })
    socket.once('timeout', () => socket.destroy(late(patience)))
    socket.once('error', reject)
  })
}

/** File systems over a network, by the number that Linux gives their kind. */
const NETWORKS: ReadonlyMap<number, string> = new Map([
  [0x6969, 'nfs'],
  [0xff534d42, 'cifs'],
  [0xfe534d42, 'smb2'],
  [0x01021997, '9p'],
])

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function space(path: string): Promise<Space> {
  try {
    const { bsize, bavail, blocks, type } = await statfs(path)
    return { free: bsize * bavail, total: bsize * blocks, network: NETWORKS.get(type) ?? null }
  } catch (error) {
    if (isMissing(error) && dirname(path) !== path) return space(dirname(path))
    throw error
  }
}

async function permissions(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mode & 0o777
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

export const localProbe = (patience = PATIENCE_MS): Probe => ({
  get: (url) => get(url, patience),
  certificate: (host, port) => certificate(host, port, patience),
  space,
  permissions,
})
