/** A socket on which anything can be sent, and what came back on it. */
import { createConnection } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import type { Malformed } from './malformed.ts'

/** Longer than any answer takes; what waits for more of a request that never comes is left then. */
const PATIENCE_MS = 300
/** A kept connection stays open: so long a quiet behind an answer is its end. */
const QUIET_MS = 15

/** The statuses of the answers, in order; none where the server only closed, or went on waiting. */
export function sendRaw(port: number, { pieces, ends }: Malformed, from: string): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: '127.0.0.1', port, localAddress: from })
    let text = ''
    // Not by a reset: that waits until all is written, which it never is where the other end reads no more.
    const leave = (): void => void socket.destroy()
    let timer = setTimeout(leave, PATIENCE_MS)
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
    }
  })
}
