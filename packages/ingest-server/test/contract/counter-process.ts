/** A process of its own for the contract: opens the database named by its first argument and counts on it. */
import { sqliteStore } from '../../src/store/sqlite.ts'
import { addOne } from './counting.ts'

const [url = '', times = '0'] = process.argv.slice(2)
const store = sqliteStore({ file: url.replace(/^file:/, '') })
for (let index = 0; index < Number(times); index++) await addOne(store, () => Promise.resolve())
await store.close()
