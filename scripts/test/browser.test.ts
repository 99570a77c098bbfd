/** A browser that the tests need is found, or installed, or its absence is told: it is never gone without in silence. */
import { describe, expect, it, vi } from 'vitest'
import { BROWSERS, missingBrowsers, type Browser, type Step } from '../browser.ts'

/** A Firefox that is here from the nth time that somebody looks. */
function firefox(from: number): Browser {
  let looks = 0
  return { name: 'firefox', debian: 'firefox-esr', isHere: () => ++looks >= from }
}
const steps = (goes = true) => vi.fn<Step>(() => goes)
const asked = (run: ReturnType<typeof steps>): string[] => run.mock.calls.map((words) => words.join(' '))

describe('missingBrowsers', () => {
  it('looks for both', () => {
    expect(BROWSERS.map(({ name }) => name)).toEqual(['chromium', 'firefox'])
  })

  it('installs nothing where it is here', () => {
    const run = steps()
    expect(missingBrowsers([firefox(1)], run).size).toBe(0)
    expect(asked(run)).toEqual([])
  })

  it('installs Debian’s as root', () => {
    const run = steps()
    expect(missingBrowsers([firefox(2)], run, () => true).size).toBe(0)
    expect(asked(run)).toEqual(['apt-get update -q', 'apt-get install -y -q --no-install-recommends firefox-esr'])
  })

  it.each([
    ['elsewhere', 2, false],
    ['where Debian’s brought none', 3, true],
  ])('installs Playwright’s %s', (_name, from, mayInstall) => {
    const run = steps()
    expect(missingBrowsers([firefox(from)], run, () => mayInstall).size).toBe(0)
    expect(asked(run).at(-1)).toBe('npx playwright install firefox')
  })

  it.each([
    ['no step goes well', false],
    ['the steps went well and left none', true],
  ])('says what to do where %s', (_name, goes) => {
    const browser = firefox(Infinity)
    const missing = missingBrowsers([browser], steps(goes), () => true)
    expect(missing.get(browser)).toContain('apt-get install firefox-esr')
    expect(missing.get(browser)).toContain('npx playwright install firefox')
  })
})
