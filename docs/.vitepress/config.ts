/** The guide as a site: the pages of this folder, readable as they lie here, built to be served by the ingest server at /docs/guide/. */
import { defineConfig } from 'vitepress'
import { outsideLinks } from './outside-links.ts'

const page = (text: string, link: string): { text: string; link: string } => ({ text, link })

export default defineConfig({
  title: 'Partner attribution',
  description: 'Open, self-hosted partner attribution: a drop-in for PartnerStack.',
  base: '/docs/guide/',
  cleanUrls: true,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: '/docs/guide/icon.svg' }]],
  // Scripts in the page would need a hash each in the policy: what can be a file is one.
  metaChunk: true,
  rewrites: { 'README.md': 'index.md', ':folder/README.md': ':folder/index.md' },
  markdown: { config: (md) => md.use(outsideLinks) },
  vite: { build: { emptyOutDir: true, chunkSizeWarningLimit: 900 } },
  themeConfig: {
    search: { provider: 'local' },
    outline: [2, 3],
    nav: [
      page('Quick start', '/quick-start'),
      { text: 'API reference', link: 'pathname:///docs', target: '_self' },
      { text: 'Dashboard', link: 'pathname:///dashboard', target: '_self' },
    ],
    sidebar: [
      {
        text: 'Begin',
        items: [page('What this is', '/'), page('Quick start', '/quick-start'), page('Concepts', '/concepts')],
      },
      {
        text: 'Integrate',
        items: [
          page('Referral links', '/links'),
          page('The script', '/script/'),
          page('API', '/api'),
          page('Stripe', '/platforms/stripe'),
          page('Chargebee', '/platforms/chargebee'),
          page('Recurly', '/platforms/recurly'),
          page('Chargify (Maxio)', '/platforms/chargify'),
          page('Webhooks out', '/webhooks-out'),
        ],
      },
      {
        text: 'Use',
        items: [
          page('Rewards', '/rewards'),
          page('Importing and exporting', '/importing'),
          page('Moving from PartnerStack', '/migrating-from-partnerstack'),
          page('Trying an integration', '/testing'),
          page('First-time mistakes', '/first-time-mistakes'),
          page('Errors', '/errors'),
        ],
      },
      {
        text: 'Run',
        items: [
          page('Running it yourself', '/self-hosting'),
          page('Scaling', '/scaling'),
          page('Security', '/security'),
          page('Releasing', '/releasing'),
        ],
      },
      { text: 'Why it is so', items: [page('Decisions', '/decisions/')] },
    ],
    footer: { message: 'MIT licence. Not affiliated with or endorsed by PartnerStack or any platform named here.' },
  },
})
