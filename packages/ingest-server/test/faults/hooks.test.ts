import { testHooksUnderKills } from '../support/hooks-under-kills.ts'

testHooksUnderKills('a server on SQLite', async () => ({}))
