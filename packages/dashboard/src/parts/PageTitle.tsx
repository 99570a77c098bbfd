/** The heading of a page, its name in the window's title, and what can be done here. */
import { Anchor, Group, Stack, Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useMode, useTo } from '../api/mode.ts'

interface Props {
  readonly title: string
  /** The list that this page is one of. */
  readonly back?: { readonly path: string; readonly label: string }
  readonly beside?: ReactNode
  readonly children?: ReactNode
}

export function PageTitle({ title, back, beside, children }: Props) {
  const mode = useMode()
  const to = useTo()
  useEffect(() => {
    document.title = [title, ...(mode === 'test' ? ['Test mode'] : []), 'Partner attribution'].join(' · ')
  }, [title, mode])
  return (
    <Stack gap={4} mb="lg">
      {back && (
        <Anchor component={Link} to={to(...back.path.split('/'))} size="sm" w="fit-content">
          ← {back.label}
        </Anchor>
      )}
      <Group justify="space-between" align="flex-start" gap="sm">
        <Group gap="sm" miw={0} style={{ flex: '1 1 260px' }}>
          <Title order={1} className="name">
            {title}
          </Title>
          {beside}
        </Group>
        {children && <Group gap="xs">{children}</Group>}
      </Group>
    </Stack>
  )
}
