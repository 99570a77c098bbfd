/** Calls of operations that are alike. */
import type { ErrorCode } from '../../src/errors.ts'
import type { Named, World } from './api-world.ts'

export interface Case {
  /** A call that succeeds; absent where none can. */
  readonly good?: (world: World) => Named
  /** Calls that meet a code of the operation's own. */
  readonly refused?: Partial<Record<ErrorCode, (world: World) => Named>>
}

export const id = (value: string, rest: Omit<Named, 'path'> = {}): Named => ({ path: { id: value }, ...rest })
const plain: Case = { good: () => ({}) }
export const list: Case = { good: () => ({}), refused: { UNKNOWN_CURSOR: () => ({ query: 'starting_after=nobody' }) } }
const twin = { EMAIL_AMBIGUOUS: () => id('twin@example.com') } as const
const nobody = { CUSTOMER_NOT_FOUND: () => id('nobody') } as const
export const nowhere = { NOT_FOUND: () => id('nothing') } as const

export const createCustomer = (keyName: string): Case => ({
  good: () => ({ body: { [keyName]: 'new', email: 'n@example.com', partner_key: 'ada' } }),
  refused: {
    PARTNER_NOT_FOUND: () => ({ body: { [keyName]: 'new', email: 'n@example.com', partner_key: 'nobody' } }),
    KEY_TAKEN: () => ({
      body: { [keyName]: 'new', email: 'n@example.com', partner_key: 'ada', provider_key: 'cus_taken' },
    }),
  },
})
export const changeCustomer = (keyName: string): Case => ({
  good: () => id('c1', { body: { name: 'New' } }),
  refused: {
    CUSTOMER_NOT_FOUND: () => id('nobody', { body: {} }),
    EMAIL_AMBIGUOUS: () => id('twin@example.com', { body: {} }),
    KEY_TAKEN: () => id('c1', { body: { [keyName]: 'c2' } }),
  },
})
export const oneCustomer: Case = { good: () => id('c1'), refused: { ...nobody, ...twin } }
export const oneTransaction: Case = {
  good: () => id('order-1'),
  refused: { TRANSACTION_NOT_FOUND: () => id('nothing') },
}
export const ofCustomer: Case = {
  good: () => id('c1'),
  refused: { ...nobody, ...twin, UNKNOWN_CURSOR: () => id('c1', { query: 'ending_before=nothing' }) },
}
export const listTransactions: Case = {
  good: () => ({ query: 'customer_key=c1' }),
  refused: { ...list.refused, EMAIL_AMBIGUOUS: () => ({ query: 'customer_key=twin@example.com' }) },
}
export const createPartnership: Case = {
  good: () => ({ path: { public_key: 'pk_1' }, body: { email: 'n@partners.example', partner_key: 'new' } }),
  refused: {
    KEY_TAKEN: () => ({ body: { email: 'n@partners.example', partner_key: 'ada' } }),
    NOT_FOUND: () => ({ body: { email: 'n@partners.example', group_key: 'nothing' } }),
  },
}
export const changePartnership: Case = {
  good: () => id('ada', { body: { last_name: 'Byron' } }),
  refused: {
    PARTNER_NOT_FOUND: () => id('nobody', { body: {} }),
    NOT_FOUND: () => id('ada', { body: { group_key: 'nothing' } }),
    KEY_TAKEN: () => id('ada', { body: { email: 'bob@partners.example' } }),
  },
}
export const changeGroup: Case = {
  good: () => id('silver', { body: { name: 'Silver 2' } }),
  refused: {
    NOT_FOUND: () => id('nothing', { body: {} }),
    KEY_TAKEN: () => id('silver', { body: { slug: 'gold' } }),
    CONFLICT: () => id('default', { body: { slug: 'other' } }),
  },
}
export const changeHook: Case = {
  good: () => id('hook_1', { body: { events: ['*'] } }),
  refused: { NOT_FOUND: () => id('nothing', { body: {} }) },
}
export const createAction: Case = {
  good: () => ({
    body: { target_type: 'customer', target_key: 'c1', type: 'upload', value: 2, external_key: 'act-2' },
  }),
  refused: {
    CUSTOMER_NOT_FOUND: () => ({ body: { target_type: 'customer', target_key: 'nobody', type: 'upload', value: 1 } }),
    PARTNER_NOT_FOUND: () => ({ body: { target_type: 'partnership', target_key: 'nobody', type: 'call', value: 1 } }),
    EMAIL_AMBIGUOUS: () => ({ body: { target_type: 'customer', target_key: 'twin@example.com', type: 'x', value: 1 } }),
    KEY_TAKEN: () => ({
      body: { target_type: 'customer', target_key: 'c1', type: 'x', value: 1, external_key: 'act-1' },
    }),
  },
}
export const bonus = (type: string, key: string) => ({
  body: { amount: 5, description: 'Bonus', target: { type, key } },
})
export const changeTrigger: Case = {
  good: ({ keys }) => id(keys['trigger'] ?? '', { body: { name: 'All' } }),
  refused: {
    TRIGGER_NOT_FOUND: () => id('nothing', { body: {} }),
    NOT_FOUND: ({ keys }) => id(keys['trigger'] ?? '', { body: { conditions: { groups: ['nothing'] } } }),
  },
}
export const noTrigger = { TRIGGER_NOT_FOUND: () => id('nothing') } as const
export const hookV1 = { event: 'customer_created', target_url: 'https://hooks.example/' }

export function prospects(kind: 'Deal' | 'Lead', own: string, other: string): Record<string, Case> {
  const change: Case = {
    good: () => id(own, { body: { amount: 5 } }),
    refused: {
      NOT_FOUND: () => id('nothing', { body: {} }),
      PARTNER_NOT_FOUND: () => id(own, { body: { partner_key: 'nobody' } }),
      KEY_TAKEN: () => id(own, { body: { external_key: other } }),
    },
  }
  return {
    [`list${kind}s`]: list,
    [`create${kind}`]: {
      good: () => ({ body: { partner_key: 'ada', external_key: 'new', amount: 5 } }),
      refused: {
        PARTNER_NOT_FOUND: () => ({ body: { partner_key: 'nobody' } }),
        KEY_TAKEN: () => ({ body: { partner_key: 'ada', external_key: own } }),
        ...(kind === 'Deal' && { NOT_FOUND: () => ({ body: { group_key: 'nothing' } }) }),
      },
    },
    [`get${kind}`]: { good: () => id(own), refused: nowhere },
    [`update${kind}`]: change,
    [`replace${kind}`]: change,
    [`archive${kind}`]: { good: () => id(own), refused: nowhere },
    [`list${kind}Files`]: { good: () => id(own), refused: nowhere },
    [`list${kind}FormTemplates`]: plain,
    [`convert${kind}`]: {
      good: () => id(own, { body: { email: 'new@example.com', customer_key: 'new' } }),
      refused: {
        NOT_FOUND: () => id('nothing', { body: { email: 'new@example.com' } }),
        CONFLICT: () => id(`${kind} without partner`, { body: { email: 'new@example.com' } }),
        PARTNER_NOT_FOUND: () => id(`${kind} of eve`, { body: { email: 'new@example.com' } }),
      },
    },
  }
}
