/** The doctor's looks at the world, at real ports and a real disk. */
import { createServer as createPlain } from 'node:http'
import { createServer as createSecure } from 'node:https'
import { createServer as createDumb, type AddressInfo, type Server } from 'node:net'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localProbe } from '../../src/local-probe.ts'
import { selfSigned } from '../support/certificate.ts'

const UNTIL = Date.UTC(2040, 0, 2, 3, 4, 5)
const probe = localProbe(500)
const servers: Server[] = []
const listen = (server: Server): Promise<number> => {
  servers.push(server)
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)))
}

let [plain, secure, dumb] = [0, 0, 0]
beforeAll(async () => {
  plain = await listen(
    createPlain((req, res) => {
      if (req.url === '/moved') return void res.writeHead(301, { location: 'https://else.example/' }).end()
      // Never ended: whoever asks has to have enough of it.
      if (req.url === '/endless') return void res.write('a'.repeat(200_000))
      res.end('aaa')
    }),
  )
  secure = await listen(createSecure(selfSigned('localhost', UNTIL), (_req, res) => res.end('safe')))
  dumb = await listen(createDumb())
})
afterAll(() => servers.forEach((server) => server.close()))

describe('an address', () => {
  it('is asked, and its answer read as far as it matters', async () => {
    const { status, headers, body } = await probe.get(`http://127.0.0.1:${plain}/`)
    expect([status, body.toString(), Date.parse(headers['date'] ?? '')]).toEqual([200, 'aaa', expect.any(Number)])
    expect((await probe.get(`http://127.0.0.1:${plain}/endless`)).body).toHaveLength(65_536)
  })

  it('leads nowhere else by itself', async () => {
    const { status, headers } = await probe.get(`http://127.0.0.1:${plain}/moved`)
    expect([status, headers['location']]).toEqual([301, 'https://else.example/'])
  })

  it('is asked whatever its certificate, which is looked at by itself', async () => {
    expect((await probe.get(`https://localhost:${secure}/`)).body.toString()).toBe('safe')
    expect(await probe.certificate('localhost', secure)).toEqual({
      validUntil: UNTIL,
      problem: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    })
  })

  it('that says nothing is waited for no longer than that', async () => {
    await expect(probe.get(`http://127.0.0.1:${dumb}/`)).rejects.toThrow('no answer within 0.5 s')
    await expect(probe.certificate('127.0.0.1', dumb)).rejects.toThrow('no answer within 0.5 s')
  })

  it('without anybody is an error', async () => {
    await expect(probe.get('http://127.0.0.1:1/')).rejects.toThrow('ECONNREFUSED')
    await expect(probe.certificate('127.0.0.1', plain)).rejects.toThrow()
  })
})

describe('a disk', () => {
  it('has so much room, for a file that is not there yet, too', async () => {
    const { free, total, network } = await probe.space(join(tmpdir(), 'not/there/yet.db'))
    expect([free > 0, total >= free, network]).toEqual([true, true, null])
  })

  it('tells who may read a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'probe-'))
    await writeFile(join(folder, 'own'), '', { mode: 0o600 })
    expect(await probe.permissions(join(folder, 'own'))).toBe(0o600)
    expect(await probe.permissions(join(folder, 'none'))).toBeNull()
    await rm(folder, { recursive: true })
  })
})
