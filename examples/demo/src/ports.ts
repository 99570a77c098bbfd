/** The ports the demo needs, and who would be in the way. */
import { createServer } from 'node:net'

export interface Ports {
  readonly server: number
  readonly shop: number
  readonly app: number
  readonly standIn: number
}

export const USUAL: Ports = { server: 8010, shop: 8020, app: 8030, standIn: 8040 }

/** The variable that moves each of them. */
export const VARIABLES: Readonly<Record<keyof Ports, string>> = {
  server: 'PORT',
  shop: 'SHOP_PORT',
  app: 'APP_PORT',
  standIn: 'STANDIN_PORT',
}

/** Ports from the environment, else the usual ones. */
export function readPorts(env: Readonly<Record<string, string | undefined>>): Ports {
  const read = (name: keyof Ports): number => {
    const text = env[VARIABLES[name]]
    if (!text) return USUAL[name]
    if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
      throw new Error(`${VARIABLES[name]} must be a port number, not '${text}'.`)
    return Number(text)
  }
  return { server: read('server'), shop: read('shop'), app: read('app'), standIn: read('standIn') }
}

/** Throws, naming the port and the variable that would move it, where something already listens. */
export async function mustBeFree(ports: Ports): Promise<void> {
  for (const name of Object.keys(ports) as (keyof Ports)[]) {
    const port = ports[name]
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer()
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
    })
    if (!free) {
      throw new Error(
        `Port ${port} is in use. Stop what listens there (an earlier npm start?), or choose another: ${VARIABLES[name]}=${port + 1000} npm start`,
      )
    }
  }
}

/** Four ports nobody listens on, for tests. */
export async function freePorts(): Promise<Ports> {
  const probes = await Promise.all(
    [0, 1, 2, 3].map(
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const probe = createServer()
          probe.listen(0, '127.0.0.1', () => resolve(probe))
        }),
    ),
  )
  const [server, shop, app, standIn] = probes.map((probe) => (probe.address() as { port: number }).port) as [
    number,
    number,
    number,
    number,
  ]
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))))
  return { server, shop, app, standIn }
}
