/** Every payment platform we listen to. Adding one is a file beside this one and a line here. */
import { chargebee } from './chargebee.ts'
import { chargify } from './chargify.ts'
import type { Provider } from './provider.ts'
import { recurly } from './recurly.ts'
import { stripe } from './stripe.ts'

const registry = { stripe, chargebee, recurly, chargify } as const satisfies Readonly<Record<string, Provider>>

export type ProviderName = keyof typeof registry

/** By the name in the URL. */
export const providers: ReadonlyMap<string, Provider> = new Map(Object.entries(registry))

export const providerNames: readonly string[] = [...providers.keys()]
