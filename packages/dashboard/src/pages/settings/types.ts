import type { z } from 'zod'
import type { Setting as SettingShape } from '../../../../ingest-server/src/http/admin/operations/settings.ts'

/** A setting, as the server's own shape describes it. */
export type Setting = z.output<typeof SettingShape>
