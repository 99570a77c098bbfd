/** What people are shown as: their name, else their e-mail, else their key. */
import type { Customer, Partner, Transaction } from '../api/types.ts'

export const nameOfPartner = ({ first_name: first, last_name: last, email }: Partner): string =>
  [first, last].filter(Boolean).join(' ') || email

export const nameOfCustomer = ({
  name,
  email,
  customer_key: key,
}: Pick<Customer, 'name' | 'email' | 'customer_key'>): string => name ?? email ?? key

export const nameOfPayer = ({ customer }: Transaction): string =>
  customer.name ?? customer.email ?? customer.external_key
