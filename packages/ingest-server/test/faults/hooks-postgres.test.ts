import { testHooksUnderKills } from '../support/hooks-under-kills.ts'
import { newSchema } from '../support/postgres.ts'

testHooksUnderKills('two workers on PostgreSQL', async () => ({
  ...{ databaseUrl: (await newSchema()).url, workers: 2, logLevel: 'silent' },
}))
