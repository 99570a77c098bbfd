/** Every operation of the dashboard. */
import type { Operation } from '../../api/operation.ts'
import { OPERATIONS } from '../../operations/index.ts'
import { forAdmin } from '../shared.ts'
import { home } from './home.ts'
import { session } from './session.ts'

export const ADMIN_OPERATIONS: readonly Operation[] = [...session, ...home, ...forAdmin(OPERATIONS)]
