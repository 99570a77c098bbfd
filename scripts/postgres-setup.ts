/** Once for a whole run of the tests: a PostgreSQL server, where TEST_DATABASE_URL names none. What hinders it fails its tests, and no others. */
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { readonly url: string } | { readonly problem: string }
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) {
    provide('postgres', { url: given })
    return () => Promise.resolve()
  }
  try {
    const server = await startPostgres()
    provide('postgres', { url: server.url })
    return server.dispose
  } catch (error) {
    provide('postgres', { problem: error instanceof Error ? error.message : String(error) })
    return () => Promise.resolve()
  }
}
