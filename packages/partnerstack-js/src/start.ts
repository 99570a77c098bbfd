// What a <script> does when it is loaded, whichever build it is.
import { attempt } from './attempt.ts'
import { install } from './install.ts'
import type { Growsumo, Settings } from './members.ts'

/** Makes the object the page's; where the tag names the public key, does what a loader would. */
export function start(create: (settings: Settings) => Growsumo): void {
  // Only there while the script is evaluated, and never for a module. It can also be an SVG script, which has neither.
  const tag = document.currentScript as HTMLScriptElement | null
  /** Everything `data-…` on the tag. Sign-ups go where the script came from, so that a new host in a snippet is the whole move. */
  const settings: Partial<Settings> =
    attempt(() => ({
      ...tag!.dataset,
      endpoint: tag!.dataset['endpoint'] || '' + new URL('/v1/signups', tag!.src),
    })) || {}
  const mine = create(settings as Settings)
  const growsumo = install(mine)

  /** Calls the page's hook as a loader would; where the tag stands above the hook, once the page has been read. */
  function callHook(): void {
    const hook = window.growsumoInit
    if (hook) attempt(hook)
    else addEventListener('DOMContentLoaded', callHook, { once: true })
  }

  if (settings.key) {
    growsumo._initialize(settings.key)
    if (growsumo === mine) callHook()
  }
}
