/** What a visitor sees whose link leads nowhere. */
import helmet from 'helmet'
import { Router, type RequestHandler } from 'express'

const style = `
  :root { color-scheme: light dark; font: 100%/1.6 system-ui, sans-serif }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: Canvas; color: CanvasText }
  main { max-width: 26rem; padding: 2rem; text-align: center }
  h1 { font-size: 1.375rem; line-height: 1.3; margin: 0 0 .75rem }
  p { margin: 0; opacity: .8 }
`

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>This link leads nowhere</title>
    <style>${style}</style>
  </head>
  <body>
    <main>
      <h1>This link leads nowhere</h1>
      <p>It may have been mistyped, or it is no longer in use. Please ask whoever gave it to you for a new one.</p>
    </main>
  </body>
</html>
`

const send: RequestHandler = (_req, res) => {
  res.status(404).set('Cache-Control', 'no-store').type('html').send(html)
}

/** The page, with a browser's guards around it. */
export const linkPage = (): Router =>
  Router().use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"] },
      },
      // Whether the host is for https only is its owner's to say.
      strictTransportSecurity: false,
    }),
    send,
  )
