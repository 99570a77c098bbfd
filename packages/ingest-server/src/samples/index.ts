/** A maker of deliveries for every payment platform we listen to. */
import type { ProviderName } from '../providers/index.ts'
import { chargebee } from './chargebee.ts'
import { chargify } from './chargify.ts'
import { recurly } from './recurly.ts'
import type { Sampler } from './sample.ts'
import { stripe } from './stripe.ts'

const registry = { stripe, chargebee, recurly, chargify } as const satisfies Readonly<Record<ProviderName, Sampler>>

export const samplers: ReadonlyMap<string, Sampler> = new Map(Object.entries(registry))
