/** By what a server is known from outside: the same of all processes on one SECRET_KEY, another of every installation. */
import { createHmac } from 'node:crypto'

/** 16 hex digits; of the key, nothing can be had from them. */
export const serverIdOf = (secretKey: Buffer): string =>
  createHmac('sha256', secretKey).update('server id').digest('hex').slice(0, 16)
