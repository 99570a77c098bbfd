/** What every answer that is no page says to a browser that is led to it: show nothing of it, run nothing, be framed by nobody. */
export const DATA_ONLY = {
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
} as const
