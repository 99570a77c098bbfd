/** What stands in the navigation: pages that are whole. */
import {
  IconBolt,
  IconBuildingStore,
  IconChecklist,
  IconFileImport,
  IconGift,
  IconHistory,
  IconHome,
  IconInbox,
  IconPlugConnected,
  IconReceipt2,
  IconSettings,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react'

export interface Entry {
  readonly path: string
  readonly label: string
  readonly icon: Icon
}

export const NAVIGATION: readonly Entry[] = [
  { path: 'home', label: 'Home', icon: IconHome },
  { path: 'partners', label: 'All Partners', icon: IconBuildingStore },
  { path: 'customers', label: 'Customers', icon: IconUsers },
  { path: 'transactions', label: 'Transactions', icon: IconReceipt2 },
  { path: 'rewards', label: 'Rewards', icon: IconGift },
  { path: 'triggers', label: 'Triggers', icon: IconBolt },
  { path: 'groups', label: 'Groups', icon: IconUsersGroup },
  { path: 'deliveries', label: 'Deliveries', icon: IconInbox },
  { path: 'import', label: 'Import', icon: IconFileImport },
  { path: 'testing', label: 'Testing Suite', icon: IconChecklist },
  { path: 'integrations', label: 'Integrations', icon: IconPlugConnected },
  { path: 'settings', label: 'Settings', icon: IconSettings },
  { path: 'audit', label: 'Audit log', icon: IconHistory },
]
