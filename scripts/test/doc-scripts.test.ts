/**
 * @vitest-environment jsdom
 *
 * What the documents tell people to write on their pages, run on a page that has the script as it is built.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { BLOCKS, nameOf } from './doc-blocks.ts'

const SCRIPT = readFileSync(join(process.cwd(), 'packages/partnerstack-js/dist/partnerstack.min.js'), 'utf8')
/** What such a page has of its own. */
const OWN = `
  var form = { elements: { partner_key: {}, xid: {} } }, hiddenField = {}, customer_key = '1', email = 'cleo@example.com'
  var Cookiebot = { consent: { marketing: true } }, data = { type: 'hsFormCallback', eventName: 'onFormReady' }
`
const isModule = (text: string): boolean => /^(import|export) |module\.exports/m.test(text)
const blocks = BLOCKS.filter(({ text, language }) => language === 'js' && text.includes('growsumo') && !isModule(text))

beforeAll(() => vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"status":200}'))))
beforeEach(() => {
  document.body.innerHTML = '<input name="partner_key"><a href="https://example-app.io/">to the app</a>'
  window.history.replaceState(null, '', '/?gspk=YWRh&gsxid=abcdefghijklmn')
  window.eval(`${SCRIPT}; growsumo._initialize('pk_12345678901234567890123456789012')`)
})

it.each(blocks.map((block) => [nameOf(block), block.text] as const))('%s runs', async (_name, text) => {
  await expect(window.eval(`(async function () { ${OWN}\n${text}\n })()`)).resolves.toBeUndefined()
})

it('is of many places', () => expect(blocks.length).toBeGreaterThan(10))
