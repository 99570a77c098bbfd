/** What the tests of the dashboard stand on: a server with an empty database, somebody who is in, and what they have. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import type { APIRequestContext, Page } from '@playwright/test'
import { freePorts } from '../examples/demo/src/ports.ts'
import { ingestServer } from '../examples/demo/src/server.ts'

export interface Dashboard {
  readonly url: string
  readonly password: string
}

type Fields = Record<string, unknown>

/** Makes what a test shows, by the dashboard's own API. */
export interface Seed {
  post(path: string, body: Fields): Promise<Fields>
  change(path: string, body: Fields): Promise<Fields>
  archive(path: string): Promise<void>
  /** Sends a file to be imported. */
  file(path: string, name: string, content: string): Promise<Fields>
}

interface Fixtures {
  /** A page of somebody who is in. */
  readonly inside: Page
  readonly seed: Seed
}

interface WorkerFixtures {
  readonly dashboard: Dashboard
  /** Tests of one world share a server; one that needs an empty database names a world of its own. */
  readonly world: string
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  world: ['shared', { scope: 'worker', option: true }],
  dashboard: [
    async ({ world }, use) => {
      const folder = await mkdtemp(join(tmpdir(), `dashboard-${world}-`))
      const { server: port } = await freePorts()
      let heard: (password: string) => void = () => undefined
      const password = new Promise<string>((resolve) => (heard = resolve))
      const server = ingestServer({
        file: join(folder, 'partnerstack.db'),
        port,
        log(line) {
          const made = /password is (\w+)/.exec(line)?.[1]
          if (made) heard(made)
        },
      })
      await server.start()
      await use({ url: server.url, password: await password })
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  inside: async ({ page, dashboard }, use) => {
    await logIn(page, dashboard)
    await use(page)
  },
  seed: async ({ inside, dashboard }, use) => {
    await use(seeding(inside.request, dashboard))
  },
})

export { expect }

/** By the API: the page that is opened then finds the session's cookie. */
async function logIn(page: Page, { url, password }: Dashboard): Promise<void> {
  const answer = await page.request.post(`${url}/admin/api/session`, { data: { password }, headers: { origin: url } })
  expect(answer.status()).toBe(200)
}

function seeding(request: APIRequestContext, { url }: Dashboard): Seed {
  type Body = Pick<NonNullable<Parameters<APIRequestContext['fetch']>[1]>, 'data' | 'multipart'>
  let token: string | undefined
  const csrf = async (): Promise<string> => {
    const session = (await (await request.get(`${url}/admin/api/session`)).json()) as { data: { csrf_token: string } }
    return session.data.csrf_token
  }
  const send = async (method: string, path: string, body: Body = {}): Promise<Fields> => {
    const headers = { origin: url, 'x-csrf-token': (token ??= await csrf()) }
    const answer = await request.fetch(`${url}/admin/api${path}`, { method, headers, ...body })
    const { message, data } = (await answer.json()) as { message: string; data: Fields }
    if (!answer.ok()) throw new Error(`${path}: ${message}`)
    return data
  }
  return {
    post: (path, data) => send('POST', path, { data }),
    change: (path, data) => send('PATCH', path, { data }),
    archive: async (path) => void (await send('DELETE', path)),
    file: (path, name, content) =>
      send('POST', path, { multipart: { file: { name, mimeType: 'text/csv', buffer: Buffer.from(content) } } }),
  }
}

/** What people are called, and what people try. */
export const NAMES = {
  markup: '<img src=x onerror=alert(1)>',
  rightToLeft: 'שלום עולם',
  long: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3).slice(0, 95),
  emoji: '👩🏽‍🚀 Zoë 🏳️‍🌈',
}

/** Fails with whatever the browser had against the page: script errors, and what the CSP refused. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  return complaints
}
