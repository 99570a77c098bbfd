/** Pages for whoever is in; the login for everybody else. */
import { Center, Loader, Modal } from '@mantine/core'
import { Outlet } from 'react-router'
import { hadSession, useSession } from '../api/session.ts'
import { Failure } from '../parts/Failure.tsx'
import { Login } from './Login.tsx'
import { LoginForm } from './LoginForm.tsx'

export function Gate() {
  const session = useSession()
  if (session.isPending) {
    return (
      <Center mih="100vh">
        <Loader aria-label="Loading" />
      </Center>
    )
  }
  if (session.isError && !session.data) {
    return (
      <Center mih="100vh" p="md">
        <Failure error={session.error} retry={() => void session.refetch()} />
      </Center>
    )
  }
  const isEnded = session.data === null && hadSession()
  if (session.data === null && !isEnded) return <Login />
  // What was being typed when the session ended is still there after the next login.
  return (
    <>
      <Outlet />
      <Modal
        opened={isEnded}
        onClose={() => undefined}
        title="Your session has ended"
        withCloseButton={false}
        centered
        overlayProps={{ backgroundOpacity: 0.7, blur: 6 }}
      >
        <LoginForm />
      </Modal>
    </>
  )
}
