/** Every page of the dashboard; each is a script of its own, loaded when it is opened. */
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { lastMode } from './api/mode.ts'
import { Broken } from './shell/Broken.tsx'
import { Gate } from './shell/Gate.tsx'
import { NotFound } from './shell/NotFound.tsx'
import { Shell } from './shell/Shell.tsx'

/** A page by its module, which exports it as `Component`. */
type Module = () => Promise<{ readonly Component: () => React.ReactNode }>
const page = (path: string, load: Module): RouteObject => ({ path, lazy: load, errorElement: <Broken /> })

const pages: RouteObject[] = [
  { index: true, element: <Navigate to="home" replace /> },
  page('home', () => import('./pages/home/Home.tsx')),
  page('partners', () => import('./pages/partners/Partners.tsx')),
  page('partners/:key', () => import('./pages/partners/Partner.tsx')),
  page('customers', () => import('./pages/customers/Customers.tsx')),
  page('customers/:key', () => import('./pages/customers/Customer.tsx')),
  page('transactions', () => import('./pages/transactions/Transactions.tsx')),
  page('transactions/:key', () => import('./pages/transactions/Transaction.tsx')),
  page('rewards', () => import('./pages/rewards/Rewards.tsx')),
  page('triggers', () => import('./pages/triggers/Triggers.tsx')),
  page('groups', () => import('./pages/groups/Groups.tsx')),
  page('deliveries', () => import('./pages/deliveries/Deliveries.tsx')),
  page('deliveries/:key', () => import('./pages/deliveries/Delivery.tsx')),
  page('import', () => import('./pages/import/Import.tsx')),
  page('import/past', () => import('./pages/import/PastImports.tsx')),
  page('import/:key', () => import('./pages/import/OneImport.tsx')),
  page('testing', () => import('./pages/testing/Testing.tsx')),
  page('integrations', () => import('./pages/integrations/Integrations.tsx')),
  page('integrations/webhooks', () => import('./pages/integrations/hooks/Hooks.tsx')),
  page('integrations/webhooks/:key', () => import('./pages/integrations/hooks/Hook.tsx')),
  page('integrations/:provider', () => import('./pages/integrations/platform/Platform.tsx')),
  page('settings', () => import('./pages/settings/Settings.tsx')),
  page('audit', () => import('./pages/audit/Audit.tsx')),
  { path: '*', element: <NotFound /> },
]

export const router = createBrowserRouter(
  [
    {
      element: <Gate />,
      errorElement: <Broken />,
      hydrateFallbackElement: <span />,
      children: [
        { index: true, element: <Navigate to={`/${lastMode()}`} replace /> },
        { path: ':mode', element: <Shell />, children: pages },
        { path: '*', element: <NotFound /> },
      ],
    },
  ],
  { basename: '/dashboard' },
)
