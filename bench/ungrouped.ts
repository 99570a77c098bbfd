/**
 * Loaded into a server before anything else (`--import`), it takes group commit out of it: each entry is worked by itself, at
 * once. Only the measurement of what group commit costs a lone request does that.
 */
import { registerHooks, syncBuiltinESMExports } from 'node:module'
import threads from 'node:worker_threads'
import type { WorkerOptions } from 'node:worker_threads'

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    if (!found.url.endsWith('/src/ledger/batch.ts')) return found
    return { ...found, url: new URL('./ungrouped-batch.ts', import.meta.url).href }
  },
})

/** Threads have modules of their own, so each is told to load this, too. */
threads.Worker = new Proxy(threads.Worker, {
  construct: (target, [file, options]: [URL, WorkerOptions]) =>
    new target(file, { ...options, execArgv: [...(options.execArgv ?? []), `--import=${import.meta.url}`] }),
})
syncBuiltinESMExports()
