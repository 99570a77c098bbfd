// The <script> entry, and the only file that acts when loaded.
import { attempt } from './attempt.ts'
import { createGrowsumo } from './growsumo.ts'
import type { Options } from './growsumo.ts'
import { install } from './install.ts'

// Only there while the script is evaluated, and never for a module. It can also be an SVG script, which has neither.
const tag = document.currentScript as HTMLScriptElement | null

/** Everything `data-…` on the tag. Sign-ups go where the script came from, so that a new host in a snippet is the whole move. */
const settings: Partial<Options> & { key?: string } =
  attempt(() => ({
    ...tag!.dataset,
    endpoint: tag!.dataset['endpoint'] || new URL(tag!.src).origin + '/v1/signups',
  })) || {}
const mine = createGrowsumo(settings as Options)
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
