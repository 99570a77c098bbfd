/** What a list shows, kept in the page's address: filters, order and place. The back button goes through them. */
import { useSearchParams } from 'react-router'

export type Sort = 'created_at' | 'updated_at'
export type Order = Sort | `-${Sort}`

const isOrder = (text: string | null): text is Order => /^-?(created|updated)_at$/.test(text ?? '')
const PLACE = ['after', 'before']

export interface ListParams {
  get(name: string): string
  readonly order: Order
  readonly after: string | null
  readonly before: string | null
  /** Whether anything narrows the list. */
  readonly isNarrowed: boolean
  /** Null takes away. Whatever changes, the list begins anew, unless a place is named. */
  set(changes: Readonly<Record<string, string | null>>): void
  /** The address with these changes, for links. */
  search(changes: Readonly<Record<string, string | null>>): string
}

function changed(before: URLSearchParams, changes: Readonly<Record<string, string | null>>): URLSearchParams {
  const next = new URLSearchParams(before)
  for (const name of PLACE) next.delete(name)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  return next
}

export function useListParams(): ListParams {
  const [params, setParams] = useSearchParams()
  const order = params.get('order')
  return {
    get: (name) => params.get(name) ?? '',
    order: isOrder(order) ? order : '-created_at',
    after: params.get('after'),
    before: params.get('before'),
    isNarrowed: [...params.keys()].some((name) => ![...PLACE, 'order'].includes(name)),
    set: (changes) => setParams((former) => changed(former, changes)),
    search: (changes) => `?${changed(params, changes)}`,
  }
}
