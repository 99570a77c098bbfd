/** A webhook's secret, in the one answer that has it. */
import type { Secret } from '../../../parts/ShownOnce.tsx'
import type { Hook } from '../types.ts'

export const SIGNING =
  'Your receiver checks with it that what it gets is from here, by the headers of Standard Webhooks: any of its libraries will do.'

export const secretOf = (hook: Hook | null): readonly Secret[] =>
  hook?.secret === undefined ? [] : [{ label: 'Signing secret', text: hook.secret }]
