import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteStore } from '../../src/store/sqlite.ts'
import { testStore } from '../contract/store.ts'

testStore('sqlite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'store-'))
  const file = join(folder, 'books.db')
  const store = sqliteStore({ file })
  return {
    store,
    url: `file:${file}`,
    reopen: async () => sqliteStore({ file }),
    async dispose() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
})
