import { describe, expect, test } from 'vitest'
import { readPlaywright, readVitest } from '../test-report.ts'

const passes = { status: 'passed', fullName: 'adds', failureMessages: [] }
const fails = {
  status: 'failed',
  fullName: 'sums › adds',
  failureMessages: ['\u001b[31mexpected 3\u001b[39m\n  at sum.test.ts:4'],
}

function file(over: object): Parameters<typeof readVitest>[0]['testResults'][number] {
  return {
    name: 'a.test.ts',
    status: 'passed',
    message: '',
    startTime: 1000,
    endTime: 3500,
    assertionResults: [],
    ...over,
  }
}

describe('what Vitest reports', () => {
  test('names what failed, and what was said without its colours', () => {
    const report = readVitest({
      numPassedTests: 1,
      numFailedTests: 1,
      testResults: [file({ status: 'failed', assertionResults: [passes, fails] })],
    })
    expect(report).toMatchObject({ passed: 1, failed: 1, files: [{ name: 'a.test.ts', seconds: 2.5 }] })
    expect(report.failures).toEqual(['a.test.ts › sums › adds\n    expected 3\n      at sum.test.ts:4'])
  })

  test('counts a file that could not be read', () => {
    const report = readVitest({
      numPassedTests: 1,
      numFailedTests: 0,
      testResults: [
        file({ assertionResults: [passes] }),
        file({ name: 'b.test.ts', status: 'failed', message: 'no such module', endTime: 9000 }),
      ],
    })
    expect(report).toMatchObject({ passed: 1, failed: 1, failures: ['b.test.ts\n    no such module'] })
    expect(report.files.map(({ name }) => name)).toEqual(['b.test.ts', 'a.test.ts'])
  })
})

test('what Playwright reports names what failed in which browser, however deep it is', () => {
  const ran = (projectName: string, status: string, errors: { message: string }[]) => ({
    projectName,
    status,
    results: [{ duration: 1500, errors }],
  })
  const report = readPlaywright({
    stats: { expected: 1, flaky: 0, unexpected: 1 },
    suites: [
      {
        suites: [
          {
            specs: [
              {
                title: 'buys',
                file: 'shop.spec.ts',
                tests: [ran('chromium', 'expected', []), ran('firefox', 'unexpected', [{ message: 'no button' }])],
              },
            ],
          },
        ],
      },
    ],
  })
  expect(report).toEqual({
    passed: 1,
    failed: 1,
    failures: ['shop.spec.ts [firefox] › buys\n    no button'],
    files: [
      { name: 'shop.spec.ts [chromium]', seconds: 1.5 },
      { name: 'shop.spec.ts [firefox]', seconds: 1.5 },
    ],
  })
})
