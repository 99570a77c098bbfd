/** A socket on which anything can be sent, and what came back on it. */
import { createConnection } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import type { Malformed } from './malformed.ts'

/** So long nothing comes, and it is asked whether the server is only slow. */
const PATIENCE_MS = 100
/** A kept connection stays open: so long a quiet behind an answer is its end. */
const QUIET_MS = 15

/** The statuses of the answers, in order; none where the server only closed, or went on waiting. */
export function sendRaw(port: number, { pieces, ends }: Malformed, from: string): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: '127.0.0.1', port, localAddress: from })
    let text = ''
    // Not by a reset: that waits until all is written, which it never is where the other end reads no more.
    const leave = (): void => void socket.destroy()
    let timer: NodeJS.Timeout | undefined
    /** What is not answered before a request that came after it waits for more, which never comes. */
    const ask = async (): Promise<void> => {
      await healthy(port, from)
      if (text === '') timer = setTimeout(leave, QUIET_MS)
    }
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1')
      clearTimeout(timer)
      timer = setTimeout(leave, QUIET_MS)
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // The server may close while we still send: that is an answer, too. That nobody listens is none.
      if (error.code === 'ECONNREFUSED') reject(error)
    })
    socket.on('close', () => {
      clearTimeout(timer)
      resolve([...text.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map(([, status]) => Number(status)))
    })
    socket.on('connect', () => void write())
    const write = async (): Promise<void> => {
      for (const piece of pieces) {
        if (socket.destroyed) return
        socket.write(piece)
        if (pieces.length > 1) await turn()
      }
      if (ends && !socket.destroyed) socket.end()
      timer = setTimeout(() => void ask().catch(reject), PATIENCE_MS)
    }
  })
}

/** Resolves once the server has answered a request that is one. */
function healthy(port: number, from: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: '127.0.0.1', port, localAddress: from })
    socket.on('error', reject)
    socket.on('close', () => resolve())
    socket.resume().end('GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')
  })
}
