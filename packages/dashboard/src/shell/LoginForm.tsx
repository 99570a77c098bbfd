import { Button, PasswordInput, Stack } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { useLogIn } from '../api/session.ts'

export function LoginForm() {
  const logIn = useLogIn()
  const [password, setPassword] = useState('')
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    logIn.mutate(password)
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        {/* For password managers, which keep a password under a name. */}
        <input type="text" name="username" autoComplete="username" value="admin" readOnly hidden />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          data-autofocus
          autoFocus
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={logIn.error?.message}
        />
        <Button type="submit" loading={logIn.isPending} fullWidth>
          Log in
        </Button>
      </Stack>
    </form>
  )
}
