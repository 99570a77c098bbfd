/** Where something came from, in words. */
const SOURCES: Readonly<Record<string, string>> = {
  ...{ script: 'Script on the page', api: 'API', import: 'Import', conversion: 'Conversion' },
  ...{ stripe: 'Stripe', chargebee: 'Chargebee', recurly: 'Recurly', chargify: 'Chargify' },
}
export const sourceName = (source: string): string => SOURCES[source] ?? source
