/** How the reference looks, by day and by night. */
export const STYLE = `
:root { color-scheme: light dark; font: 100%/1.55 system-ui, sans-serif }
body { margin: 0; background: Canvas; color: CanvasText }
a { color: LinkText }
header, main { max-width: 64rem; margin: 0 auto; padding: 1.5rem }
h1 { font-size: 1.5rem; margin: 0 0 .5rem }
h2 { font-size: 1.125rem; margin: 2.5rem 0 .75rem }
h3 { font-size: .9375rem; margin: 1.25rem 0 .25rem }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin-top: 1rem }
details { border: 1px solid color-mix(in srgb, CanvasText 15%, Canvas); border-radius: .5rem; margin: .5rem 0 }
summary { cursor: pointer; padding: .625rem .875rem; display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline }
summary:focus-visible { outline: 2px solid LinkText; outline-offset: 2px; border-radius: .5rem }
details > div { padding: 0 .875rem 1rem }
code, pre { font: .875em/1.5 ui-monospace, monospace }
pre { overflow-x: auto; padding: .75rem; border-radius: .375rem; background: color-mix(in srgb, CanvasText 6%, Canvas) }
.method { font-weight: 700; min-width: 3.75rem }
.says { opacity: .75 }
table { border-collapse: collapse; width: 100%; font-size: .875rem }
td, th { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; overflow-wrap: anywhere }
td:first-child, .word { white-space: nowrap }
.in1 { padding-left: 1rem }
.in2 { padding-left: 2rem }
.in3 { padding-left: 3rem }
`
