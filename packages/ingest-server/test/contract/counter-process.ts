/** A process of its own for the contract: opens the database named by its first argument and counts on it. */
import { postgresStore } from '../../src/store/postgres.ts'
import { sqliteStore } from '../../src/store/sqlite.ts'
import { addOne } from './counting.ts'

const [url = '', times = '0'] = process.argv.slice(2)
const store = url.startsWith('file:') ? sqliteStore({ file: url.slice('file:'.length) }) : await postgresStore({ url })
for (let index = 0; index < Number(times); index++) await addOne(store, () => Promise.resolve())
await store.close()
