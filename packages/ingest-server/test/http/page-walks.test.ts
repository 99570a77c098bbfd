import { startServer } from '../support/http.ts'
import { testPageWalks } from '../support/page-walks.ts'

const both = ['-created_at', 'created_at'] as const

testPageWalks(() => startServer(), { forwards: both, backwards: both })
