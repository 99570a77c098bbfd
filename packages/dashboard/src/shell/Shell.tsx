/** What surrounds every page: the mode, the navigation, and the page itself. */
import { AppShell, Burger, Group } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { Navigate, Outlet, useLocation, useParams } from 'react-router'
import { isMode } from '../api/client.ts'
import { keepMode, lastMode } from '../api/mode.ts'
import { Logo } from './Logo.tsx'
import { ModeSwitch } from './ModeSwitch.tsx'
import { Navigation } from './Navigation.tsx'
import { TestBand } from './TestBand.tsx'

/** After going elsewhere, the keyboard and the screen reader go on at the new page, not in the navigation. */
function useFocusOnPage(path: string): void {
  const former = useRef(path)
  useEffect(() => {
    if (former.current === path) return
    former.current = path
    document.getElementById('page')?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [path])
}

export function Shell() {
  const { mode } = useParams()
  const { pathname } = useLocation()
  const [isOpen, menu] = useDisclosure(false)
  useFocusOnPage(pathname)
  useEffect(() => (isMode(mode) ? keepMode(mode) : undefined), [mode])
  if (!isMode(mode)) return <Navigate to={`/${lastMode()}`} replace />
  const isTest = mode === 'test'
  return (
    <AppShell
      header={{ height: isTest ? 84 : 56 }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding={{ base: 'md', sm: 'xl' }}
      data-mode={mode}
    >
      <AppShell.Header>
        <a className="skip" href="#page">
          Skip to the page
        </a>
        {isTest && <TestBand />}
        <Group h={56} px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap" miw={0}>
            <Burger
              opened={isOpen}
              onClick={menu.toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={isOpen ? 'Close the navigation' : 'Open the navigation'}
              aria-expanded={isOpen}
            />
            <span className="brand">
              <Logo />
            </span>
          </Group>
          <ModeSwitch />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm">
        <Navigation onChoose={menu.close} />
      </AppShell.Navbar>
      <AppShell.Main id="page" tabIndex={-1}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
  )
}
