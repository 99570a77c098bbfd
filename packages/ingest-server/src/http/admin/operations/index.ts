/** Every operation of the dashboard. */
import { z } from 'zod'
import type { Operation } from '../../api/operation.ts'
import { imports } from '../../operations/imports.ts'
import { OPERATIONS } from '../../operations/index.ts'
import { forAdmin } from '../shared.ts'
import { customerActs } from './customer-acts.ts'
import { deliveries } from './deliveries.ts'
import { exports } from './exports.ts'
import { home } from './home.ts'
import { hookLog } from './hook-log.ts'
import { keys } from './keys.ts'
import { platforms } from './platforms.ts'
import { rewardActs } from './reward-acts.ts'
import { session } from './session.ts'
import { simulating } from './simulating.ts'
import { testReports } from './test-reports.ts'
import { importTypes } from './import-types.ts'
import { settings } from './settings.ts'
import { partnerLinks, partnerPage } from './partner-page.ts'
import { IN_MODE } from './parts.ts'
import { stories } from './stories.ts'
import { testing } from './testing.ts'
import { trials } from './trials.ts'

const own: readonly Operation[] = [
  ...home,
  ...deliveries,
  ...platforms,
  ...keys,
  ...settings,
  ...hookLog,
  ...stories,
  ...customerActs,
  ...exports,
  ...trials,
  ...rewardActs,
  ...testing,
  ...simulating,
  ...testReports,
  ...importTypes,
  ...imports.map((one) => ({ ...one, ...IN_MODE })),
  ...partnerLinks,
]

const Mode = z.enum(['production', 'test'])

/** Its path names the mode. */
function withMode(one: Operation): Operation {
  const shape = one.params instanceof z.ZodObject ? (one.params.shape as z.ZodRawShape) : {}
  return { ...one, params: z.object({ mode: Mode, ...shape }) }
}

export const ADMIN_OPERATIONS: readonly Operation[] = [
  ...session,
  partnerPage,
  ...[...own, ...forAdmin(OPERATIONS)].map(withMode),
]
