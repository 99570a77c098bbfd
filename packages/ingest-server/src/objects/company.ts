/** Whose program it is, as a partner sees it. */
import { z } from 'zod'

export const Company = z.strictObject({ key: z.string(), name: z.string() }).meta({ id: 'Company' })
export type Company = z.output<typeof Company>

export const exampleCompany: Company = { key: 'co_5f8Kq2Xb', name: 'acme.example' }
