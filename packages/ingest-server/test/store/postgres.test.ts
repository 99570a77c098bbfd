import { postgresStore } from '../../src/store/postgres.ts'
import { testStore } from '../contract/store.ts'
import { newSchema } from '../support/postgres.ts'

testStore('postgres', async () => {
  const { url, drop } = await newSchema()
  const store = await postgresStore({ url })
  return {
    store,
    url,
    reopen: () => postgresStore({ url }),
    async dispose() {
      await store.close()
      await drop()
    },
  }
})
