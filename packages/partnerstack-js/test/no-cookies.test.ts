// Sandboxed frames and private windows: a referral counts for the page it is on, and nothing breaks.
import { describe, expect, it } from 'vitest'
import { link, openPage } from './support/page.ts'

describe('a page that may have no cookies', () => {
  const forbid = (window: Window & typeof globalThis) => {
    const refuse = () => {
      throw new window.DOMException('The document is sandboxed', 'SecurityError')
    }
    Object.defineProperty(window.document, 'cookie', { get: refuse, set: refuse })
  }

  it('still credits the partner in its URL, without an error', async () => {
    const page = await openPage({ url: `https://shop.test/${link('ada', 'x1')}`, prepare: forbid })
    expect(page.growsumo.data).toMatchObject({ partner_key: 'ada', xid: 'x1' })
    await page.growsumo.createSignup()
    expect(page.sent[0]!.body).toMatchObject({ partner_key: 'ada', xid: 'x1' })
    expect(page.errors).toEqual([])
  })

  it('works without an error where the browser silently drops every cookie', async () => {
    const drop = ({ document }: Window) => {
      Object.defineProperty(document, 'cookie', { get: () => '', set: () => {} })
    }
    const page = await openPage({ url: `https://shop.test/${link('ada', 'x1')}`, prepare: drop })
    expect(page.growsumo.data).toMatchObject({ partner_key: 'ada', xid: 'x1' })
    expect(page.errors).toEqual([])
  })
})
