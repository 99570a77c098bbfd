import { Button, NavLink, Stack } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { NavLink as RouterLink } from 'react-router'
import { useTo } from '../api/mode.ts'
import { useLogOut } from '../api/session.ts'
import { NAVIGATION } from './navigation.ts'
import { SchemeSwitch } from './SchemeSwitch.tsx'

interface Props {
  readonly onChoose: () => void
}

export function Navigation({ onChoose }: Props) {
  const to = useTo()
  const logOut = useLogOut()
  return (
    <Stack h="100%" justify="space-between">
      <nav aria-label="Pages">
        {NAVIGATION.map(({ path, label, icon: Icon }) => (
          <NavLink
            key={path}
            component={RouterLink}
            to={to(path)}
            label={label}
            leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
            onClick={onChoose}
            className="nav-link"
          />
        ))}
      </nav>
      <Stack gap="sm">
        <SchemeSwitch />
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconLogout size={18} aria-hidden />}
          loading={logOut.isPending}
          onClick={() => logOut.mutate()}
        >
          Log out
        </Button>
      </Stack>
    </Stack>
  )
}
