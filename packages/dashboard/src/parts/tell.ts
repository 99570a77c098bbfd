/** Says in passing what has happened. */
import { notifications } from '@mantine/notifications'

export const tell = (message: string, color: 'teal' | 'red' = 'teal'): void =>
  void notifications.show({
    ...{ message, color, withBorder: true, role: color === 'red' ? 'alert' : 'status' },
    closeButtonProps: { 'aria-label': 'Dismiss' },
  })
