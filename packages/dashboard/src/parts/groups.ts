/** The groups to choose from. */
import { useList } from '../api/reads.ts'
import type { Group } from '../api/types.ts'

export function useGroupOptions(): { value: string; label: string }[] {
  const { data } = useList<Group>('/groups', new URLSearchParams({ limit: '250', order_by: 'created_at' }))
  return (data?.items ?? []).map(({ slug, name }) => ({ value: slug, label: name }))
}
