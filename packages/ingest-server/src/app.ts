/** The server, built but not started. */
import express, { type Express } from 'express'
import type { Deps } from './http/deps.ts'
import { docs } from './http/docs/index.ts'
import { errorHandler, notFound } from './http/errors.ts'
import { files } from './http/files.ts'
import { guide } from './http/guide.ts'
import { linkHosts, publicLinks } from './http/links.ts'
import { createLookups } from './http/lookups.ts'
import { ownEndpoint } from './http/own-endpoint.ts'
import { health } from './http/health.ts'
import { observe } from './http/observe.ts'
import { remember } from './http/remember.ts'
import { script } from './http/script.ts'
import { createSightings } from './http/sightings.ts'
import { signups } from './http/signups.ts'
import { adminFiles } from './http/admin/files.ts'
import { adminRouter } from './http/admin/router.ts'
import { builtPages } from './http/built-pages.ts'
import { limitCallers } from './http/api/caller.ts'
import { dashboard } from './http/dashboard.ts'
import { partnerPages } from './http/partner-page.ts'
import { apiRouter } from './http/api/router.ts'
import { OPERATIONS } from './http/operations/index.ts'
import { webhooks } from './http/webhooks.ts'

export type { Deps } from './http/deps.ts'

export function createApp(deps: Deps): Express {
  const lookups = createLookups(deps)
  const sightings = createSightings(deps)
  const pages = builtPages()
  const limit = limitCallers(deps.limits.api)
  const app = express()
  app.disable('x-powered-by')
  // Answers are made for one caller at one time; hashing each for an ETag would cost more than it saves.
  app.disable('etag')
  app.set('query parser', 'simple')
  app.set('case sensitive routing', true)
  app.set('trust proxy', deps.trustProxy)

  app.use(observe(deps))
  if (deps.endpointPath !== null) app.use(ownEndpoint(deps.endpointPath)) // before all that ask for the path
  if (deps.linkHosts.length > 0) app.use(linkHosts(deps, lookups)) // first: on those hosts nearly every path is a link
  app.use(health(deps))
  app.use(webhooks(deps, lookups, sightings))
  app.use(signups(deps, lookups, sightings))
  app.use(remember(deps, lookups))
  app.use(script(deps, sightings))
  app.use('/r', publicLinks(deps, lookups))
  app.use(files(deps, lookups, limit))
  app.use(apiRouter(OPERATIONS, deps, lookups, limit))
  app.use(docs(OPERATIONS, deps))
  app.use(adminFiles(deps))
  app.use(guide())
  app.use(adminRouter(deps, lookups))
  app.use(partnerPages(deps, pages))
  app.use(dashboard(pages))
  app.use(notFound)
  app.use(errorHandler(deps.log, deps.elapsed))
  return app
}
