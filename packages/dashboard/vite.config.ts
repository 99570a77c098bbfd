import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Files of the build are named after what is in them, so that browsers may keep them; nothing is inlined, for the CSP's sake. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/dashboard/',
  plugins: [react()],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
    // Beside the dashboard, the page that a partner sees: it has no login and knows nothing of the rest.
    rollupOptions: {
      input: { index: `${import.meta.dirname}/index.html`, partner: `${import.meta.dirname}/partner.html` },
    },
  },
  // While the pages are worked on: everything else is answered by a server that runs beside it.
  server: { proxy: { '/admin': 'http://127.0.0.1:8010' } },
})
