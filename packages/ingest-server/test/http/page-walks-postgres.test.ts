import { startServer } from '../support/http.ts'
import { testPageWalks } from '../support/page-walks.ts'
import { newSchema } from '../support/postgres.ts'

// How a page is asked for is the same on both databases: here each order is walked once, and each way.
testPageWalks(async () => startServer({ database: { url: (await newSchema()).url } }), {
  forwards: ['-created_at'],
  backwards: ['created_at'],
})
