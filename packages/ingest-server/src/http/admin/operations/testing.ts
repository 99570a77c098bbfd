/** The Testing Suite: the link to begin with, the seven steps of an integration, and following what happens. */
import { z } from 'zod'
import { AppError } from '../../../errors.ts'
import { linkUrl } from '../../../link-url.ts'
import { textOrNull } from '../../../objects/shapes.ts'
import { operation } from '../../api/operation.ts'
import { filter } from '../../paging.ts'
import { follow } from '../events.ts'
import { destinationOf } from '../seen.ts'
import { judgeSteps, Step } from '../steps.ts'
import { IN_MODE, moment } from './parts.ts'

export const exampleStep: z.input<typeof Step> = {
  ...{ step: 1, name: 'The snippet loads on your page', state: 'done', at: 1767225600000 },
  ...{ told: 'A page of https://acme.example reported a sign-up by it', change: null, key: 'dlv_0SlGpYh3Kq9Zb1' },
}
const Steps = z.strictObject({ items: z.array(Step) }).meta({ id: 'TestSteps' })
const TestLink = z
  .strictObject({
    partner_key: z.string(),
    url: z.string(),
    destination: textOrNull.meta({ description: 'Null: it leads nowhere, and a click on it is not counted.' }),
  })
  .meta({ id: 'TestLink' })

const about = { ...IN_MODE, tag: 'Testing' } as const

export const testing = [
  operation({
    ...about,
    id: 'followEvents',
    method: 'GET',
    path: '/testing/events',
    summary: 'Server-sent events: `sighting`, `click`, `signup`, `delivery` and `payment`, as they are committed',
    answers: z.undefined(),
    message: 'Following',
    example: { data: undefined },
    silent: true,
    async handle(call) {
      await follow(call)
      return undefined
    },
  }),
  operation({
    ...about,
    id: 'getTestSteps',
    method: 'GET',
    path: '/testing/steps',
    summary: 'The seven steps of a live integration: what arrived, or why it did not and what to change',
    query: z.object({ since: moment.optional().meta({ description: 'Epoch milliseconds; else a day ago.' }) }),
    answers: Steps,
    message: 'Steps judged',
    example: { data: { items: [exampleStep] } },
    handle: async (call) => ({ items: await judgeSteps(call, call.query.since) }),
  }),
  operation({
    ...about,
    id: 'getTestLink',
    method: 'GET',
    path: '/testing/link',
    summary: 'The link of a partner, and where it leads',
    query: z.object({ partner_key: filter }),
    answers: TestLink,
    message: 'Link retrieved',
    example: {
      data: {
        ...{ partner_key: 'gstest', url: 'https://partners.acme.example/r/gstest' },
        destination: 'https://acme.example/',
      },
    },
    refuses: ['PARTNER_NOT_FOUND'],
    async handle(call) {
      const { books, mode, deps, query } = call
      const partnerKey = query.partner_key ?? 'gstest'
      const [link] = await books.links(mode, partnerKey)
      if (!link) throw new AppError('PARTNER_NOT_FOUND', `There is no partner '${partnerKey}' with a link here.`)
      const destination = await destinationOf(call, link.path)
      return { partner_key: partnerKey, url: linkUrl(deps, link.path), destination }
    },
  }),
]
