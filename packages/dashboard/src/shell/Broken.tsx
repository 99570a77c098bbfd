/** Where a page itself fails: it says so instead of leaving a white window. */
import { Center } from '@mantine/core'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { Failure } from '../parts/Failure.tsx'
import { NotFound } from './NotFound.tsx'

export function Broken() {
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  return (
    <Center component="main" mih="60vh" p="md">
      <Failure
        error={new Error('This page could not be shown. After an update of the server, loading it again helps.')}
        retry={() => window.location.reload()}
      />
    </Center>
  )
}
