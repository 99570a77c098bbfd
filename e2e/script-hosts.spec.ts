/** The script on the hosts that pages have: names of this machine, addresses, files. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { link, PUBLIC_KEY } from './script-site.ts'
import { expect, partner, signUp, tag, test } from './script-test.ts'

for (const host of ['localhost', '127.0.0.1']) {
  test(`a referral is remembered on ${host}, with a port`, async ({ page, site, errors }) => {
    const own = `<script src="/v1/?more" data-key="${PUBLIC_KEY}"></script>`
    site.pages.set('/', own).set('/next', own)
    await page.goto(`${site.at(host)}/${link('ada', 'x1')}`)
    await page.goto(`${site.at(host)}/next`)
    expect(await partner(page)).toBe('ada')
    await signUp(page, 'c1')
    await expect.poll(() => site.signups()).toMatchObject([{ customer_key: 'c1', partner_key: 'ada', xid: 'x1' }])
    expect(errors).toEqual([])
  })
}

test('a page that is a file signs up whom its address names', async ({ page, site, errors }) => {
  const folder = await mkdtemp(join(tmpdir(), 'page-'))
  const file = join(folder, 'page.html')
  await writeFile(file, `<!doctype html><title>a file</title><body>${tag(site, '', '?more')}</body>`)
  await page.goto(`${pathToFileURL(file).href}${link('ada', 'x1')}`)
  await signUp(page, 'c1')
  await expect.poll(() => site.signups()).toMatchObject([{ customer_key: 'c1', partner_key: 'ada', xid: 'x1' }])
  expect(site.asked[0]?.headers['origin']).toBe('null')
  expect(errors).toEqual([])
  await rm(folder, { recursive: true })
})
