/** What commands change stands in the audit log, under the name of whoever types them. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, it, onTestFinished } from 'vitest'
import { newCli } from '../support/http-cli.ts'

it('tells of what commands did, and of nothing that stayed as it was', async () => {
  const cli = await newCli()
  onTestFinished(() => cli.remove())
  const run = (...args: string[]) => cli.run(...args, '--mode', 'test', '--json')
  for (let turn = 0; turn < 2; turn++) await run('settings', 'set', 'window_days', '30')
  const { public_key: key } = (await run('keys', 'create')).json as { public_key: string }
  await cli.run('keys', 'revoke', key)
  await run('webhook', 'set', 'stripe', '--secret', 'whsec_x', '--refunds', 'archive')
  await run('partner', 'add', '--email', 'ada@p.test', '--partner-key', 'ada')
  const db = new DatabaseSync(join(cli.folder, 'data', 'partnerstack.db'), { readOnly: true })
  const lines = db.prepare('SELECT * FROM audit ORDER BY at, key').all()
  db.close()
  expect(lines.every(({ actor, test }) => actor === 'operator' && test === 1)).toBe(true)
  expect(lines.map(({ action, subject, detail }) => [action, subject, JSON.parse(String(detail))])).toEqual([
    ['setting.change', 'window_days', { from: '90', to: '30' }],
    ['key.create', key, {}],
    ['key.revoke', key, {}],
    ['platform.change', 'stripe', { secret: 'set' }],
    ['setting.change', 'refunds', { from: 'proportional', to: 'archive' }],
    ['partner.created', expect.stringMatching(/^part_/), expect.objectContaining({ partnerKey: 'ada' })],
  ])
}, 90_000)
