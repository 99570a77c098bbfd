/** What is sent of a message: the object itself, flat, and what happened to it. */
import type { HookRow, MessageRow } from '../store/hook-rows.ts'

/** The API's own object of what a message tells, as the version shows it that a hook was made on. */
export type Present = (style: HookRow['style'], message: MessageRow) => Readonly<Record<string, unknown>>

/** `created_at` and `test` are the object's own, which every object has. */
export function bodyOf(style: HookRow['style'], message: MessageRow, present: Present): string {
  const event = style === 'v1' ? message.event.replace('.', '_') : message.event
  const fallback = { created_at: message.createdAt, test: message.mode === 'test' }
  return JSON.stringify({ ...fallback, ...present(style, message), event, id: message.key })
}
