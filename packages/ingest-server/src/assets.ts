/**
 * Where that lies which is built apart from this program and served by it: beside it where both are packed for npm
 * (scripts/pack.ts), and in the workspace where the sources themselves run.
 */
const isPacked = import.meta.url.endsWith('.js')
const folder = (packed: string, workspace: string): URL => new URL(isPacked ? packed : workspace, import.meta.url)

export const ASSETS = {
  /** The browser script: `partnerstack.min.js`, and with more in it `partnerstack.more.min.js`. */
  script: folder('./assets/script/', '../../partnerstack-js/dist/'),
  dashboard: folder('./assets/dashboard/', '../../dashboard/dist/'),
  /** docs/ as a site. */
  guide: folder('./assets/guide/', '../../../docs/.vitepress/dist/'),
} as const
