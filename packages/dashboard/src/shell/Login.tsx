import { Center, Code, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { Logo } from './Logo.tsx'
import { LoginForm } from './LoginForm.tsx'

export function Login() {
  useEffect(() => void (document.title = 'Log in · Partner attribution'), [])
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper w="100%" maw={400} p="xl" withBorder>
        <Stack>
          <Logo />
          <Title order={1}>Log in</Title>
          <LoginForm />
          <Text size="sm" c="dimmed">
            The server printed the password at its first start. Forgotten? Set a new one on the server:{' '}
            <Code>npm run -s ingest -- admin password</Code>
          </Text>
        </Stack>
      </Paper>
    </Center>
  )
}
