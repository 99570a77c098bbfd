/** How each operation of the API is called so that it succeeds, and what it refuses beyond what any call can meet. */
import type { ErrorCode } from '../../src/errors.ts'
import type { Named, World } from './api-world.ts'

export interface Case {
  /** A call that succeeds; absent where none can. */
  readonly good?: (world: World) => Named
  /** Calls that meet a code of the operation's own. */
  readonly refused?: Partial<Record<ErrorCode, (world: World) => Named>>
}

const id = (value: string, rest: Omit<Named, 'path'> = {}): Named => ({ path: { id: value }, ...rest })
const plain: Case = { good: () => ({}) }
const list: Case = { good: () => ({}), refused: { UNKNOWN_CURSOR: () => ({ query: 'starting_after=nobody' }) } }
const twin = { EMAIL_AMBIGUOUS: () => id('twin@example.com') } as const
const nobody = { CUSTOMER_NOT_FOUND: () => id('nobody') } as const
const nowhere = { NOT_FOUND: () => id('nothing') } as const

const createCustomer = (keyName: string): Case => ({
  good: () => ({ body: { [keyName]: 'new', email: 'n@example.com', partner_key: 'ada' } }),
  refused: {
    PARTNER_NOT_FOUND: () => ({ body: { [keyName]: 'new', email: 'n@example.com', partner_key: 'nobody' } }),
    KEY_TAKEN: () => ({
      body: { [keyName]: 'new', email: 'n@example.com', partner_key: 'ada', provider_key: 'cus_taken' },
    }),
  },
})
const changeCustomer = (keyName: string): Case => ({
  good: () => id('c1', { body: { name: 'New' } }),
  refused: {
    CUSTOMER_NOT_FOUND: () => id('nobody', { body: {} }),
    EMAIL_AMBIGUOUS: () => id('twin@example.com', { body: {} }),
    KEY_TAKEN: () => id('c1', { body: { [keyName]: 'c2' } }),
  },
})
const oneCustomer: Case = { good: () => id('c1'), refused: { ...nobody, ...twin } }
const oneTransaction: Case = { good: () => id('order-1'), refused: { TRANSACTION_NOT_FOUND: () => id('nothing') } }
const ofCustomer: Case = {
  good: () => id('c1'),
  refused: { ...nobody, ...twin, UNKNOWN_CURSOR: () => id('c1', { query: 'ending_before=nothing' }) },
}
const listTransactions: Case = {
  good: () => ({ query: 'customer_key=c1' }),
  refused: { ...list.refused, EMAIL_AMBIGUOUS: () => ({ query: 'customer_key=twin@example.com' }) },
}
const createPartnership: Case = {
  good: () => ({ path: { public_key: 'pk_1' }, body: { email: 'n@partners.example', partner_key: 'new' } }),
  refused: {
    KEY_TAKEN: () => ({ body: { email: 'n@partners.example', partner_key: 'ada' } }),
    NOT_FOUND: () => ({ body: { email: 'n@partners.example', group_key: 'nothing' } }),
  },
}
const changePartnership: Case = {
  good: () => id('ada', { body: { last_name: 'Byron' } }),
  refused: {
    PARTNER_NOT_FOUND: () => id('nobody', { body: {} }),
    NOT_FOUND: () => id('ada', { body: { group_key: 'nothing' } }),
    KEY_TAKEN: () => id('ada', { body: { email: 'bob@partners.example' } }),
  },
}
const changeGroup: Case = {
  good: () => id('silver', { body: { name: 'Silver 2' } }),
  refused: {
    NOT_FOUND: () => id('nothing', { body: {} }),
    KEY_TAKEN: () => id('silver', { body: { slug: 'gold' } }),
    CONFLICT: () => id('default', { body: { slug: 'other' } }),
  },
}
const changeHook: Case = {
  good: () => id('hook_1', { body: { events: ['*'] } }),
  refused: { NOT_FOUND: () => id('nothing', { body: {} }) },
}
const createAction: Case = {
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
const bonus = (type: string, key: string) => ({ body: { amount: 5, description: 'Bonus', target: { type, key } } })
const changeTrigger: Case = {
  good: ({ keys }) => id(keys['trigger'] ?? '', { body: { name: 'All' } }),
  refused: {
    TRIGGER_NOT_FOUND: () => id('nothing', { body: {} }),
    NOT_FOUND: ({ keys }) => id(keys['trigger'] ?? '', { body: { conditions: { groups: ['nothing'] } } }),
  },
}
const noTrigger = { TRIGGER_NOT_FOUND: () => id('nothing') } as const
const hookV1 = { event: 'customer_created', target_url: 'https://hooks.example/' }

function prospects(kind: 'Deal' | 'Lead', own: string, other: string): Record<string, Case> {
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

export const CASES: Readonly<Record<string, Case>> = {
  listCustomers: list,
  listCustomersV1: list,
  createCustomer: createCustomer('customer_key'),
  createCustomerV1: createCustomer('key'),
  getCustomer: oneCustomer,
  getCustomerV1: oneCustomer,
  updateCustomer: changeCustomer('customer_key'),
  replaceCustomer: changeCustomer('customer_key'),
  updateCustomerV1: changeCustomer('key'),
  replaceCustomerV1: changeCustomer('key'),
  archiveCustomer: oneCustomer,
  archiveCustomerV1: oneCustomer,
  listSubscriptions: ofCustomer,
  listTransactions,
  listTransactionsV1: listTransactions,
  listCustomerTransactionsV1: ofCustomer,
  createTransaction: {
    good: () => ({ body: { customer_key: 'c1', amount: 100, key: 'order-2' } }),
    refused: {
      CUSTOMER_NOT_FOUND: () => ({ body: { customer_key: 'nobody', amount: 100 } }),
      EMAIL_AMBIGUOUS: () => ({ body: { customer_email: 'twin@example.com', amount: 100 } }),
      TRANSACTION_KEY_REUSED: () => ({ body: { customer_key: 'c1', amount: 1, key: 'order-1' } }),
    },
  },
  createTransactionV1: {
    good: () => id('c1', { body: { amount: 100, key: 'order-2' } }),
    refused: {
      CUSTOMER_NOT_FOUND: () => id('nobody', { body: { amount: 100 } }),
      EMAIL_AMBIGUOUS: () => id('twin@example.com', { body: { amount: 100 } }),
      TRANSACTION_KEY_REUSED: () => id('c1', { body: { amount: 1, key: 'order-1' } }),
    },
  },
  getTransaction: oneTransaction,
  getTransactionV1: oneTransaction,
  archiveTransaction: oneTransaction,
  archiveTransactionV1: oneTransaction,
  listPartnerships: list,
  createPartnership,
  createPartnershipOf: createPartnership,
  getPartnership: { good: () => id('ada'), refused: { PARTNER_NOT_FOUND: () => id('nobody') } },
  updatePartnership: changePartnership,
  replacePartnership: changePartnership,
  archivePartnership: { good: () => id('ada'), refused: { PARTNER_NOT_FOUND: () => id('nobody') } },
  listGroups: list,
  createGroup: {
    good: () => ({ body: { name: 'Bronze' } }),
    refused: { KEY_TAKEN: () => ({ body: { name: 'Gold' } }) },
  },
  getGroup: { good: () => id('gold'), refused: nowhere },
  updateGroup: changeGroup,
  replaceGroup: changeGroup,
  archiveGroup: { good: () => id('silver'), refused: { ...nowhere, CONFLICT: () => id('default') } },
  listLinks: {
    good: () => ({ path: { partnership: 'ada' } }),
    refused: {
      PARTNER_NOT_FOUND: () => ({ path: { partnership: 'nobody' } }),
      UNKNOWN_CURSOR: () => ({ path: { partnership: 'ada' }, query: 'starting_after=nothing' }),
    },
  },
  createLink: {
    good: () => ({ path: { partnership: 'ada' }, body: { path: 'ada/spring' } }),
    refused: {
      PARTNER_NOT_FOUND: () => ({ path: { partnership: 'nobody' }, body: {} }),
      KEY_TAKEN: () => ({ path: { partnership: 'ada' }, body: { path: 'bob' } }),
    },
  },
  listActions: listTransactions,
  createAction,
  archiveAction: { good: () => id('act-1'), refused: { ACTION_NOT_FOUND: () => id('nothing') } },
  listRewards: listTransactions,
  createReward: {
    good: () => bonus('transaction', 'order-1'),
    refused: {
      CUSTOMER_NOT_FOUND: () => bonus('customer', 'nobody'),
      TRANSACTION_NOT_FOUND: () => bonus('transaction', 'nothing'),
      EMAIL_AMBIGUOUS: () => bonus('customer', 'twin@example.com'),
      CONFLICT: () => bonus('transaction', 'order-0'),
    },
  },
  getReward: { good: ({ keys }) => id(keys['reward'] ?? ''), refused: { REWARD_NOT_FOUND: () => id('nothing') } },
  updateReward: {
    good: ({ keys }) => id(keys['reward'] ?? '', { body: { reward_status: 'declined' } }),
    refused: {
      REWARD_NOT_FOUND: () => id('nothing', { body: { reward_status: 'declined' } }),
      STATUS_NOT_POSSIBLE: ({ keys }) => id(keys['reward'] ?? '', { body: { reward_status: 'paid' } }),
    },
  },
  listTriggers: list,
  createTrigger: {
    good: () => ({ body: { event: 'transaction', reward: { type: 'percent', percent: 12.5 } } }),
    refused: {
      NOT_FOUND: () => ({
        body: { event: 'signup', reward: { type: 'flat', amount: 5 }, conditions: { groups: ['nothing'] } },
      }),
    },
  },
  getTrigger: { good: ({ keys }) => id(keys['trigger'] ?? ''), refused: noTrigger },
  updateTrigger: changeTrigger,
  replaceTrigger: changeTrigger,
  archiveTrigger: { good: ({ keys }) => id(keys['trigger'] ?? ''), refused: noTrigger },
  ...prospects('Deal', 'D1', 'D2'),
  ...prospects('Lead', 'L1', 'L2'),
  assignDeal: {
    good: () => ({ path: { deal: 'D1', partnership: 'bob', stack: 'stck_1' } }),
    refused: {
      NOT_FOUND: () => ({ path: { deal: 'nothing', partnership: 'bob', stack: 'stck_1' } }),
      PARTNER_NOT_FOUND: () => ({ path: { deal: 'D1', partnership: 'nobody', stack: 'stck_1' } }),
    },
  },
  getDealFile: {
    refused: { NOT_FOUND: () => ({ path: { deal: 'D1', file: 'file_1' } }) },
  },
  listWebhooks: list,
  listWebhooksV1: list,
  createWebhook: { good: () => ({ body: { target: 'https://127.0.0.1/', events: ['reward.created'] } }) },
  createWebhookV1: { good: () => ({ body: { target_url: 'https://127.0.0.1/', event: 'reward_created' } }) },
  getWebhook: { good: () => id('hook_1'), refused: nowhere },
  updateWebhook: changeHook,
  replaceWebhook: changeHook,
  deleteWebhook: { good: () => id('hook_1'), refused: nowhere },
  deleteWebhookV1: {
    good: () => ({ body: hookV1 }),
    refused: { NOT_FOUND: () => ({ body: { ...hookV1, event: 'reward_created' } }) },
  },
  convertClick: { good: () => ({ body: { xid: 'x1', customer_key: 'new' } }) },
  listImports: list,
  getImport: { good: () => id('impo_1'), refused: nowhere },
  listPayouts: list,
  listPrograms: list,
  getProgram: { good: ({ keys }) => id(keys['program'] ?? ''), refused: nowhere },
}
