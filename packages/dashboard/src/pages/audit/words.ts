/** The acts of the audit log in plain words. What is not known here is shown as it is called. */

/** What acts are about: the beginning of their names. */
export const KINDS: readonly { readonly value: string; readonly label: string }[] = [
  { value: 'setting.', label: 'Settings' },
  { value: 'key.', label: 'API keys' },
  { value: 'platform.', label: 'Payment platforms' },
  { value: 'hook.', label: 'Outgoing webhooks' },
  { value: 'partner.', label: 'Partners' },
  { value: 'link.', label: 'Referral links' },
  { value: 'group.', label: 'Groups' },
  { value: 'trigger.', label: 'Triggers' },
  { value: 'customer.', label: 'Customers' },
  { value: 'transaction.', label: 'Transactions' },
  { value: 'reward.', label: 'Rewards' },
  { value: 'import.', label: 'Imports' },
  { value: 'delivery.', label: 'Deliveries' },
  { value: 'session.', label: 'Logging in and out' },
  { value: 'password.', label: 'The password' },
]

const ACTS: Readonly<Record<string, string>> = {
  'setting.change': 'Changed a setting',
  'key.create': 'Made a key pair',
  'key.revoke': 'Revoked a key pair',
  'platform.change': 'Configured a payment platform',
  'platform.rotate': 'Made new credentials for a payment platform',
  'secrets.reseal': 'Sealed all secrets anew, under another SECRET_KEY',
  'hook.created': 'Added a webhook',
  'hook.edited': 'Changed a webhook',
  'hook.enabled': 'Switched a webhook on',
  'hook.disabled': 'Switched a webhook off',
  'hook.rotated': 'Made a new secret for a webhook',
  'hook.resent': 'Sent again to a webhook',
  'hook.removed': 'Removed a webhook',
  'partner.created': 'Added a partner',
  'partner.edited': 'Changed a partner',
  'partner.archived': 'Archived a partner',
  'partner.restored': 'Brought a partner back',
  'partner.token': 'Made a token of the Partner API',
  'partner.page-link': 'Made a link to the partner page',
  'link.created': 'Made a referral link',
  'group.created': 'Added a group',
  'group.edited': 'Changed a group',
  'group.archived': 'Archived a group',
  'trigger.created': 'Added a trigger',
  'trigger.edited': 'Changed a trigger',
  'trigger.archived': 'Archived a trigger',
  'customer.created': 'Added a customer',
  'customer.edited': 'Changed a customer',
  'customer.archived': 'Archived a customer',
  'customer.restored': 'Brought a customer back',
  'customer.confirmed': 'Confirmed a customer',
  'customer.reattributed': 'Decided whose customer it is',
  'customer.renamed': 'Renamed a customer',
  'customer.erased': 'Forgot who a customer is',
  'payment.assigned': 'Assigned a payment',
  'transaction.created': 'Recorded a transaction',
  'transaction.archived': 'Archived a transaction',
  'transaction.approved': 'Approved a transaction',
  'action.created': 'Reported an action',
  'action.archived': 'Archived an action',
  'prospect.created': 'Added a deal or lead',
  'prospect.edited': 'Changed a deal or lead',
  'prospect.archived': 'Archived a deal or lead',
  'reward.given': 'Gave a reward',
  'reward.pending': 'Took a reward off hold',
  'reward.approved': 'Approved a reward',
  'reward.paid': 'Marked a reward paid',
  'reward.declined': 'Declined a reward',
  'import.started': 'Began an import',
  'delivery.replayed': 'Replayed a delivery',
  'session.begin': 'Logged in',
  'session.end': 'Logged out',
  'password.change': 'Changed the password',
}

const ACTORS: Readonly<Record<string, string>> = {
  admin: 'Dashboard',
  operator: 'Command line',
  environment: 'ADMIN_PASSWORD',
  server: 'Server',
  platform: 'Payment platform',
  import: 'Import',
  api: 'API',
}

/** Those that are nobody's key. */
export const PEOPLE = ['admin', 'operator', 'server'] as const

const known = (words: Readonly<Record<string, string>>, name: string): string =>
  Object.hasOwn(words, name) ? words[name]! : name

export const actInWords = (action: string): string => known(ACTS, action)
export const actorInWords = (actor: string): string => known(ACTORS, actor)
