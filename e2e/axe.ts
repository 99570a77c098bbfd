/** What a page says to those who do not see it, or use no mouse, judged by axe: what is serious or worse fails. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What is there is the same in either scheme; these are not. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** Colours on their way from one scheme to the other are neither's: waits until nothing moves that comes to an end. */
async function stillness(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const ends = (one: Animation): boolean => one.effect?.getComputedTiming().endTime !== Infinity
    return document.getAnimations().every((one) => one.playState !== 'running' || !ends(one))
  })
}

/** Each as "rule: how many places, the first of them". Best in both schemes: contrast differs. */
export async function barriersOf(page: Page, which: 'all' | 'of colour' = 'all'): Promise<string[]> {
  await stillness(page)
  // In the page itself: no page of ours has frames, for which axe would open another one.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (which === 'all' ? axe : axe.withRules(OF_COLOUR)).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.length}, ${nodes[0]?.html.slice(0, 200)}`)
}
