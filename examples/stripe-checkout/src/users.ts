/** The people who signed up, and who is logged in: this product's own data, in one JSON file. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Low, Memory } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { hashPassword, isPassword } from './password.ts'

export interface User {
  /** Also the `customer_key` by which partner attribution knows this user. */
  readonly id: string
  readonly email: string
  readonly name: string
  readonly password: string
  stripeCustomer: string | null
}
interface Data {
  users: User[]
  /** By the hash of the cookie's token, so that the file alone logs nobody in. */
  sessions: Record<string, { userId: string; until: number }>
}
export interface Users {
  /** Null when the e-mail is taken. */
  add(fields: { email: string; name: string; password: string }): Promise<User | null>
  byPassword(email: string, password: string): Promise<User | null>
  bySession(token: string): User | null
  startSession(user: User): Promise<string>
  endSession(token: string): Promise<void>
  setStripeCustomer(user: User, id: string): Promise<void>
}

export const SESSION_MS = 30 * 86_400_000

export async function openUsers(folder: string | undefined, now: () => number): Promise<Users> {
  if (folder) await mkdir(folder, { recursive: true })
  const adapter = folder ? new JSONFile<Data>(join(folder, 'stripe-checkout.json')) : new Memory<Data>()
  const db = new Low<Data>(adapter, { users: [], sessions: {} })
  await db.read()

  const byEmail = (email: string) => db.data.users.find((user) => user.email === email.trim().toLowerCase())
  return {
    add: async ({ email, name, password }) => {
      const hash = await hashPassword(password)
      // Looked up after the wait, so that two forms sent at once make one user.
      if (byEmail(email)) return null
      const id = `user_${randomBytes(9).toString('base64url')}`
      const user: User = { id, email: email.trim().toLowerCase(), name, password: hash, stripeCustomer: null }
      await db.update(({ users }) => users.push(user))
      return user
    },
    byPassword: async (email, password) => {
      const user = byEmail(email)
      return user && (await isPassword(password, user.password)) ? user : null
    },
    bySession: (token) => {
      const session = db.data.sessions[digest(token)]
      if (!session || session.until <= now()) return null
      return db.data.users.find((user) => user.id === session.userId) ?? null
    },
    startSession: async (user) => {
      const token = randomBytes(24).toString('base64url')
      await db.update(({ sessions }) => {
        for (const [key, { until }] of Object.entries(sessions)) if (until <= now()) delete sessions[key]
        sessions[digest(token)] = { userId: user.id, until: now() + SESSION_MS }
      })
      return token
    },
    endSession: (token) => db.update(({ sessions }) => delete sessions[digest(token)]),
    setStripeCustomer: (user, id) => db.update(() => (user.stripeCustomer = id)),
  }
}

const digest = (token: string): string => createHash('sha256').update(token).digest('hex')
