/** The product pictures, drawn. */
import { html, type Html } from './html.ts'

const steam = html`<path d="M88 52c-6-8 6-12 0-22M104 52c-6-8 6-12 0-22" class="line thin" />`

const DRAWINGS: Record<string, Html> = {
  'harbour-mug': html`${steam}
    <path d="M138 82h14a18 18 0 0 1 0 40h-16" class="line" />
    <path d="M56 66h84l-5 66a14 14 0 0 1-14 13H75a14 14 0 0 1-14-13z" class="fill one" />
    <path d="M56 66h84l-1.500 18c-12 9-20-3-30 3s-18 8-28 0-16 4-23-1z" class="fill two" />
    <ellipse cx="98" cy="66" rx="42" ry="9" class="fill three" />
    <path d="M74 145h48l3 8H71z" class="fill two" />`,
  'ladle-bowl': html`<path d="M128 94l22-54q4-10 14-6" class="line" />
    <path d="M36 88h128c0 40-28 60-64 60s-64-20-64-60z" class="fill one" />
    <ellipse cx="100" cy="88" rx="64" ry="15" class="fill three" />
    <ellipse cx="100" cy="91" rx="52" ry="10" class="fill two" />
    <path d="M78 147h44l4 9H74z" class="fill two" />`,
  'walnut-board': html`<path
      d="M70 24h60a14 14 0 0 1 14 14v96a20 20 0 0 1-20 20h-8v14a16 16 0 0 1-32 0v-14h-8a20 20 0 0 1-20-20V38a14 14 0 0 1 14-14z"
      class="fill one"
    />
    <circle cx="100" cy="166" r="6" class="hole" />
    <path d="M76 40c8 30-4 60 4 98M100 34c-6 34 8 66 0 108M122 40c6 30-6 62 2 96" class="line thin" />`,
  'enamel-kettle': html`<path d="M58 92a44 44 0 0 1 84 0" class="line" />
    <path d="M142 104l26-20 6 8-24 34" class="fill two" />
    <path d="M52 108c0-18 20-28 48-28s48 10 48 28v26c0 14-10 20-22 20H74c-12 0-22-6-22-20z" class="fill one" />
    <path d="M72 84c6-8 50-8 56 0z" class="fill two" />
    <circle cx="100" cy="72" r="6" class="fill three" />
    <path d="M52 132h96" class="line thin" />`,
  'linen-towels': html`<path d="M40 36h120" class="line" />
    <path d="M52 36h38v112l-19-6-19 6z" class="fill one" />
    <path d="M82 36h38v126l-19-6-19 6z" class="fill three" />
    <path d="M112 36h38v104l-19-6-19 6z" class="fill two" />
    <path d="M52 122h30M52 130h30M82 136h38M82 144h38M120 114h30M120 122h30" class="line thin" />`,
  'table-candles': html`<path
      d="M64 60c-7-10 0-16 0-24 6 8 9 16 0 24zM88 46c-7-10 0-16 0-24 6 8 9 16 0 24zM112 60c-7-10 0-16 0-24 6 8 9 16 0 24zM136 46c-7-10 0-16 0-24 6 8 9 16 0 24z"
      class="flame"
    />
    <path d="M57 64h14v92H57zM105 64h14v92h-14z" class="fill one" />
    <path d="M81 50h14v106H81zM129 50h14v106h-14z" class="fill three" />
    <path d="M44 152h112v12H44z" class="fill two" />`,
}

export function drawing(slug: string): Html {
  return html`<svg viewBox="0 0 200 190" aria-hidden="true" focusable="false">${DRAWINGS[slug]}</svg>`
}
