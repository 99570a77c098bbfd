import { describe, expect, it } from 'vitest'
import { isConfigError, readConfig } from '../../src/config.ts'

describe('the environment', () => {
  it('may be empty', () => {
    expect(readConfig({})).toEqual({
      ...{
        database: { file: './data/partnerstack.db' },
        host: '127.0.0.1',
        port: 8010,
        publicUrl: 'http://127.0.0.1:8010',
      },
      ...{
        linkHosts: [],
        apiOrigins: [],
        secretKey: null,
        formerKeys: [],
        adminPassword: null,
        trustProxy: false,
        logLevel: 'info',
        scriptPath: null,
        endpointPath: null,
        privateTargets: false,
        metricsToken: null,
        drainMs: 0,
        shutdownMs: 25_000,
      },
      limits: { api: 60_000, signups: 600 },
    })
  })

  it('may have empty variables, which count as absent', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: ' ', SECRET_KEY: '', HOME: '/root' })).toEqual(readConfig({}))
  })

  it.each([
    ['DATABASE_URL', 'file:./x.db', { database: { file: './x.db' } }],
    ['DATABASE_URL', 'file:/var/lib/x.db', { database: { file: '/var/lib/x.db' } }],
    ['DATABASE_URL', 'file:///var/lib/x%20y.db', { database: { file: '/var/lib/x y.db' } }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0', publicUrl: 'http://0.0.0.0:8010' }],
    ['HOST', '::1', { host: '::1', publicUrl: 'http://[::1]:8010' }],
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65535 }],
    ['PUBLIC_URL', 'https://partners.acme.example/', { publicUrl: 'https://partners.acme.example' }],
    ['LINK_HOST', 'go.acme.example', { linkHosts: [{ host: 'go.acme.example', origin: 'https://go.acme.example' }] }],
    [
      'LINK_HOST',
      'http://go.localhost:8010',
      { linkHosts: [{ host: 'go.localhost', origin: 'http://go.localhost:8010' }] },
    ],
    [
      'API_ORIGINS',
      'https://app.acme.example/, http://localhost:3000',
      { apiOrigins: ['https://app.acme.example', 'http://localhost:3000'] },
    ],
    ['TRUST_PROXY', 'true', { trustProxy: true }],
    ['TRUST_PROXY', '1', { trustProxy: 1 }],
    ['API_LIMIT', '0', { limits: { api: 0, signups: 600 } }],
    ['SIGNUP_LIMIT', '50', { limits: { api: 60_000, signups: 50 } }],
    ['TRUST_PROXY', 'loopback, 10.0.0.0/8', { trustProxy: 'loopback, 10.0.0.0/8' }],
    ['LOG_LEVEL', 'silent', { logLevel: 'silent' }],
    ['ADMIN_PASSWORD', 'correct horse', { adminPassword: 'correct horse' }],
    ['SCRIPT_PATH', '/js/partners.js', { scriptPath: '/js/partners.js' }],
    ['ENDPOINT_PATH', '/js/sign-ups', { endpointPath: '/js/sign-ups' }],
    ['WEBHOOK_PRIVATE_TARGETS', 'allow', { privateTargets: true }],
    ['WEBHOOK_PRIVATE_TARGETS', 'refuse', { privateTargets: false }],
    ['SECRET_KEY', Buffer.alloc(32, 1).toString('base64'), { secretKey: Buffer.alloc(32, 1) }],
  ])('%s=%s is read', (name, value, expected) => {
    expect(readConfig({ [name]: value })).toMatchObject(expected)
  })

  it.each(['postgres://ada:secret@db.internal:5432/books?sslmode=require', 'postgresql://localhost/x'])(
    'names PostgreSQL with %s',
    (url) => {
      const SECRET_KEY = Buffer.alloc(32, 1).toString('base64')
      expect(readConfig({ DATABASE_URL: url, SECRET_KEY })).toMatchObject({ database: { url } })
    },
  )

  it('may name several link hosts; the first is the one links are made with', () => {
    const { linkHosts } = readConfig({ LINK_HOST: ' Go.Acme.example , ref.acme.example,' })
    expect(linkHosts.map(({ host }) => host)).toEqual(['go.acme.example', 'ref.acme.example'])
  })

  it.each([
    ['https://partners.acme.example', 'partners.acme.example'],
    ['https://Partners.acme.example:8443/', 'go.acme.example, http://partners.acme.example'],
  ])('PUBLIC_URL=%s may not be a link host as well: LINK_HOST=%s', (PUBLIC_URL, LINK_HOST) => {
    expect(() => readConfig({ PUBLIC_URL, LINK_HOST })).toThrow('LINK_HOST may not be the host of PUBLIC_URL')
  })

  it.each(['/js/in', '/js/remember'])('SCRIPT_PATH=%s may not be a path of ENDPOINT_PATH=/js/in', (SCRIPT_PATH) => {
    expect(() => readConfig({ SCRIPT_PATH, ENDPOINT_PATH: '/js/in' })).toThrow('SCRIPT_PATH may not be ENDPOINT_PATH')
  })

  it('may name a link host beside the one of PUBLIC_URL, or beside HOST', () => {
    const names = { HOST: '10.0.0.1', PUBLIC_URL: 'https://acme.example', LINK_HOST: 'go.acme.example, 10.0.0.1' }
    expect(readConfig(names).linkHosts.map(({ host }) => host)).toEqual(['go.acme.example', '10.0.0.1'])
  })

  it.each([
    ['DATABASE_URL', 'postgres://localhost/x', 'SECRET_KEY is required with PostgreSQL'],
    ['DATABASE_URL', 'postgresql://localhost/x', 'SECRET_KEY is required with PostgreSQL'],
    ['DATABASE_URL', 'postgres://a:b c/d@/x', 'DATABASE_URL must be an address'],
    ['DATABASE_URL', 'mysql://localhost/x', 'DATABASE_URL must be file:<path>'],
    ['DATABASE_URL', './x.db', 'DATABASE_URL must be file:<path>'],
    ['DATABASE_URL', 'file:', 'DATABASE_URL must be file:<path>'],
    ['HOST', 'a b', 'HOST must be a host name'],
    ['PORT', 'http', 'PORT must be a port number'],
    ['PORT', '65536', 'PORT must be a port number'],
    ['PORT', '-1', 'PORT must be a port number'],
    ['PUBLIC_URL', 'partners.acme.example', 'PUBLIC_URL must be an http or https address'],
    ['PUBLIC_URL', 'javascript:alert(1)', 'PUBLIC_URL must be an http or https address'],
    ['LINK_HOST', 'go acme', 'LINK_HOST must be a comma list of hosts'],
    ['LINK_HOST', 'go.acme.example/path', 'LINK_HOST must be a comma list of hosts'],
    ['LINK_HOST', '127.0.0.1', 'LINK_HOST may not be the host of PUBLIC_URL'],
    ['API_ORIGINS', 'app.acme.example', 'API_ORIGINS must be a comma list of origins'],
    ['API_ORIGINS', 'https://app.acme.example/path', 'API_ORIGINS must be a comma list of origins'],
    ['API_ORIGINS', '*', 'API_ORIGINS must be a comma list of origins'],
    ['WEBHOOK_PRIVATE_TARGETS', 'yes', 'WEBHOOK_PRIVATE_TARGETS must be allow or refuse'],
    ['SECRET_KEY', 'short', 'SECRET_KEY must be 32 bytes in base64'],
    ['SECRET_KEY', Buffer.alloc(31).toString('base64'), 'SECRET_KEY must be 32 bytes in base64'],
    ['SECRET_KEY', Buffer.alloc(33).toString('base64'), 'SECRET_KEY must be 32 bytes in base64'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be fatal, error,'],
    ['TRUST_PROXY', 'constructor', 'TRUST_PROXY must be a number of proxies'],
    ['TRUST_PROXY', 'loopback, my proxy', 'TRUST_PROXY must be a number of proxies'],
    ['SCRIPT_PATH', 'js/partners.js', 'SCRIPT_PATH must be a path'],
    ['SCRIPT_PATH', '/:id', 'SCRIPT_PATH must be a path'],
    ['SCRIPT_PATH', '/', 'SCRIPT_PATH must be a path'],
    ['ENDPOINT_PATH', '/:id', 'ENDPOINT_PATH must be a path'],
  ])('%s=%s is refused by name', (name, value, message) => {
    expect(() => readConfig({ [name]: value })).toThrow(message)
  })

  it('tells its errors from our bugs, and never repeats a secret', () => {
    try {
      readConfig({ SECRET_KEY: 'hush' })
      expect.unreachable()
    } catch (error) {
      expect(isConfigError(error)).toBe(true)
      expect(String(error)).not.toContain('hush')
    }
    expect(isConfigError(new TypeError('x'))).toBe(false)
  })
})
