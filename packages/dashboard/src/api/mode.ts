/** The mode a page is about: it stands in the page's address, so that no link leads from one world into the other. */
import { useParams } from 'react-router'
import { isMode, type Mode } from './client.ts'

export function useMode(): Mode {
  const { mode } = useParams()
  return isMode(mode) ? mode : 'production'
}

const KEY = 'dashboard-mode'

export const lastMode = (): Mode => (localStorage.getItem(KEY) === 'test' ? 'test' : 'production')
export const keepMode = (mode: Mode): void => localStorage.setItem(KEY, mode)

/** The address of a page in the mode that is open: `useTo()('partners', key)`. */
export function useTo(): (...parts: readonly string[]) => string {
  const mode = useMode()
  return (...parts) => `/${[mode, ...parts.map(encodeURIComponent)].join('/')}`
}
